import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const segment = /^([0-9A-F]{24})\.gz$/
const history = /^([0-9A-F]{8})\.history\.gz$/

/** Names of the archived segments (without .gz), oldest first. */
export function listSegments(archive: string): string[] {
  return filesOf(archive)
    .flatMap((name) => segment.exec(name)?.[1] ?? [])
    .sort()
}

/** Every file of the archive that a recovery may ask for: segments and histories of time lines. */
export function listArchived(archive: string): string[] {
  return filesOf(archive).filter((name) => segment.test(name) || history.test(name))
}

/** Position in the log without the time line: the same stretch on two lines compares equal. */
export const positionOf = (name: string): string => name.slice(8, 24)

/** Removes segments that lie wholly before `first`; histories are tiny and stay. Returns how many went. */
export function pruneArchive(archive: string, first: string): number {
  const old = filesOf(archive).filter((name) => {
    const found = /^([0-9A-F]{24})(\.partial|\.[0-9A-F]{8}\.backup)?\.gz$/.exec(name)?.[1]
    return found !== undefined && positionOf(found) < positionOf(first)
  })
  for (const name of old) rmSync(join(archive, name), { force: true })
  return old.length
}

/** Copies what the other folder does not have yet; whole files only. Returns how many came. */
export function mirrorArchive(from: string, to: string): number {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const missing = listArchived(from).filter((name) => !existsSync(join(to, name)))
  for (const name of missing) {
    const part = join(to, `.${name}.part`)
    copyFileSync(join(from, name), part)
    renameSync(part, join(to, name))
  }
  return missing.length
}

function filesOf(archive: string): string[] {
  return existsSync(archive) ? readdirSync(archive) : []
}
