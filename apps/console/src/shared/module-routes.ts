import type { ComponentType } from 'react'

export interface ModuleRoute {
  /** react-router pattern from the console's root, e.g. `/stations/:id?` */
  path: string
  permission: string | readonly string[]
  page: () => Promise<{ default: ComponentType }>
  /** drawn without menu and top bar (print pages) */
  bare?: true
}

export const defineRoutes = (routes: readonly ModuleRoute[]): readonly ModuleRoute[] => routes
