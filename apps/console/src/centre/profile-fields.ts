import type { ReplyOf } from '@xianghui/kit/contract'
import type { centreContract } from '@xianghui/server/contract/centre'
import type { Same } from '../shared/locale.ts'
import type { FormField } from '../shared/resource-form.tsx'
import type { locale } from './locale.ts'

export type Words = Same<(typeof locale)['zh']>
export type Profile = ReplyOf<typeof centreContract.getCentre>

/** The profile's fields in the order people fill them in. */
export function profileFields(t: Words): FormField[] {
  const text = (key: keyof Profile & keyof Words & string, why?: string): FormField => ({
    key,
    label: String(t[key]),
    kind: 'text',
    ...(why ? { why } : {}),
  })
  return [
    { key: 'h1', kind: 'heading', label: t.identity },
    { ...text('name'), required: true },
    text('nameEn'),
    text('shortName'),
    {
      key: 'level',
      label: t.level,
      kind: 'radio',
      options: [
        { value: 'county', label: t.county },
        { value: 'prefecture', label: t.prefecture },
      ],
    },
    { key: 'regionCode', label: t.regionCode, kind: 'region' },
    text('areaSqm', t.areaWhy),
    text('hostUnit', t.hostUnitWhy),
    text('hostUnitEn'),
    text('operatingUnit'),
    text('operatingUnitEn'),
    { key: 'h2', kind: 'heading', label: t.contact },
    text('address'),
    text('addressEn'),
    text('phone', t.phoneWhy),
    text('email'),
    text('hours', t.hoursWhy),
    text('hoursEn'),
    { key: 'h3', kind: 'heading', label: t.filing, why: t.filingWhy },
    text('icpNumber'),
    text('policeNumber'),
    text('siteCode', t.siteCodeWhy),
    text('errorReportUrl', t.errorReportUrlWhy),
    { key: 'h4', kind: 'heading', label: t.place, why: t.placeWhy },
    { key: 'longitude', label: t.longitude, kind: 'number', min: -180, max: 180 },
    { key: 'latitude', label: t.latitude, kind: 'number', min: -90, max: 90 },
    { key: 'h5', kind: 'heading', label: t.frontDesk, why: t.frontDeskWhy },
    text('banner'),
    text('bannerEn'),
    text('bannerSub'),
    text('bannerSubEn'),
    text('logoFileId', t.logoWhy),
  ]
}

/** What a visitor looks for and does not find: named to staff only. */
export function unsetOf(profile: Profile, t: Words): string[] {
  const wanted = [
    'hostUnit',
    'operatingUnit',
    'address',
    'phone',
    'hours',
    'icpNumber',
    'policeNumber',
    'siteCode',
  ] as const
  return wanted.filter((key) => profile[key] === null).map((key) => t[key])
}
