// Run by Node 24: each island is built alone, as one file that needs no other (its config says how).
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { islandConfig, islandsFolder, outputFolder } from '../../apps/server/vite.islands.config.ts'

rmSync(outputFolder, { recursive: true, force: true })
mkdirSync(outputFolder, { recursive: true })
const files = existsSync(islandsFolder) ? readdirSync(islandsFolder) : []
// `name.ts` is an island; `name.part.ts` and `name.test.ts` only serve others.
const names = files.filter((file) => /^[a-z0-9-]+\.ts$/.test(file)).map((file) => file.slice(0, -3))

const manifest = {}
for (const name of names) {
  await build(islandConfig(name))
  const code = readFileSync(`${outputFolder}/${name}.js`)
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 10)
  manifest[name] = { file: `${name}.js`, hash, bytes: code.length, gzipped: gzipSync(code).length }
}
writeFileSync(`${outputFolder}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`)
