import type { Generated } from 'kysely'

export type OrganisationTables = {
  'centre.org_unit': {
    centre_id: string
    id: string
    key: string | null
    parent_id: string | null
    position: number
    name: string
    name_en: string
    clause: string | null
    literal: string | null
    duties: unknown
    station_id: string | null
    source: string
    version: Generated<number>
    updated_at: Date
  }
  'centre.post': {
    centre_id: string
    id: string
    key: string | null
    unit_id: string
    superior_id: string | null
    position: number
    name: string
    name_en: string
    clause: string | null
    literal: string | null
    duties: unknown
    source: string
    version: Generated<number>
    updated_at: Date
  }
  'centre.assignment': {
    centre_id: string
    id: string
    post_id: string
    person_id: string
    valid_from: string
    valid_to: string | null
    main: boolean
    leader_id: string | null
    created_at: Date
  }
  'centre.zone': {
    centre_id: string
    id: string
    key: string
    position: number
    name: string
    name_en: string
    purpose: string
    purpose_en: string
    clause: string | null
    literal: string | null
    services: unknown
    area_sqm: string | null
    opening_hours: string | null
    opening_hours_en: string | null
    state: 'open' | 'maintenance' | 'closed'
    staff_id: string | null
    source: string
    version: Generated<number>
    updated_at: Date
  }
  'centre.equipment_need': {
    centre_id: string
    id: string
    zone_id: string | null
    kind: string
    position: number
    name: string
    name_en: string
    planned_count: number | null
    clause: string | null
    literal: string | null
    source: string
  }
  'centre.equipment': {
    centre_id: string
    id: string
    asset_tag: string
    zone_id: string | null
    kind: string
    name: string
    model: string | null
    quantity: number
    state: 'in_use' | 'idle' | 'repair' | 'retired'
    acquired_on: string | null
    note: string | null
    source: string
    version: Generated<number>
    updated_at: Date
  }
}
