import { Problem } from '@xianghui/kit/contract'
import type { MountedRoute } from './http.ts'

/** OpenAPI 3.1 speaks JSON Schema 2020-12, which is what the contracts are: they go in as they stand. */
export function openApiOf(
  routes: readonly MountedRoute[],
  about: { title: string; version: string; url: string },
): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)\??/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: about.title, version: about.version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: about.url }],
    paths,
    components: {
      schemas: { Problem },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'xh_session' } },
    },
  }
}

function operationOf(route: MountedRoute): object {
  const { endpoint } = route
  const problem = { description: '说明原因与办法', content: json({ $ref: '#/components/schemas/Problem' }) }
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replace(/[^a-z0-9]+(\w)/gi, (_all, c: string) => c.toUpperCase())}`,
    summary: route.summary,
    tags: [route.path.split('/')[2] ?? 'api'],
    'x-policy': route.may,
    ...(route.may === 'public' ? {} : { security: [{ session: [] }] }),
    parameters: [
      ...parametersOf('path', endpoint.params),
      ...parametersOf('query', endpoint.query),
      ...(route.idempotent
        ? [{ in: 'header', name: 'Idempotency-Key', required: true, schema: { type: 'string', minLength: 8 } }]
        : []),
    ],
    ...(route.method !== 'GET' ? { requestBody: { required: true, content: json(endpoint.body) } } : {}),
    responses: {
      200: { description: '成功', content: json(endpoint.reply) },
      400: problem,
      ...(route.may === 'public' ? {} : { 401: problem, 403: problem }),
      429: problem,
      503: problem,
    },
  }
}

const json = (schema: object) => ({ 'application/json': { schema } })

function parametersOf(place: 'path' | 'query', schema: object): object[] {
  const properties = 'properties' in schema ? (schema.properties as Record<string, object>) : {}
  const required = new Set('required' in schema ? (schema.required as string[]) : [])
  return Object.entries(properties).map(([name, one]) => ({
    in: place,
    name,
    required: place === 'path' || required.has(name),
    schema: one,
  }))
}
