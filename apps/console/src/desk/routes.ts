import { defineRoutes } from '../shared/module-routes.ts'

export const moduleRoutes = defineRoutes([
  { path: '/approvals', permission: 'signed-in', page: () => import('./approvals-page.tsx') },
  { path: '/approvals/:id', permission: 'signed-in', page: () => import('./approval-page.tsx') },
  { path: '/outbox', permission: 'message.read', page: () => import('./outbox-page.tsx') },
  { path: '/audit', permission: 'audit.read', page: () => import('./audit-page.tsx') },
])
