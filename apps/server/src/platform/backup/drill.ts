import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { openCluster } from '../embedded/embedded.ts'
import { giveTo } from '../embedded/init-cluster.ts'
import { listStamps, type Manifest, readManifest } from './manifest.ts'
import { checkPacked, DamagedBackup, forEachLimited } from './pack.ts'
import { recoverCluster, unpackCluster } from './recover-cluster.ts'
import { differingTables, hashTables, listTables } from './table-hashes.ts'
import { packedFileOf } from './take-backup.ts'
import { checkUploads, uploadsFolder } from './uploads.ts'

export interface DrillResult {
  stamp: string
  ok: boolean
  /** 'rows': recovered and every row compared; 'files': only the stored files' hashes were checked */
  depth: 'rows' | 'files'
  tables: number
  rows: string
  uploads: number
  /** tables that differ, or the damaged file */
  faults: string[]
}

/** Restores the newest backup into a folder of its own, beside the running server, and compares every row. */
export async function runDrill(config: Config): Promise<DrillResult | undefined> {
  const stamp = listStamps(config.backupDir).at(-1)
  if (stamp === undefined) return undefined
  const dir = join(config.backupDir, stamp)
  try {
    const manifest = readManifest(dir)
    const result = describe(manifest)
    const faults =
      manifest.kind === 'physical' ? await drillPhysical(config, dir, manifest) : await drillFiles(dir, manifest)
    await checkUploads(join(config.backupDir, uploadsFolder), manifest.uploads ?? [])
    return { ...result, ok: faults.length === 0, faults }
  } catch (error) {
    if (!(error instanceof DamagedBackup)) throw error
    return { stamp, ok: false, depth: 'files', tables: 0, rows: '0', uploads: 0, faults: [error.message] }
  }
}

function describe(manifest: Manifest) {
  return {
    stamp: manifest.stamp,
    depth: manifest.kind === 'physical' && manifest.tables.length > 0 ? ('rows' as const) : ('files' as const),
    tables: manifest.tables.length,
    rows: String(manifest.tables.reduce((sum, { rows }) => sum + BigInt(rows), 0n)),
    uploads: manifest.uploads?.length ?? 0,
  }
}

async function drillPhysical(config: Config, dir: string, manifest: Manifest): Promise<string[]> {
  const live = openCluster(config.dataDir)
  const pgDir = mkdtempSync(join(live.dataDir, 'drill-'))
  const logs = mkdtempSync(join(live.dataDir, 'drill-log-'))
  giveTo(live.user, pgDir)
  giveTo(live.user, logs)
  try {
    // Not durable: it is thrown away, and nothing of it may reach the archive.
    const cluster = { ...live, pgDir, durable: false }
    await unpackCluster(dir, manifest, cluster, logs)
    const target = { kind: 'point' as const, name: manifest.physical?.restorePoint ?? '' }
    const found = await recoverCluster({ cluster, target, logs: [logs] }, async (client) => {
      await client.query('begin isolation level repeatable read read only')
      return hashTables(client, await listTables(client))
    })
    return manifest.tables.length === 0 ? [] : differingTables(manifest.tables, found)
  } finally {
    rmSync(pgDir, { recursive: true, force: true })
    rmSync(logs, { recursive: true, force: true })
  }
}

// A copy of an external database needs a second database to be played back; here every stored byte is checked.
async function drillFiles(dir: string, manifest: Manifest): Promise<string[]> {
  await forEachLimited(manifest.files, 2, (file) => checkPacked(packedFileOf(dir, manifest, file.path), file))
  return []
}
