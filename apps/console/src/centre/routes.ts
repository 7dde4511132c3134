import { defineRoutes } from '../shared/module-routes.ts'

export const moduleRoutes = defineRoutes([
  { path: '/centre', permission: 'centre.read', page: () => import('./centre-page.tsx') },
  { path: '/holidays', permission: 'centre.read', page: () => import('./holidays-page.tsx') },
])
