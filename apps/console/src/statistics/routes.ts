import { defineRoutes } from '../shared/module-routes.ts'

export const moduleRoutes = defineRoutes([
  { path: '/data-screen', permission: 'centre.read', page: () => import('./screen-page.tsx') },
])
