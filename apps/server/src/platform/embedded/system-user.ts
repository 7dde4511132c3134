import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { StartFault } from '../start-fault.ts'
import { systemUserMissing } from '../start-faults.ts'

/** The account the database runs as when the server is started by root, whom PostgreSQL refuses. */
export interface SystemUser {
  name: string
  uid: number
  gid: number
}

export const databaseUserName = 'xianghui-pg'

/** Finds the account in the text of /etc/passwd. */
export function findUser(passwd: string, name: string): SystemUser | undefined {
  const fields = passwd.split('\n').map((line) => line.split(':'))
  const found = fields.find((field) => field[0] === name)
  return found ? { name, uid: Number(found[2]), gid: Number(found[3]) } : undefined
}

/** The database's system account, made when missing (needs root). Two servers starting at once both get it. */
export function ensureDatabaseUser(): SystemUser {
  let reason = ''
  for (let attempt = 0; attempt < 5; attempt++) {
    const user = findUser(readFileSync('/etc/passwd', 'utf8'), databaseUserName)
    if (user) return user
    reason = addUser()
  }
  throw new StartFault(systemUserMissing(databaseUserName, reason))
}

function addUser(): string {
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent']
  const made = spawnSync('useradd', [...options, '--shell', '/usr/sbin/nologin', databaseUserName], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` },
  })
  return made.error ? made.error.message : made.stderr.trim()
}
