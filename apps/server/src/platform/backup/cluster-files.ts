import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Folders that must be there but whose content PostgreSQL makes anew or takes from the log. */
export const emptiedFolders = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
] as const

const leftOut = new Set(['postmaster.pid', 'postmaster.opts', 'backup_label', 'tablespace_map', 'pg_internal.init'])

export interface ClusterTree {
  /** relative paths; global/pg_control comes last, as PostgreSQL asks of a base backup */
  files: string[]
  folders: string[]
}

/** What of a running cluster goes into a base backup. */
export async function listClusterFiles(pgDir: string): Promise<ClusterTree> {
  const tree: ClusterTree = { files: [], folders: [] }
  await walk(pgDir, '', tree)
  const control = 'global/pg_control'
  return {
    folders: tree.folders.sort(),
    files: [...tree.files.filter((path) => path !== control).sort(), control],
  }
}

async function walk(root: string, under: string, tree: ClusterTree): Promise<void> {
  for (const entry of await readdir(join(root, under), { withFileTypes: true })) {
    const path = under === '' ? entry.name : `${under}/${entry.name}`
    if (isLeftOut(entry.name)) continue
    const kind = entry.isSymbolicLink() ? await lstat(join(root, path)) : entry
    if (kind.isDirectory()) {
      tree.folders.push(path)
      if (!(emptiedFolders as readonly string[]).includes(path)) await walk(root, path, tree)
    } else if (kind.isFile()) tree.files.push(path)
    else throw new Error(`${path} in the database's folder is neither file nor folder: tablespaces are not backed up`)
  }
}

function isLeftOut(name: string): boolean {
  return leftOut.has(name) || name.startsWith('pgsql_tmp') || name.endsWith('.part')
}
