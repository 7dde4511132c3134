import { defineRoutes } from '../shared/module-routes.ts'

export const moduleRoutes = defineRoutes([
  { path: '/content/articles', permission: 'content.read', page: () => import('./articles-page.tsx') },
  { path: '/content/articles/:id', permission: 'content.read', page: () => import('./article-page.tsx') },
  { path: '/content/columns/:key?', permission: 'content.publish', page: () => import('./columns-page.tsx') },
  { path: '/content/corrections', permission: 'content.read', page: () => import('./corrections-page.tsx') },
])
