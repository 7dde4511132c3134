import { addDays, instantAt, isBusinessDate } from '@xianghui/kit/calendar'
import { type Actor, scopeOf } from '../../platform/actor.ts'
import type { ApplicationFilter } from './application.queries.ts'

/** What the list and the export are narrowed to, from the words of the address, within what the actor may read. */
export function filterOf(query: Readonly<Record<string, unknown>>, actor: Actor, today: string): ApplicationFilter {
  const text = (key: string) => (typeof query[key] === 'string' && query[key] !== '' ? String(query[key]) : undefined)
  const isOn = (key: string) => query[key] === true || query[key] === 'true'
  const from = text('from')
  const to = text('to')
  return {
    state: text('state'),
    service: text('service'),
    region: text('region'),
    q: text('q'),
    scope: scopeOf(actor, 'hall.read'),
    assignedTo: isOn('mine') && actor.id ? actor.id : undefined,
    overdueOn: isOn('overdue') ? today : undefined,
    from: from && isBusinessDate(from) ? instantAt(from, '00:00') : undefined,
    to: to && isBusinessDate(to) ? instantAt(addDays(to, 1), '00:00') : undefined,
  }
}
