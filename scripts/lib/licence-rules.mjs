import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const free = new Set([
  ...[
    'MIT',
    'MIT/X11',
    'MIT-0',
    'ISC',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'Apache-2.0',
    'Unlicense',
    'CC0-1.0',
    'Zlib',
  ],
  ...['BlueOak-1.0.0', 'Python-2.0', 'PostgreSQL', 'OFL-1.1', 'CC-BY-3.0', 'CC-BY-4.0', 'WTFPL', 'Artistic-2.0'],
  // changes to these files stay open, the program around them need not be: shipped unchanged
  'MPL-2.0',
])

// Packages whose published files name no licence, with where their author does. Looked at one by one; keep it short.
const statedElsewhere = {
  // github.com/substack/node-buffers issues 12 and 14: the repository's README says MIT, 0.1.1 was published before it
  'buffers@0.1.1': 'MIT',
}

/** Whether an SPDX expression lets us ship the package: of alternatives one must be free, of parts each. */
export function isAllowed(licence, name) {
  const text = unwrap(licence.trim())
  const either = splitOutside(text, ' OR ')
  if (either.length > 1) return either.some((part) => isAllowed(part, name))
  const each = splitOutside(text, ' AND ')
  if (each.length > 1) return each.every((part) => isAllowed(part, name))
  if (free.has(text)) return true
  return text === 'LGPL-3.0-or-later' && /^@img\/sharp-libvips-/.test(name)
}

/** The licence a package names, or reads from its licence file; 'unknown' when it says nothing we can tell. */
export function readLicence(manifest, dir) {
  const named = manifest.license ?? manifest.licenses
  if (typeof named === 'string' && named !== '' && !/^SEE LICEN[CS]E/i.test(named)) return named
  if (Array.isArray(named) && named.length > 0) return named.map((one) => one.type ?? one).join(' OR ')
  if (named && typeof named.type === 'string') return named.type
  const file = readdirSync(dir).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file ? readFileSync(join(dir, file), 'utf8') : ''
  if (/Permission is hereby granted, free of charge/.test(text)) return 'MIT'
  if (/Apache License\s+Version 2\.0/.test(text)) return 'Apache-2.0'
  return statedElsewhere[`${manifest.name}@${manifest.version}`] ?? 'unknown'
}

// "(MIT OR ISC)" → "MIT OR ISC", but "(MIT) OR (ISC)" stays
function unwrap(text) {
  const inside = /^\((.*)\)$/.exec(text)?.[1]
  if (inside === undefined) return text
  let depth = 0
  for (const sign of inside) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0
    if (depth < 0) return text
  }
  return unwrap(inside.trim())
}

function splitOutside(text, separator) {
  const parts = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++
    if (text[i] === ')') depth--
    if (depth === 0 && text.startsWith(separator, i)) {
      parts.push(text.slice(from, i).trim())
      from = i + separator.length
    }
  }
  return [...parts, text.slice(from).trim()]
}
