import { defineRoutes } from '../shared/module-routes.ts'

export const moduleRoutes = defineRoutes([
  { path: '/regions/:code?', permission: 'centre.read', page: () => import('./regions-page.tsx') },
])
