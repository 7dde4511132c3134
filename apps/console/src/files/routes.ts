import { defineRoutes } from '../shared/module-routes.ts'

export const moduleRoutes = defineRoutes([
  { path: '/files/:id?', permission: 'file.read', page: () => import('./files-page.tsx') },
])
