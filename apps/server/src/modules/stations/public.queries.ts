import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { StationLevel } from './station.rules.ts'

export interface PublicStation {
  id: string
  code: string
  name: string
  level: StationLevel
  regionCode: string
  township: { code: string; name: string } | null
  address: string
  longitude: number | null
  latitude: number | null
  phone: string | null
  hours: string | null
  /** only where the keeper agreed to be named (consent station.public) */
  keeperName: string | null
  openedOn: string | null
}

/** Stations that serve, for everyone. */
export async function listPublicStations(tx: Tx): Promise<PublicStation[]> {
  const { rows } = await sql<Omit<PublicStation, 'township'> & { townshipName: string | null }>`
    select s.id, s.code, s.name, s.level, s.region_code as "regionCode", s.address, s.longitude, s.latitude, s.phone,
      s.hours, s.opened_on as "openedOn",
      (select r.name from platform.region r where r.code = left(s.region_code, 9) order by r.valid_from desc limit 1)
        as "townshipName",
      (select p.name from identity.person p join identity.consent c on c.centre_id = p.centre_id and c.person_id = p.id
        where p.centre_id = s.centre_id and p.id = s.keeper_id and c.purpose = 'station.public'
          and c.withdrawn_at is null limit 1) as "keeperName"
    from centre.station s where s.centre_id = ${tx.centreId} and s.state in ('in_service', 'rectifying')
    order by s.code`.execute(tx.sql)
  return rows.map(({ townshipName, ...row }) => ({
    ...row,
    township: townshipName === null ? null : { code: row.regionCode.slice(0, 9), name: townshipName },
  }))
}
