import { normalisePhone } from '@xianghui/kit/phone'
import { regionLevel } from '@xianghui/kit/region-code'
import type { FieldFault } from '../../platform/refusal.ts'
import type { ProfileFields } from './profile.queries.ts'

/** Everything that is wrong with a profile, field by field. Pure. */
export function faultsOfProfile(profile: ProfileFields): FieldFault[] {
  const faults: FieldFault[] = []
  const fault = (field: keyof ProfileFields, code: string) => faults.push({ field, code })
  if (profile.name.trim() === '') fault('name', 'centre.name_needed')
  if (profile.regionCode !== null && regionLevel(profile.regionCode) === null)
    fault('regionCode', 'centre.region_wrong')
  if (profile.areaSqm !== null && !/^\d{1,8}(\.\d{1,2})?$/.test(profile.areaSqm)) fault('areaSqm', 'centre.area_wrong')
  if (profile.phone !== null && !isPhoneList(profile.phone)) fault('phone', 'centre.phone_wrong')
  if (profile.email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(profile.email)) fault('email', 'centre.email_wrong')
  if (profile.siteCode !== null && !/^[0-9A-Za-z]{10}$/.test(profile.siteCode))
    fault('siteCode', 'centre.site_code_wrong')
  if (profile.errorReportUrl !== null && !isReportAddress(profile.errorReportUrl))
    fault('errorReportUrl', 'centre.report_address_wrong')
  if ((profile.longitude === null) !== (profile.latitude === null)) fault('latitude', 'centre.position_half')
  if (profile.longitude !== null && Math.abs(profile.longitude) > 180) fault('longitude', 'centre.position_wrong')
  if (profile.latitude !== null && Math.abs(profile.latitude) > 90) fault('latitude', 'centre.position_wrong')
  return faults
}

/** Empty text counts as not given; surrounding blanks go. */
export function tidyProfile(profile: ProfileFields): ProfileFields {
  const tidied = Object.entries(profile).map(([key, value]) => {
    if (typeof value !== 'string') return [key, value]
    const text = value.trim()
    return [key, text === '' && key !== 'name' && key !== 'nameEn' ? null : text]
  })
  return Object.fromEntries(tidied) as ProfileFields
}

/** A link to the reporting page, or the address that takes the reports (找错). */
function isReportAddress(text: string): boolean {
  if (/^[^\s@:/]+@[^\s@]+\.[^\s@]+$/.test(text)) return true
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)
}

// Service numbers (12345, 400…) are phones of an office too, so digits with the usual separators are enough there.
function isPhoneList(text: string): boolean {
  return text.split(/[、,，;；]/).every((one) => normalisePhone(one).ok || /^\d[\d\- ]{2,19}$/.test(one.trim()))
}
