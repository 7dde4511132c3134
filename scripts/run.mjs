// `node scripts/run.mjs file.ts …`: runs one of our TypeScript programs on Node 24, installing first when needed.
import { run } from './lib/child.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { node24, root } from './lib/places.mjs'
import { fail } from './lib/say.mjs'

const [file, ...rest] = process.argv.slice(2)
if (!file) {
  fail(
    '没有指定要运行的程序。',
    '例如：node scripts/run.mjs bench/run.ts',
    'No program named.',
    'for example: node scripts/run.mjs bench/run.ts',
  )
}
await ensureInstalled()
process.exitCode = await run(node24, [file, ...rest], { cwd: root })
