import type { Mount } from '../../platform/http.ts'
import { profileContract as contract } from './profile.contract.ts'
import type { Profile } from './profile.queries.ts'
import { getProfile, saveProfile } from './profile.service.ts'

export function mountProfile(mount: Mount): void {
  mount(contract.getCentre, { may: 'centre.read' }, async ({ inCentre }) => shown(await inCentre(getProfile)))
  mount(contract.saveCentre, { may: 'centre.write' }, async ({ body, actor, inCentre }) => {
    const { version, ...given } = body
    const fields = { ...given, level: given.level as Profile['level'] }
    return shown(await inCentre((tx) => saveProfile(tx, actor, fields, version)))
  })
}

const shown = (profile: Profile) => ({ ...profile, setUpAt: profile.setUpAt?.toISOString() ?? null })
