// `npm run licences`: what the shipped packages (the production tree) allow. No GPL, AGPL, SSPL, and nothing unknown.
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isAllowed, readLicence } from './lib/licence-rules.mjs'
import { at, root } from './lib/places.mjs'

const found = new Map()
for (const dir of ['.', 'apps/server', 'apps/console', 'apps/screen', 'packages/kit']) visit(at(dir), true)

const counts = new Map()
const refused = []
for (const { name, licence } of found.values()) {
  counts.set(licence, (counts.get(licence) ?? 0) + 1)
  if (!isAllowed(licence, name)) refused.push(`${name}: ${licence}`)
}
for (const [licence, count] of [...counts].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(5)}  ${licence}`)
console.log(`${String(found.size).padStart(5)}  packages in what is shipped`)
if (counts.has('LGPL-3.0-or-later')) {
  console.log(
    '       LGPL-3.0-or-later: libvips of sharp, a shared library loaded as it is and replaceable by the user',
  )
}
for (const line of refused) console.error(`✗ ${line}`)
process.exitCode = refused.length === 0 ? 0 : 1

function visit(dir, own = false) {
  const path = realpathSync(dir)
  if (found.has(path) || (own && found.has(`own ${path}`))) return
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  const isOurs = !path.includes('/node_modules/')
  if (!isOurs) found.set(path, { name: `${manifest.name}@${manifest.version}`, licence: readLicence(manifest, path) })
  if (isOurs && !own) return
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
    const installed = resolveFrom(path, name)
    if (installed) visit(installed)
    else if (manifest.dependencies?.[name] && !manifest.optionalDependencies?.[name])
      refused.push(`${name}: not installed`)
  }
}

function resolveFrom(dir, name) {
  for (let place = dir; place.startsWith(root); place = dirname(place)) {
    const candidate = join(place, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return candidate
  }
  return undefined
}
