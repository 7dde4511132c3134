import { type Actor, may } from '../../platform/actor.ts'

/** Which permission shows a kind in the staff's search; a kind that is not named here is for every member of staff. */
const kindPermissions: Readonly<Record<string, string>> = {
  article_work: 'content.read',
  station: 'station.read',
  station_work: 'station.read',
  person: 'people.read',
  application: 'hall.read',
  enquiry: 'hall.read',
  service_work: 'hall.read',
  file: 'file.read',
  rule: 'rule.read',
  zone_work: 'centre.read',
}

/** Kinds that this person may not find. */
export const hiddenKinds = (actor: Actor): string[] =>
  Object.entries(kindPermissions)
    .filter(([, permission]) => !may(actor, permission))
    .map(([kind]) => kind)
