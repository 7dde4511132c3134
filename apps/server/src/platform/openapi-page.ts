import { html, raw } from 'hono/html'
import type { MountedRoute } from './http.ts'

/** The API's own page: server-rendered, no script, the same contracts the server validates by. */
export function openApiPage(routes: readonly MountedRoute[]): string {
  const groups = Map.groupBy(routes, (route) => route.path.split('/')[2] ?? 'api')
  const sections = [...groups].map(
    ([name, list]) => html`<section class="section"><h2 id="${name}">${name}</h2>${list.map(routeOf)}</section>`,
  )
  return String(html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>接口文档 · 乡汇</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/assets/site.css"></head>
<body><main class="wrap api-docs"><h1>接口文档</h1>
<p>共 ${routes.length} 个接口。机器可读：<a href="/api/openapi.json">openapi.json</a>（OpenAPI 3.1）。带“幂等”的接口须在请求头中提供 Idempotency-Key：相同内容重复提交只办理一次。</p>
${sections}</main></body></html>`)
}

function routeOf(route: MountedRoute) {
  const policy = route.may === 'public' ? '公开' : route.may === 'signed-in' ? '登录' : route.may
  return html`<details class="card"><summary><code>${route.method} ${route.path}</code> ${route.summary}
<span class="tag">${policy}</span>${route.idempotent ? html` <span class="tag">幂等</span>` : ''}</summary>
${schemaOf('路径参数', route.endpoint.params)}${schemaOf('查询参数', route.endpoint.query)}
${route.method === 'GET' ? '' : schemaOf('请求内容', route.endpoint.body)}${schemaOf('返回内容', route.endpoint.reply)}</details>`
}

function schemaOf(title: string, schema: object) {
  if ('properties' in schema && Object.keys(schema.properties as object).length === 0) return raw('')
  return html`<h3>${title}</h3><pre><code>${JSON.stringify(schema, null, 2)}</code></pre>`
}
