import { defineRoutes } from '../shared/module-routes.ts'

export const moduleRoutes = defineRoutes([
  { path: '/hall/applications/:id?', permission: 'hall.read', page: () => import('./applications-page.tsx') },
  { path: '/hall/enquiries/:id?', permission: 'hall.read', page: () => import('./enquiries-page.tsx') },
  { path: '/hall/services/:id?', permission: 'hall.read', page: () => import('./services-page.tsx') },
])
