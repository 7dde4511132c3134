import { defineRoutes } from '../shared/module-routes.ts'

export const moduleRoutes = defineRoutes([
  { path: '/people/:id?', permission: 'people.read', page: () => import('./people-page.tsx') },
  { path: '/organisation', permission: 'people.read', page: () => import('./organisation-page.tsx') },
  { path: '/accounts/:id?', permission: 'account.write', page: () => import('./accounts-page.tsx') },
  { path: '/roles', permission: 'people.read', page: () => import('./roles-page.tsx') },
  { path: '/zones/:id?', permission: 'centre.read', page: () => import('./zones-page.tsx') },
  { path: '/equipment/:id?', permission: 'centre.read', page: () => import('./equipment-page.tsx') },
])
