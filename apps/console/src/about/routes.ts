import { defineRoutes } from '../shared/module-routes.ts'

export const moduleRoutes = defineRoutes([
  { path: '/about', permission: 'signed-in', page: () => import('./about-page.tsx') },
])
