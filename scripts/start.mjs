// `npm start`: installs and builds what is missing, then hands over to the server on Node 24.
import { ensureBuilt } from './lib/builds.mjs'
import { run } from './lib/child.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { at, environment, node24 } from './lib/places.mjs'

await ensureInstalled()
await ensureBuilt()

// The compile cache halves the time to load the program from the second start on. The channel tells the server when
// this process is gone (`process.on('disconnect')`), however it went.
const env = environment({ NODE_COMPILE_CACHE: at('node_modules', '.cache', 'compiled') })
process.exitCode = await run(node24, [at('apps/server/src/main.ts'), ...process.argv.slice(2)], {
  env,
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
