import { maskPhone } from '@xianghui/kit/mask'
import type { Mount } from '../../platform/http.ts'
import { hashPassword, permissions, type RoleDefinition, roles } from '../identity/index.ts'
import { accountContract as contract } from './account.contract.ts'
import { listAccounts } from './account.queries.ts'
import { newTemporaryPassword } from './account.rules.ts'
import {
  disableAccount,
  enableAccount,
  openAccount,
  resetPassword,
  resetSecondFactor,
  setGrants,
} from './account.service.ts'

const ok = { ok: true as const }

export function mountAccounts(mount: Mount): void {
  mount(contract.listAccounts, { may: 'account.write' }, async ({ query, inCentre }) => {
    const { page = 1, size = 20, sort: _sort, ...filter } = query
    const { items, total } = await inCentre((tx) => listAccounts(tx, filter, { page, size }))
    const shown = items.map((one) => ({
      ...one,
      phone: one.phone === null ? null : maskPhone(one.phone),
      lastSignInAt: one.lastSignInAt?.toISOString() ?? null,
    }))
    return { items: shown, total, page, size }
  })
  mount(contract.roleMatrix, { may: 'people.read' }, async () => matrix)
  mount(contract.openAccount, { may: 'account.write' }, async ({ body, actor, inCentre }) => {
    // Hashing takes a moment by design: outside the transaction.
    const temporaryPassword = newTemporaryPassword()
    const passwordHash = await hashPassword(temporaryPassword)
    const accountId = await inCentre((tx) => openAccount(tx, actor, { ...body, passwordHash }))
    return { accountId, temporaryPassword }
  })
  mount(contract.resetPassword, { may: 'account.write' }, async ({ params, body, actor, inCentre }) => {
    const temporaryPassword = newTemporaryPassword()
    const passwordHash = await hashPassword(temporaryPassword)
    await inCentre((tx) => resetPassword(tx, actor, { ...body, id: params.id, passwordHash }))
    return { temporaryPassword }
  })
  mount(contract.setGrants, { may: 'account.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => setGrants(tx, actor, { ...body, id: params.id }))
    return ok
  })
  mount(contract.disableAccount, { may: 'account.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => disableAccount(tx, actor, { ...body, id: params.id }))
    return ok
  })
  mount(contract.enableAccount, { may: 'account.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => enableAccount(tx, actor, { ...body, id: params.id }))
    return ok
  })
  mount(contract.resetSecondFactor, { may: 'account.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => resetSecondFactor(tx, actor, { ...body, id: params.id }))
    return ok
  })
}

const matrix = {
  permissions: Object.entries(permissions).map(([key, label]) => ({ key, zh: label.zh, en: label.en })),
  roles: Object.entries<RoleDefinition>(roles).map(([key, role]) => ({
    key,
    zh: role.zh,
    en: role.en,
    note: role.note,
    stationScoped: role.stationScoped === true,
    secondFactor: role.secondFactor === true,
    permissions: [...role.permissions],
  })),
}
