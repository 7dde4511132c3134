import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from '../log.ts'
import { errorCode } from '../start-checks.ts'
import type { Cluster } from './init-cluster.ts'
import { findPostmaster, stopPostmaster } from './postmaster.ts'
import { appRole, ownerRole, type Secrets, superRole, urlOf } from './secrets.ts'

/** Backup commands name their connections so; they survive a restart of the server. */
export const backupApplicationName = 'xianghui-backup'

/**
 * Takes over a database that a killed server left running. One of another version, with other settings or that does not
 * take our password is stopped cleanly instead, and the caller starts it. False: nothing is running now.
 */
export async function adoptRunning(
  cluster: Cluster,
  secrets: Secrets,
  wantedConf: string,
  log: Pick<Logger, 'info' | 'warn'>,
): Promise<boolean> {
  for (let waited = 0; ; waited += 50) {
    const running = findPostmaster(cluster.pgDir)
    if (!running) return false
    if (running.ready && running.port === secrets.port && sameConf(cluster, wantedConf)) {
      const refusal = await tryAdopt(cluster, secrets)
      if (refusal === '') return true
      log.warn({ refusal }, 'running embedded database not taken over, restarting it')
    }
    // Not ready: it is recovering or shutting down, which is waited for; after 30 s it is stopped.
    if (running.ready || waited > 30_000) {
      await stopPostmaster(cluster)
      return false
    }
    await pause(50)
  }
}

function sameConf(cluster: Cluster, wanted: string): boolean {
  const path = join(cluster.pgDir, 'xianghui.conf')
  return existsSync(path) && readFileSync(path, 'utf8') === wanted
}

async function tryAdopt(cluster: Cluster, secrets: Secrets): Promise<string> {
  const client = new pg.Client({
    connectionString: urlOf(secrets, superRole, 'postgres'),
    connectionTimeoutMillis: 3000,
    query_timeout: 5000,
  })
  client.on('error', () => undefined) // the pending query meets the loss and reports it
  try {
    await client.connect()
    const { rows } = await client.query<{ dir: string; version: string }>(
      `select current_setting('data_directory') dir, current_setting('server_version') version`,
    )
    if (realpathSync(rows[0]?.dir ?? '') !== cluster.pgDir) return `another cluster: ${rows[0]?.dir}`
    if (rows[0]?.version.split(' ')[0] !== cluster.binaries.version) return `version ${rows[0]?.version}`
    // The dead server's sessions would hold their locks until they notice: cut them.
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where usename in ($1, $2) and application_name <> $3 and pid <> pg_backend_pid()`,
      [ownerRole, appRole, backupApplicationName],
    )
    return ''
  } catch (error) {
    return errorCode(error)
  } finally {
    await client.end()
  }
}
