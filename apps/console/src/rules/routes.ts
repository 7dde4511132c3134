import { defineRoutes } from '../shared/module-routes.ts'

export const moduleRoutes = defineRoutes([
  { path: '/rules/:key?', permission: 'rule.read', page: () => import('./rules-page.tsx') },
])
