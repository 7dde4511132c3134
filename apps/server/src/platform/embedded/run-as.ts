import { spawn } from 'node:child_process'
import type { SystemUser } from './system-user.ts'

export interface Outcome {
  code: number
  output: string
}

/** Nothing of our environment reaches PostgreSQL: no PG* variable, no locale the machine may lack, no secret. */
export const cleanEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Identity and surroundings of a child that runs as `user` (null: as ourselves), in a directory all can read. */
export function processOptions(user: SystemUser | null) {
  return { cwd: '/', env: cleanEnvironment, ...(user ? { uid: user.uid, gid: user.gid } : {}) }
}

/** Runs a program to its end and returns its exit code and everything it printed. */
export function runAs(user: SystemUser | null, program: string, args: string[], input = ''): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...processOptions(user), stdio: ['pipe', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', reject)
    child.once('close', (code, signal) =>
      resolve({ code: code ?? 1, output: `${Buffer.concat(chunks).toString('utf8')}${signal ? ` (${signal})` : ''}` }),
    )
    // A program that ends without reading its input must not end us.
    child.stdin.on('error', (error) => chunks.push(Buffer.from(error.message)))
    child.stdin.end(input)
  })
}
