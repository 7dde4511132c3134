import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { listPosts, listUnits } from './org.queries.ts'
import { listZones, type ZoneState } from './zone.queries.ts'

/** What visitors see of a zone; what nobody gave is null. */
export interface PublicZone {
  key: string
  order: number
  name: string
  nameEn: string
  purpose: string
  purposeEn: string
  clause: string | null
  literal: string | null
  areaSqm: number | null
  openingHours: string | null
  openingHoursEn: string | null
  state: ZoneState
  /** keys of services offered here */
  services: string[]
}

export interface PublicZoneDetail extends PublicZone {
  /** the plan's list, with its count where it states one */
  equipment: { name: string; nameEn: string; count: number | null }[]
}

export async function listPublicZones(tx: Tx): Promise<PublicZone[]> {
  return (await listZones(tx)).map(
    ({ id: _id, position, staffId: _s, staffName: _n, source: _o, version: _v, ...zone }) => ({
      ...zone,
      order: position,
    }),
  )
}

export async function getPublicZone(tx: Tx, key: string): Promise<PublicZoneDetail | undefined> {
  const zone = (await listPublicZones(tx)).find((one) => one.key === key)
  if (!zone) return undefined
  const { rows } = await sql<PublicZoneDetail['equipment'][number]>`
    select n.name, n.name_en as "nameEn", n.planned_count as count from centre.equipment_need n
    join centre.zone z on z.centre_id = n.centre_id and z.id = n.zone_id
    where n.centre_id = ${tx.centreId} and z.key = ${key} order by n.position, n.id`.execute(tx.sql)
  return { ...zone, equipment: rows }
}

interface PublicNode {
  id: string
  name: string
  nameEn: string
  duties: { text: string; textEn: string }[]
}

/** The organisation as 二 has it: units and posts with their duties, nobody named. */
export interface PublicOrganisation {
  units: (PublicNode & { parentId: string | null })[]
  posts: (PublicNode & { unitId: string; superiorId: string | null })[]
}

export async function listPublicOrganisation(tx: Tx): Promise<PublicOrganisation> {
  const node = ({ id, name, nameEn, duties }: PublicNode) => ({ id, name, nameEn, duties })
  return {
    units: (await listUnits(tx)).map((one) => ({ ...node(one), parentId: one.parentId })),
    posts: (await listPosts(tx)).map((one) => ({ ...node(one), unitId: one.unitId, superiorId: one.superiorId })),
  }
}
