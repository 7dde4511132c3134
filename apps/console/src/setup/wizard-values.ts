import type { BodyOf, ReplyOf } from '@xianghui/kit/contract'
import type { setupContract } from '@xianghui/server/contract/setup'

export type Known = NonNullable<ReplyOf<typeof setupContract.setupState>['known']>

export interface WizardValues {
  centreName: string
  centreNameEn: string
  level: Known['level']
  regionCode: string
  adminName: string
  username: string
  password: string
  repeat: string
  phone: string
  alsoManager: boolean
  data: 'plan' | 'empty'
  privacy: boolean
  planMark: boolean
}

/** Which fields each step asks for; the fifth step only reports. */
export const stepFields: readonly (readonly (keyof WizardValues)[])[] = [
  ['centreName', 'centreNameEn', 'level', 'regionCode'],
  ['adminName', 'username', 'password', 'repeat', 'phone', 'alsoManager'],
  ['data'],
  ['privacy', 'planMark'],
]

export const initialOf = (known: Known): WizardValues => ({
  centreName: known.name,
  centreNameEn: known.nameEn,
  level: known.level,
  regionCode: known.regionCode ?? '',
  adminName: '',
  username: '',
  password: '',
  repeat: '',
  phone: '',
  alsoManager: true,
  data: 'plan',
  privacy: false,
  planMark: false,
})

export function bodyOfWizard(
  values: WizardValues,
  token: string,
  noticeVersion: string,
): BodyOf<typeof setupContract.finishSetup> {
  return {
    token,
    noticeVersion,
    centre: {
      name: values.centreName.trim(),
      nameEn: values.centreNameEn.trim(),
      level: values.level,
      regionCode: values.regionCode,
    },
    administrator: {
      name: values.adminName.trim(),
      username: values.username.trim().toLowerCase(),
      password: values.password,
      phone: values.phone.trim() || null,
      alsoManager: values.alsoManager,
    },
    data: values.data,
    accepted: { privacy: true, planMark: true },
  }
}

const places: Readonly<Record<string, keyof WizardValues>> = {
  name: 'centreName',
  nameEn: 'centreNameEn',
  level: 'level',
  regionCode: 'regionCode',
  username: 'username',
  password: 'password',
  phone: 'phone',
}

/** The step and field a fault of the server belongs to. */
export function stepOfFault(field: string): { step: number; name: keyof WizardValues } | undefined {
  const name = places[field.split(/[./]/).at(-1) ?? '']
  if (!name) return undefined
  return { step: stepFields.findIndex((fields) => fields.includes(name)), name }
}
