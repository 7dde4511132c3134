import { defineRoutes } from '../shared/module-routes.ts'

export const moduleRoutes = defineRoutes([
  { path: '/system/health', permission: 'system.read', page: () => import('./health-page.tsx') },
  { path: '/system/backups', permission: 'system.read', page: () => import('./backups-page.tsx') },
])
