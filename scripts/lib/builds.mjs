import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { capture } from './child.mjs'
import { once } from './once.mjs'
import { at, environment, node24, root } from './places.mjs'
import { fail, say } from './say.mjs'

const vite = at('node_modules', 'vite', 'bin', 'vite.js')
const shared = ['packages/kit/src', 'apps/server/src/modules', 'node_modules/.xianghui-stamp']

/** What is built for the browser. Each is skipped until its config (`needs`) is there. */
const builds = [
  {
    name: 'console',
    zh: '工作台',
    needs: 'apps/console/vite.config.ts',
    sources: ['apps/console', ...shared],
    output: 'apps/console/dist',
    command: [vite, 'build', at('apps/console'), '--logLevel', 'warn'],
  },
  {
    name: 'screen',
    zh: '数据大屏',
    needs: 'apps/screen/vite.config.ts',
    sources: ['apps/screen', 'apps/server/src/portal/art', ...shared],
    output: 'apps/screen/dist',
    command: [vite, 'build', at('apps/screen'), '--logLevel', 'warn'],
  },
  {
    name: 'islands',
    zh: '门户脚本',
    needs: 'apps/server/vite.islands.config.ts',
    sources: ['apps/server/src/portal/islands', 'apps/server/vite.islands.config.ts', ...shared],
    output: 'apps/server/dist/islands',
    command: [at('scripts', 'lib', 'build-islands.mjs')],
  },
]

/** Builds what changed since its last build; a few milliseconds when nothing did. */
export async function ensureBuilt({ force = false } = {}) {
  for (const build of builds) {
    if (!existsSync(at(build.needs))) continue
    const stamp = at(build.output, '.stamp')
    let forced = force
    const isDone = () => !forced && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(build)
    await once(`build-${build.name}`, isDone, async () => {
      forced = false
      await makeOne(build, stamp)
    })
  }
}

async function makeOne(build, stamp) {
  say(`正在生成${build.zh}……`, `Building ${build.name} …`)
  const before = fingerprint(build)
  const { code, output } = await capture(node24, build.command, { env: environment({ NODE_ENV: 'production' }) })
  if (code > 128) process.exit(code)
  if (code !== 0) {
    process.stderr.write(output)
    fail(
      `${build.zh}生成失败（原因见上）。`,
      '若改动过源码，改正后重试；否则删除 node_modules 后再执行一次。',
      `Building ${build.name} failed (see above).`,
      'mend the sources if you changed them; else delete node_modules and run the same command again.',
    )
  }
  mkdirSync(at(build.output), { recursive: true })
  // Written last: a build that was killed has no stamp and is done again.
  writeFileSync(stamp, before)
}

// Size and time of every source, not its bytes: 500 files in a few milliseconds.
function fingerprint({ name, sources }) {
  const hash = createHash('sha256')
  const add = (path) => {
    const { mtimeMs, size } = statSync(path)
    hash.update(`${relative(root, path)}\0${size}\0${mtimeMs}\n`)
  }
  const walk = (path) => {
    if (!existsSync(path)) return
    if (!statSync(path).isDirectory()) return add(path)
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inside = join(path, entry.name)
      if (entry.isDirectory() && !['dist', 'node_modules'].includes(entry.name)) walk(inside)
      else if (entry.isFile() && isSource(inside)) add(inside)
    }
  }
  for (const source of sources) walk(at(source))
  return `${name} ${hash.digest('hex')}`
}

// Of the server's modules only the contracts reach a browser; tests reach none.
function isSource(path) {
  if (/\.test\.tsx?$/.test(path)) return false
  return !path.includes('/apps/server/src/modules/') || /[./]contract\.ts$/.test(path)
}
