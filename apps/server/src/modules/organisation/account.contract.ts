import { endpoint, Id, IdParams, Instant, listQuery, Nullable, Ok, OneOf, paged, Text } from '@xianghui/kit/contract'
import Type from 'typebox'

const Reason = Type.Object({ reason: Text(300, 2) })
const State = OneOf(['active', 'disabled'])
/** stationId '0' = the whole centre */
const Grant = Type.Object({ role: Text(40, 1), stationId: Type.String({ pattern: '^(0|[1-9][0-9]{0,17})$' }) })
const Grants = Type.Array(Grant, { maxItems: 50 })
const Temporary = Type.Object({ temporaryPassword: Type.String() })

export const AccountShape = Type.Object({
  id: Id,
  personId: Id,
  personName: Type.String(),
  username: Type.String(),
  /** masked */
  phone: Nullable(Type.String()),
  state: State,
  mustChangePassword: Type.Boolean(),
  secondFactor: Type.Boolean(),
  lastSignInAt: Nullable(Instant),
  grants: Type.Array(
    Type.Object({ role: Type.String(), stationId: Type.String(), stationName: Nullable(Type.String()) }),
  ),
})

const Label = { zh: Type.String(), en: Type.String() }

export const accountContract = {
  listAccounts: endpoint('GET', '/api/accounts', '账号列表', {
    query: listQuery({ state: Type.Optional(State), role: Type.Optional(Text(40)) }),
    reply: paged(AccountShape),
  }),
  openAccount: endpoint('POST', '/api/accounts', '开设账号（临时密码只显示一次）', {
    body: Type.Object({ personId: Id, username: Text(32, 3), phone: Nullable(Text(20)), grants: Grants }),
    reply: Type.Object({ accountId: Id, temporaryPassword: Type.String() }),
  }),
  setGrants: endpoint('PUT', '/api/accounts/:id/roles', '调整角色', {
    params: IdParams,
    body: Type.Object({ grants: Grants, reason: Text(300, 2) }),
    reply: Ok,
  }),
  disableAccount: endpoint('POST', '/api/accounts/:id/disable', '停用账号', {
    params: IdParams,
    body: Reason,
    reply: Ok,
  }),
  enableAccount: endpoint('POST', '/api/accounts/:id/enable', '启用账号', {
    params: IdParams,
    body: Reason,
    reply: Ok,
  }),
  resetPassword: endpoint('POST', '/api/accounts/:id/reset-password', '重置密码（临时密码只显示一次）', {
    params: IdParams,
    body: Reason,
    reply: Temporary,
  }),
  resetSecondFactor: endpoint('POST', '/api/accounts/:id/reset-second-factor', '重置第二重验证', {
    params: IdParams,
    body: Reason,
    reply: Ok,
  }),
  roleMatrix: endpoint('GET', '/api/roles', '角色与权限对照', {
    reply: Type.Object({
      permissions: Type.Array(Type.Object({ key: Type.String(), ...Label })),
      roles: Type.Array(
        Type.Object({
          key: Type.String(),
          ...Label,
          note: Type.String(),
          stationScoped: Type.Boolean(),
          secondFactor: Type.Boolean(),
          permissions: Type.Array(Type.String()),
        }),
      ),
    }),
  }),
}
