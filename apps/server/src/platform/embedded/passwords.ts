import { join } from 'node:path'
import { StartFault } from '../start-fault.ts'
import { clusterForeign } from '../start-faults.ts'
import { type Cluster, lastLines } from './init-cluster.ts'
import { runAs } from './run-as.ts'
import { appRole, ownerRole, type Secrets, superRole } from './secrets.ts'

/**
 * Gives the roles of a stopped cluster new passwords: its secrets were lost, or it came from another machine's backup.
 * PostgreSQL's single-user mode asks for none, so this works for whoever owns the files and for nobody else.
 */
export async function resetPasswords(cluster: Cluster, secrets: Secrets): Promise<void> {
  const statements = [
    [superRole, secrets.superPassword],
    [ownerRole, secrets.ownerPassword],
    [appRole, secrets.appPassword],
  ].map(([role, password]) => `alter role ${role} password '${password}'\n`)
  const program = join(cluster.binaries.native, 'bin', 'postgres')
  const options = ['--single', '-D', cluster.pgDir, '-c', 'logging_collector=off', '-c', 'archive_mode=off']
  const done = await runAs(cluster.user, program, [...options, 'postgres'], statements.join(''))
  // Roles that a killed first start had not made yet are made by ensureRoles; only the superuser must be there.
  if (done.code !== 0 || done.output.includes(`role "${superRole}" does not exist`)) {
    throw new StartFault(clusterForeign(cluster.pgDir, lastLines(done.output, 3)))
  }
}
