import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { sqlState } from './db.ts'
import { roleOf } from './role-of.ts'
import { StartFault } from './start-fault.ts'
import { databaseTooOld, databaseUnreachable, withoutPassword } from './start-faults.ts'

const oldest = 150_000

/**
 * An external PostgreSQL (≥15): checks it, and makes the application's own role where DATABASE_APP_URL does not name one.
 * @throws StartFault database.unreachable | database.too_old | database.app_role
 */
export async function prepareExternal(
  ownerUrl: string,
  givenAppUrl: string | null,
  dataDir: string,
): Promise<{ ownerUrl: string; appUrl: string; appRole: string }> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await client.connect().catch((error: unknown) => {
    throw new StartFault(databaseUnreachable(withoutPassword(ownerUrl), String(error)), { cause: error })
  })
  try {
    const { rows } = await client.query<{ version: number; name: string }>(
      "select current_setting('server_version_num')::int as version, current_database() as name",
    )
    const { version = 0, name = '' } = rows[0] ?? {}
    if (version < oldest) throw new StartFault(databaseTooOld(String(Math.floor(version / 10_000))))
    const appUrl = givenAppUrl ?? (await ensureAppRole(client, ownerUrl, name, dataDir))
    const appRole = roleOf(appUrl)
    await refusePowerfulRole(client, appRole)
    return { ownerUrl, appUrl, appRole }
  } finally {
    await client.end()
  }
}

async function ensureAppRole(client: pg.Client, ownerUrl: string, database: string, dataDir: string): Promise<string> {
  const role = `xianghui_app_${database.toLowerCase().replace(/[^a-z0-9]/g, '_')}`.slice(0, 63)
  const password = rememberedPassword(dataDir)
  try {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
    const verb = known.rowCount === 0 ? 'create' : 'alter'
    await client.query(
      `${verb} role "${role}" login password '${password}' nosuperuser nobypassrls nocreatedb nocreaterole`,
    )
    await client.query(`grant connect on database "${database.replaceAll('"', '""')}" to "${role}"`)
  } catch (error) {
    if (sqlState(error) !== '42501') throw error
    throw new StartFault(
      {
        code: 'database.app_role',
        zh: '数据库账号没有建立应用专用角色的权限（CREATEROLE）。',
        en: 'The database user may not create the application role (CREATEROLE).',
        mendZh: '请数据库管理员授予 CREATEROLE，或另建一个普通角色并用 DATABASE_APP_URL 指定它的连接串。',
        mendEn: 'Grant CREATEROLE, or create a plain role and name its connection string in DATABASE_APP_URL.',
      },
      { cause: error },
    )
  }
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return url.toString()
}

/** Row-level security means nothing to a superuser or a role that bypasses it. */
async function refusePowerfulRole(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ strong: boolean }>(
    'select rolsuper or rolbypassrls or rolname = current_user as strong from pg_roles where rolname = $1',
    [role],
  )
  if (rows[0]?.strong)
    throw new StartFault({
      code: 'database.app_role_too_strong',
      zh: `应用角色 ${role} 是超级用户、可绕过行级安全，或就是表的所有者。`,
      en: `The application role ${role} is a superuser, bypasses row-level security, or owns the tables.`,
      mendZh: '请在 DATABASE_APP_URL 中换用一个普通角色（NOSUPERUSER NOBYPASSRLS，且不同于 DATABASE_URL 的账号）。',
      mendEn: 'Name a plain role in DATABASE_APP_URL (NOSUPERUSER NOBYPASSRLS, other than the user of DATABASE_URL).',
    })
}

function rememberedPassword(dataDir: string): string {
  const folder = join(dataDir, 'secret')
  const file = join(folder, 'external-app-password')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const password = randomBytes(24).toString('hex')
  writeFileSync(file, password, { mode: 0o600 })
  return password
}
