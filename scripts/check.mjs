// `npm run check`: format, lint, types, import fences, licences and the checks in scripts/checks, without the tests.
import { runChecks } from './lib/checks.mjs'
import { ensureInstalled } from './lib/install.mjs'

await ensureInstalled()
const failed = (await runChecks()).filter((check) => !check.passed)
process.exitCode = failed.length === 0 ? 0 : 1
