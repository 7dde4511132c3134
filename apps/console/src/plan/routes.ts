import { defineRoutes } from '../shared/module-routes.ts'

export const moduleRoutes = defineRoutes([
  { path: '/plan/:part?', permission: 'centre.read', page: () => import('./plan-page.tsx') },
  { path: '/activities/:id?', permission: 'centre.read', page: () => import('./activities-page.tsx') },
  { path: '/goals/:id?', permission: 'centre.read', page: () => import('./goals-page.tsx') },
  { path: '/seasons', permission: 'centre.read', page: () => import('./seasons-page.tsx') },
])
