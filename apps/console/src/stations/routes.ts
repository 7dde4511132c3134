import { defineRoutes } from '../shared/module-routes.ts'

export const moduleRoutes = defineRoutes([
  { path: '/stations/:id?', permission: 'station.read', page: () => import('./stations-page.tsx') },
])
