// `npm test`: everything, on a fresh clone too: install, build, checks, then every test. With arguments only vitest runs,
// with those arguments. The last line is always `N passed, N failed`, each check counted as one.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureBuilt } from './lib/builds.mjs'
import { runChecks } from './lib/checks.mjs'
import { run } from './lib/child.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { at, environment, node24 } from './lib/places.mjs'

const chosen = process.argv.slice(2)
await ensureInstalled()
await ensureBuilt()
const checks = chosen.length === 0 ? await runChecks() : []
const tests = await runTests()

const passed = checks.filter((check) => check.passed).length + tests.passed
const failed = checks.filter((check) => !check.passed).length + tests.failed
for (const { name } of checks.filter((check) => !check.passed)) console.log(`✗ ${name}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

async function runTests() {
  const report = at('.cache', `vitest-${process.pid}.json`)
  mkdirSync(at('.cache'), { recursive: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = at('node_modules', 'vitest', 'vitest.mjs')
  const code = await run(node24, [vitest, 'run', ...reporters, ...chosen], { env: environment({ NODE_ENV: 'test' }) })
  const result = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0 }
  rmSync(report, { force: true })
  // A file that does not load, or an error outside any test, fails the run without a failed test.
  const brokenFiles = (result.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length
  const counted = result.numFailedTests + brokenFiles
  return { passed: result.numPassedTests, failed: counted === 0 && code !== 0 ? 1 : counted }
}
