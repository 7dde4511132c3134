import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Cluster, giveTo } from './init-cluster.ts'
import { appRole, databaseName, ownerRole, type Secrets, superRole, urlOf } from './secrets.ts'

/** Makes the two working roles and the database once; every step may be repeated after a kill in between. */
export async function ensureRoles(cluster: Cluster, secrets: Secrets): Promise<void> {
  const marker = join(cluster.pgDir, 'xianghui.ready')
  if (existsSync(marker)) return
  const client = new pg.Client({ connectionString: urlOf(secrets, superRole, 'postgres') })
  client.on('error', () => undefined) // the query that follows meets the loss and reports it
  await client.connect()
  try {
    await ensureRole(client, ownerRole, secrets.ownerPassword)
    await ensureRole(client, appRole, secrets.appPassword)
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (found.rowCount === 0) {
      await client.query(`create database ${databaseName} owner ${ownerRole} template template0`)
    }
    await client.query(`revoke all on database ${databaseName} from public`)
    await client.query(`grant connect on database ${databaseName} to ${appRole}`)
    // the health page shows sizes, sessions and the archiver's state
    await client.query(`grant pg_monitor to ${ownerRole}`)
  } finally {
    await client.end()
  }
  writeFileSync(marker, `${cluster.binaries.version}\n`, { flush: cluster.durable })
  giveTo(cluster.user, marker)
}

// The application's role owns nothing and cannot get round row-level security (house.md section 4).
async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role])
  const rights = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls'
  const verb = found.rowCount === 0 ? 'create' : 'alter'
  await client.query(`${verb} role ${role} ${rights} password ${client.escapeLiteral(password)}`)
}
