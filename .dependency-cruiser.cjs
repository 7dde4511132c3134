// Who may import whom. module-map.json is the one place to widen; each rule has a bad fixture in tests/boundaries.
const { readFileSync } = require('node:fs')
const { join } = require('node:path')

const map = JSON.parse(readFileSync(join(__dirname, 'module-map.json'), 'utf8'))
const modules = Object.entries(map).filter(([name]) => name !== '//')
// The fixtures repeat the tree below tests/boundaries/fixtures; the same rules look at both.
const root = '^(?:tests/boundaries/fixtures/)?'
const server = `${root}apps/server/src`

const moduleRules = modules.map(([name, allowed]) => ({
  name: `module-${name}`,
  comment: `${name} may enter only: ${allowed.join(', ') || 'no other module'} (module-map.json)`,
  severity: 'error',
  from: { path: `${server}/modules/${name}/`, pathNot: '[.]test[.]ts$' },
  to: {
    path: `${server}/modules/`,
    pathNot: [name, ...allowed].map((one) => `${server}/modules/${one}/`),
  },
}))

module.exports = {
  forbidden: [
    ...moduleRules,
    {
      name: 'module-unknown',
      comment: 'a module folder must be in module-map.json',
      severity: 'error',
      from: { path: `${server}/modules/`, pathNot: modules.map(([name]) => `${server}/modules/${name}/`) },
      to: {},
    },
    {
      name: 'front-door',
      comment: 'another module is entered by its index.ts only',
      severity: 'error',
      from: { path: `${server}/modules/([^/]+)/`, pathNot: '[.]test[.]ts$' },
      to: {
        path: `${server}/modules/[^/]+/`,
        pathNot: [`${server}/modules/$1/`, `${server}/modules/[^/]+/index[.]ts$`],
      },
    },
    {
      name: 'portal-front-door',
      comment: 'pages ask modules by their index.ts only',
      severity: 'error',
      from: { path: `${server}/portal/`, pathNot: '[.]test[.]ts$' },
      to: { path: `${server}/modules/`, pathNot: `${server}/modules/[^/]+/index[.]ts$` },
    },
    {
      name: 'platform-knows-no-business',
      comment: 'platform has no business words: it imports no module, no page, no composition root',
      severity: 'error',
      from: { path: `${server}/platform/`, pathNot: '[.]test[.]ts$' },
      to: { path: `${server}/(modules/|portal/|[^/]+[.]ts$)` },
    },
    {
      name: 'nobody-imports-the-root',
      comment: 'app.ts and modules.ts know everyone and are known by none',
      severity: 'error',
      from: { path: `${server}/(modules|portal|platform)/`, pathNot: '[.]test[.]ts$' },
      to: { path: `${server}/(?:app|modules|main|start-server|first-start)[.]ts$` },
    },
    {
      name: 'rules-are-pure',
      comment: 'rules: values in, values out; no database, no services, no clock',
      severity: 'error',
      from: { path: `${server}/modules/.*rules[.]ts$` },
      to: {
        path: `${server}/(platform/(db|outbox|audit|jobs|http|files|todo|approval)|modules/.*(queries|service|routes)[.]ts$)`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'queries-know-no-service',
      comment: 'routes → service → rules, queries → tables',
      severity: 'error',
      from: { path: `${server}/modules/.*queries[.]ts$` },
      to: { path: `${server}/modules/.*(service|routes)[.]ts$` },
    },
    {
      name: 'service-knows-no-route',
      comment: 'routes → service, never back',
      severity: 'error',
      from: { path: `${server}/modules/.*service[.]ts$` },
      to: { path: `${server}/modules/.*routes[.]ts$` },
    },
    {
      name: 'kit-is-pure',
      comment: 'kit runs in the browser too: no Node, no other part of the house',
      severity: 'error',
      from: { path: `${root}packages/kit/src/`, pathNot: '[.]test[.]ts$' },
      to: { pathNot: [`${root}packages/kit/src/`, 'node_modules/typebox/'] },
    },
    {
      name: 'front-ends-see-contracts-only',
      comment: 'console and screen import contract.ts, kit and the drawings (pure strings), nothing else of the server',
      severity: 'error',
      from: { path: `${root}apps/(console|screen)/` },
      to: { path: `${server}/`, pathNot: [`${server}/modules/[^/]+/contract[.]ts$`, `${server}/portal/art/`] },
    },
    {
      name: 'contracts-stay-light',
      comment: 'a contract is shipped to browsers: kit, typebox, and contracts and pure rules of its own module',
      severity: 'error',
      from: { path: `${server}/modules/([^/]+)/.*contract[.]ts$` },
      to: {
        pathNot: [
          `${root}packages/kit/src/`,
          'node_modules/typebox/',
          `${server}/modules/$1/.*(?:contract|rules|kinds)[.]ts$`,
        ],
      },
    },
    {
      name: 'product-without-tests',
      comment: 'the product never imports tests or test parts',
      severity: 'error',
      from: { path: `${root}(apps|packages)/`, pathNot: ['[.]test[.]ts$', '/testing/'] },
      to: {
        path: [
          '[.]test[.]ts$',
          '^(tests/boundaries/fixtures/)?apps/server/src/testing/',
          '^tests/(?!boundaries/fixtures/)',
        ],
      },
    },
    {
      name: 'no-circles',
      comment: 'imports have no circle (types aside)',
      severity: 'error',
      from: { path: `${root}(apps|packages)/` },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/'] },
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
}
