import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench, Figure } from './figure.ts'
import { root } from './process.ts'

const benches: Record<string, () => Promise<Bench>> = {
  start: async () => (await import('./start.ts')).start,
  page: async () => (await import('./page.ts')).page,
}

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const quick = process.argv.includes('--quick')
const unknown = names.filter((name) => !benches[name])
if (unknown.length > 0) {
  console.error(`没有这个基准：${unknown.join('、')}。可选：${Object.keys(benches).join('、')}`)
  process.exit(2)
}

const figures: Figure[] = []
for (const name of names.length > 0 ? names : Object.keys(benches)) {
  const bench = await benches[name]?.()
  for (const figure of (await bench?.({ quick })) ?? []) {
    figures.push(figure)
    console.log(JSON.stringify(figure))
  }
}
mkdirSync(join(root, 'bench/results'), { recursive: true })
writeFileSync(
  join(root, 'bench/results/latest.json'),
  `${JSON.stringify({ at: new Date().toISOString(), figures }, null, 2)}\n`,
)
