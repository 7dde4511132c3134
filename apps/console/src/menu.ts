import type { MenuEntry } from './shared/module-menu.ts'
import type { ModuleRoute } from './shared/module-routes.ts'

const menus = import.meta.glob<{ moduleMenu: readonly MenuEntry[] }>('./*/menu.ts', { eager: true })
const routes = import.meta.glob<{ moduleRoutes: readonly ModuleRoute[] }>('./*/routes.ts', { eager: true })

/** What every module folder declares in its `menu.ts` and `routes.ts`; a new module edits nothing here. */
export const allMenuEntries: readonly MenuEntry[] = Object.values(menus).flatMap(({ moduleMenu }) => moduleMenu)
export const allRoutes: readonly ModuleRoute[] = Object.values(routes).flatMap(({ moduleRoutes }) => moduleRoutes)
