import { checkCitizenId } from '@xianghui/kit/citizen-id'
import { maskCitizenId, maskEmail, maskPhone } from '@xianghui/kit/mask'
import { normalisePhone } from '@xianghui/kit/phone'
import type { FieldFault } from '../../platform/refusal.ts'

export interface PersonFields {
  name: string
  gender: 'female' | 'male' | null
  phone: string | null
  email: string | null
  citizenId: string | null
  badgeNo: string | null
  note: string | null
}

/** Fields as they are stored, or what is wrong with them. */
export function checkPerson(
  input: PersonFields,
  today: string,
): { ok: true; fields: PersonFields } | { ok: false; faults: FieldFault[] } {
  const faults: FieldFault[] = []
  const fields = {
    ...input,
    name: input.name.trim(),
    phone: blankToNull(input.phone),
    email: blankToNull(input.email),
    citizenId: blankToNull(input.citizenId),
    badgeNo: blankToNull(input.badgeNo),
    note: blankToNull(input.note),
  }
  if (fields.name === '') faults.push({ field: 'name', code: 'person.name_needed' })
  if (fields.phone !== null) {
    const phone = normalisePhone(fields.phone)
    if (phone.ok) fields.phone = phone.value.number
    else faults.push({ field: 'phone', code: 'person.phone_wrong' })
  }
  if (fields.citizenId !== null) {
    const id = checkCitizenId(fields.citizenId, today)
    if (id.ok) {
      fields.citizenId = id.value.number
      if (fields.gender === null) fields.gender = id.value.sex
      else if (fields.gender !== id.value.sex) faults.push({ field: 'gender', code: 'person.gender_differs' })
    } else faults.push({ field: 'citizenId', code: 'person.citizen_id_wrong' })
  }
  if (fields.email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(fields.email))
    faults.push({ field: 'email', code: 'person.email_wrong' })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, fields }
}

const blankToNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim())

/** Personal data as lists, ledgers and pages show it. */
export function masked<P extends Pick<PersonFields, 'phone' | 'email' | 'citizenId'>>(person: P): P {
  return {
    ...person,
    phone: person.phone === null ? null : maskPhone(person.phone),
    email: person.email === null ? null : maskEmail(person.email),
    citizenId: person.citizenId === null ? null : maskCitizenId(person.citizenId),
  }
}

// Node's full ICU sorts Chinese by pinyin (zh-CN); PostgreSQL's builtin collations do not. A centre has at most a few
// thousand people, so names are sorted here and no pinyin column needs to be kept right.
const byPinyin = new Intl.Collator('zh-CN')

/** By pinyin of the name, then by id. */
export function compareNames(one: { name: string; id: string }, other: { name: string; id: string }): number {
  return byPinyin.compare(one.name, other.name) || (one.id < other.id ? -1 : 1)
}
