import { defineRoutes } from '../shared/module-routes.ts'

export const moduleRoutes = defineRoutes([
  { path: '/me', permission: 'signed-in', page: () => import('./account-page.tsx') },
])
