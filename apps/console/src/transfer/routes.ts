import { defineRoutes } from '../shared/module-routes.ts'

export const moduleRoutes = defineRoutes([
  { path: '/tasks/:id?', permission: ['data.import', 'data.export'], page: () => import('./tasks-page.tsx') },
])
