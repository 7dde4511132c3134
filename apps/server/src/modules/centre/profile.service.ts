import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  deleteUntouchedProfile,
  findProfile,
  isPublicFile,
  type Profile,
  type ProfileFields,
  putProfile,
} from './profile.queries.ts'
import { faultsOfProfile, tidyProfile } from './profile.rules.ts'
import { findRegionOn } from './region.queries.ts'
import { today } from './rule.service.ts'

/** A centre that nobody has named yet. */
export const emptyProfile: ProfileFields = {
  name: '',
  nameEn: '',
  shortName: null,
  level: 'county',
  regionCode: null,
  areaSqm: null,
  address: null,
  addressEn: null,
  phone: null,
  email: null,
  hours: null,
  hoursEn: null,
  hostUnit: null,
  hostUnitEn: null,
  operatingUnit: null,
  operatingUnitEn: null,
  icpNumber: null,
  policeNumber: null,
  siteCode: null,
  errorReportUrl: null,
  longitude: null,
  latitude: null,
  logoFileId: null,
  banner: null,
  bannerEn: null,
  bannerSub: null,
  bannerSubEn: null,
}

/** The profile as staff see it; an empty one (version 0) before anybody has written it. */
export async function getProfile(tx: Tx): Promise<Profile> {
  return (await findProfile(tx)) ?? { ...emptyProfile, setUpAt: null, source: 'own', version: 0 }
}

/**
 * @param version the one that was read; 0 where there was none
 * @throws Refusal centre.invalid | record.changed
 */
export async function saveProfile(tx: Tx, actor: Actor, fields: ProfileFields, version: number): Promise<Profile> {
  const before = await getProfile(tx)
  const after = tidyProfile(fields)
  await refuseFaults(tx, after, before)
  await writeProfile(tx, after, version, {})
  const saved = await getProfile(tx)
  await recordAct(tx, actor, {
    action: 'centre.profile_saved',
    subject: { kind: 'centre', id: tx.centreId },
    summary: `${actor.name} 修改了中心资料`,
    before,
    after: saved,
  })
  await publicChanged(tx)
  return saved
}

/** First opening of the centre: name and region as the wizard asked them, and the moment of set-up. */
export async function openCentre(
  tx: Tx,
  actor: Actor,
  input: Pick<ProfileFields, 'name' | 'nameEn' | 'regionCode' | 'level'>,
): Promise<void> {
  const before = await getProfile(tx)
  const after = tidyProfile({ ...before, ...input })
  await refuseFaults(tx, after, before)
  await writeProfile(tx, after, before.version, { setUpAt: tx.now })
  await recordAct(tx, actor, {
    action: 'centre.opened',
    subject: { kind: 'centre', id: tx.centreId },
    summary: `${actor.name} 开通了中心“${after.name}”`,
    before: before.version === 0 ? null : before,
    after,
  })
  await publicChanged(tx)
}

async function refuseFaults(tx: Tx, after: ProfileFields, before: ProfileFields): Promise<void> {
  const faults = faultsOfProfile(after)
  if (
    after.regionCode &&
    after.regionCode !== before.regionCode &&
    !(await findRegionOn(tx, after.regionCode, today(tx)))
  )
    faults.push({ field: 'regionCode', code: 'centre.region_unknown' })
  if (after.logoFileId && after.logoFileId !== before.logoFileId && !(await isPublicFile(tx, after.logoFileId)))
    faults.push({ field: 'logoFileId', code: 'centre.logo_not_public' })
  if (faults.length > 0) throw new Refusal('centre.invalid', {}, faults)
}

async function writeProfile(tx: Tx, fields: ProfileFields, version: number, more: { setUpAt?: Date }): Promise<void> {
  const written = await putProfile(tx, fields, {
    expected: version === 0 ? undefined : version,
    source: 'own',
    ...more,
  })
  if (!written) throw new Refusal('record.changed')
}

/** The profile that a plan proposes; one that people wrote stays as it is. */
export async function insertPlanProfile(tx: Tx, fields: Partial<ProfileFields>, source: string): Promise<void> {
  if (await findProfile(tx)) return
  await putProfile(tx, { ...emptyProfile, ...fields }, { expected: undefined, source })
}

/** Goes with the plan unless somebody changed it or the centre is set up. */
export async function removePlanProfile(tx: Tx, source: string): Promise<{ removed: number; kept: string[] }> {
  const profile = await findProfile(tx)
  const gone = await deleteUntouchedProfile(tx, source)
  const isOwn = profile !== undefined && !gone
  return { removed: gone ? 1 : 0, kept: isOwn ? [`中心资料“${profile.name}”`] : [] }
}

/** What visitors may know of the centre; nothing here is personal. */
export type PublicCentre = Omit<Profile, 'source' | 'version'> & { regionName: string | null }

export async function getPublicCentre(tx: Tx): Promise<PublicCentre> {
  const { source: _source, version: _version, ...shown } = await getProfile(tx)
  const region = shown.regionCode ? await findRegionOn(tx, shown.regionCode, today(tx)) : undefined
  return { ...shown, regionName: region?.name ?? null }
}
