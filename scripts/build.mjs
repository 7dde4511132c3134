// `npm run build`: builds console, screen and islands where something changed; `--force` builds them all.
import { ensureBuilt } from './lib/builds.mjs'
import { ensureInstalled } from './lib/install.mjs'

await ensureInstalled()
await ensureBuilt({ force: process.argv.includes('--force') })
