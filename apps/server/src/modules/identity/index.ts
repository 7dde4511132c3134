import type { Module } from '../../platform/module.ts'
import { identityMessages } from './messages.ts'
import { mountIdentity } from './routes.ts'

export { deleteGrants, insertAccount, insertGrant, insertPerson, updateAccount } from './account.queries.ts'
export { authenticate } from './authenticate.ts'
export {
  createFirstAdmin,
  type FirstAdmin,
  newSetupToken,
  type SetupTokenState,
  setupTokenState,
} from './first-admin.service.ts'
export { type Permission, permissionNames, permissions } from './permissions.ts'
export { type Role, type RoleDefinition, roleDefinition, roles } from './roles.ts'
export { hashPassword } from './secrets.ts'
export { deleteExpiredSessions, deleteSessionsOf } from './session.queries.ts'

export const identityModule: Module = {
  name: 'identity',
  messages: identityMessages,
  mount: (mount, deps) =>
    mountIdentity(mount, {
      ...deps,
      https: deps.config.publicUrl.startsWith('https:'),
      sessionHours: deps.config.sessionHours,
    }),
}
