import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode } from '../start-checks.ts'

export const superRole = 'xianghui_super'
export const ownerRole = 'xianghui_owner'
export const appRole = 'xianghui_app'
export const databaseName = 'xianghui'

/** Passwords of the three roles and the port chosen last time; DATA_DIR/secret/embedded.json, mode 600. */
export interface Secrets {
  superPassword: string
  ownerPassword: string
  appPassword: string
  port: number
}

/** The stored secrets, or undefined when none were made yet. */
export function readSecrets(dataDir: string): Secrets | undefined {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Secrets
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Stores the secrets whole or not at all. */
export function writeSecrets(dataDir: string, secrets: Secrets): void {
  mkdirSync(join(dataDir, 'secret'), { recursive: true, mode: 0o700 })
  const part = `${fileIn(dataDir)}.part`
  writeFileSync(part, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(part, fileIn(dataDir))
}

/** Fresh random passwords; the port is chosen later. */
export function makeSecrets(): Secrets {
  const password = () => randomBytes(24).toString('base64url')
  return { superPassword: password(), ownerPassword: password(), appPassword: password(), port: 0 }
}

/** Connection string of a role on the embedded server. */
export function urlOf(secrets: Secrets, role: string, database = databaseName): string {
  const passwords: Record<string, string> = {
    [superRole]: secrets.superPassword,
    [ownerRole]: secrets.ownerPassword,
    [appRole]: secrets.appPassword,
  }
  return `postgres://${role}:${passwords[role]}@127.0.0.1:${secrets.port}/${database}`
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'secret', 'embedded.json')
}
