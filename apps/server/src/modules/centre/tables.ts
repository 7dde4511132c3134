import type { Generated } from 'kysely'
import type { RuleSource } from './rule.rules.ts'

export type CentreTables = {
  'centre.profile': {
    centre_id: string
    name: string
    name_en: string
    short_name: string | null
    level: 'prefecture' | 'county'
    region_code: string | null
    area_sqm: string | null
    address: string | null
    address_en: string | null
    phone: string | null
    email: string | null
    hours: string | null
    hours_en: string | null
    host_unit: string | null
    host_unit_en: string | null
    operating_unit: string | null
    operating_unit_en: string | null
    icp_number: string | null
    police_number: string | null
    site_code: string | null
    error_report_url: string | null
    longitude: number | null
    latitude: number | null
    logo_file_id: string | null
    banner: string | null
    banner_en: string | null
    banner_sub: string | null
    banner_sub_en: string | null
    set_up_at: Date | null
    source: Generated<string>
    version: Generated<number>
    updated_at: Date
  }
  'centre.setting': { centre_id: string; key: string; value: unknown; updated_at: Date }
  'centre.rule': {
    centre_id: string
    key: string
    position: number
    title: string
    title_en: string
    summary: string
    summary_en: string
    value_schema: unknown
    clause: string | null
    literal: string | null
    contradiction: string | null
    default_reading: string | null
    readings: unknown
    problem: string | null
    problem_en: string | null
    source: string
  }
  'centre.rule_version': {
    centre_id: string
    id: string
    key: string
    source: RuleSource
    origin: string | null
    value: unknown
    reading: string | null
    valid_from: string
    valid_to: string | null
    reason: string
    created_at: Date
    created_by: string | null
    created_by_name: string
  }
}
