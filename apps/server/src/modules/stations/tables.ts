import type { Generated } from 'kysely'
import type { AppraisalResult, StationLevel, StationState } from './station.rules.ts'

export type StationTables = {
  'centre.station': {
    centre_id: string
    id: string
    code: string
    name: string
    level: StationLevel
    region_code: string
    address: string
    longitude: number | null
    latitude: number | null
    keeper_id: string | null
    phone: string | null
    hours: string | null
    reason: string
    note: string | null
    state: StationState
    opened_on: string | null
    closed_on: string | null
    source: Generated<string>
    version: Generated<number>
    created_at: Date
    updated_at: Date
  }
  'centre.station_event': {
    centre_id: string
    id: string
    station_id: string
    act: string
    from_state: string | null
    to_state: string
    at: Date
    actor_id: string | null
    actor_name: string
    note: string | null
    data: string | null
  }
  'centre.appraisal': {
    centre_id: string
    id: string
    station_id: string
    year: number
    score: string
    result: AppraisalResult
    subsidy_fen: string | null
    note: string | null
    created_at: Date
    created_by: string | null
    created_by_name: string
  }
}
