import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Node 24 from npm: what everything but these scripts runs on. */
export const node24 = join(root, 'node_modules', 'node', 'bin', 'node')

/** Path of something in the repository. */
export function at(...parts) {
  return join(root, ...parts)
}

/** The environment with Node 24 first, so that tools with `#!/usr/bin/env node` get it, even started by Node 20. */
export function environment(extra = {}) {
  const path = [dirname(node24), at('node_modules', '.bin'), process.env.PATH].join(delimiter)
  return { ...process.env, PATH: path, ...extra }
}
