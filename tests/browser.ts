/**
 * Starts the one browser that every test and picture uses: @sparticuz/chromium with its own system libraries and
 * Noto Sans SC, so a minimal Debian without libnss or any Chinese font gives the same pictures (house.md 5, tests).
 */
import { existsSync } from 'node:fs'
import { lstat, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

const require = createRequire(import.meta.url)

/**
 * Unpacks (once per user and version) and launches a headless Chromium that can draw Chinese.
 * The caller closes it. `options` go to Playwright; `args` are added to ours.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const home = await unpackedBrowser()
  const libraries = join(home, 'al2023', 'lib')
  const inherited = process.env.LD_LIBRARY_PATH
  return chromium.launch({
    headless: true,
    ...options,
    executablePath: join(home, 'chromium'),
    // The sandbox needs user namespaces or a setuid helper; neither exists for root or on a minimal Debian.
    chromiumSandbox: false,
    args: [...browserFlags, ...(options.args ?? [])],
    env: {
      ...inheritedEnvironment(),
      HOME: process.env.HOME ?? home,
      LD_LIBRARY_PATH: inherited ? `${libraries}:${inherited}` : libraries,
      FONTCONFIG_FILE: await fontsConfig(home),
      ...options.env,
    },
  })
}

const browserFlags = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
]

function inheritedEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(kept)
}

/** The folder with the unpacked browser: named by user and version, so root and a user never share one. */
async function unpackedBrowser(): Promise<string> {
  const home = join(tmpdir(), `xianghui-browser-${userInfo().uid}-${await browserVersion()}`)
  if (existsSync(home)) return assertOwn(home)
  // Unpacked aside and renamed in one step: two test workers starting together never see half a browser.
  const aside = await mkdtemp(`${home}.`)
  await inflateInto(aside)
  try {
    await rename(aside, home)
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
  return assertOwn(home)
}

async function assertOwn(home: string): Promise<string> {
  const owner = (await lstat(home)).uid
  if (owner !== userInfo().uid) throw new Error(`${home} belongs to user ${owner}: remove it and run again`)
  return home
}

async function browserVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(packageFolder('@sparticuz/chromium'), 'package.json'), 'utf8'))
  return String(manifest.version)
}

/** `inflate` asks for `os.tmpdir()` once, as it is called, and that reads TMPDIR: we lend it ours for that moment. */
async function inflateInto(folder: string): Promise<void> {
  const packed = join(packageFolder('@sparticuz/chromium'), 'bin')
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  const running = ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) => inflate(join(packed, name)))
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  await Promise.all(running)
}

/** One fontconfig file that knows only our font: the same text metrics on every machine. */
async function fontsConfig(home: string): Promise<string> {
  const fonts = join(packageFolder('@electron-fonts/noto-sans-sc'), 'fonts')
  const cache = join(home, 'font-cache')
  await mkdir(cache, { recursive: true })
  const aliases = ['sans-serif', 'serif', 'monospace', 'system-ui'].map(
    (family) =>
      `<alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  )
  const xml = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${escapeXml(fonts)}</dir><cachedir>${escapeXml(cache)}</cachedir>${aliases.join('')}</fontconfig>
`
  const file = join(home, `fonts-${Buffer.from(fonts).toString('base64url').slice(-40)}.conf`)
  if (!existsSync(file)) {
    await writeFile(`${file}.${process.pid}`, xml)
    await rename(`${file}.${process.pid}`, file)
  }
  return file
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** The folder of an installed package, wherever npm put it; works for packages whose `exports` hide package.json. */
function packageFolder(name: string): string {
  for (const root of require.resolve.paths(name) ?? []) {
    const folder = join(root, name)
    if (existsSync(join(folder, 'package.json'))) return folder
  }
  throw new Error(`${name} is not installed: run npm install in ${dirname(import.meta.dirname)}`)
}
