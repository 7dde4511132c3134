import type { Mount } from '../../platform/http.ts'
import { setupContract as contract } from './contract.ts'
import { finishSetup, noticeVersion, type Setup, setupState } from './service.ts'

const tries = { tokens: 30, seconds: 60 }

/** Public because nobody has an account yet; the token of 256 bits is the key. */
export function mountSetup(mount: Mount): void {
  mount(contract.setupState, { may: 'public', rate: tries }, async ({ body, inCentre }) => ({
    ...(await inCentre((tx) => setupState(tx, body.token))),
    noticeVersion,
  }))
  mount(contract.finishSetup, { may: 'public', rate: tries }, async ({ body, inCentre }) => {
    const { token, administrator, data } = body
    const centre = { ...body.centre, level: body.centre.level as Setup['centre']['level'] }
    const setup = { token, centre, administrator, data: data as Setup['data'], noticeVersion: body.noticeVersion }
    await inCentre((tx) => finishSetup(tx, setup))
    return { ok: true as const }
  })
}
