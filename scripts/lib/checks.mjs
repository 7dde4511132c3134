import { existsSync, readdirSync } from 'node:fs'
import { capture } from './child.mjs'
import { at, node24 } from './places.mjs'

/** Every check of the sources; one is left out while what it looks at does not exist. */
function listChecks() {
  const checks = [
    { name: 'biome', needs: 'biome.json', command: ['biome', 'check', '.'] },
    { name: 'types: server', needs: 'tsconfig.json', command: ['tsc', '-p', 'tsconfig.json', '--noEmit'] },
    { name: 'types: tests', needs: 'tests/tsconfig.json', command: ['tsc', '-p', 'tests/tsconfig.json', '--noEmit'] },
    ...['console', 'screen'].map((app) => ({
      name: `types: ${app}`,
      needs: `apps/${app}/vite.config.ts`,
      command: ['tsc', '-p', `apps/${app}/tsconfig.json`, '--noEmit'],
    })),
    {
      name: 'types: islands',
      needs: 'apps/server/src/portal/islands',
      command: ['tsc', '-p', 'apps/server/tsconfig.islands.json', '--noEmit'],
    },
    {
      name: 'import fences',
      needs: '.dependency-cruiser.cjs',
      command: ['depcruise', '--config', '.dependency-cruiser.cjs', 'apps', 'packages', 'plans'],
    },
    { name: 'licences', needs: 'scripts/licences.mjs', command: [node24, 'scripts/licences.mjs'] },
  ]
  return [...checks, ...ownChecks()].filter(({ needs }) => existsSync(at(needs)))
}

// A program in scripts/checks is a check: it says what is wrong and leaves with an exit code other than 0.
function ownChecks() {
  const folder = at('scripts', 'checks')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => /^[a-z0-9-]+\.(ts|mjs)$/.test(file))
  return files.map((file) => {
    const path = `scripts/checks/${file}`
    return { name: file.replace(/\.\w+$/, ''), needs: path, command: [node24, path] }
  })
}

/** Runs every check, one after the other, printing a line each and the output of those that fail. */
export async function runChecks() {
  const results = []
  for (const { name, command } of listChecks()) {
    const began = Date.now()
    const { code, output } = await capture(command[0], command.slice(1))
    if (code > 128) process.exit(code)
    const passed = code === 0
    process.stdout.write(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`)
    if (!passed) process.stdout.write(`${output.trimEnd()}\n`)
    results.push({ name, passed })
  }
  return results
}
