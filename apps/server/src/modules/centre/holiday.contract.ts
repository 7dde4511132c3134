import { Day, endpoint, Nullable, Ok, OneOf, Text } from '@xianghui/kit/contract'
import Type from 'typebox'

const Year = Type.Integer({ minimum: 2000, maximum: 2100 })
const HolidayDay = Type.Object({ date: Day, name: Text(30, 1), isOff: Type.Boolean() })

export const holidayContract = {
  listHolidays: endpoint('GET', '/api/holidays', '某年节假日与调休', {
    query: Type.Object({ year: Type.Optional(Year) }),
    reply: Type.Object({
      year: Type.Integer(),
      /** years that have a notice */
      years: Type.Array(Type.Integer()),
      /** missing-next: after 1 December and the coming year has no notice yet */
      state: OneOf(['ok', 'missing-next', 'missing-current']),
      source: Nullable(Type.String()),
      days: Type.Array(Type.Object({ date: Day, name: Type.String(), isOff: Type.Boolean() })),
    }),
  }),
  saveHolidays: endpoint('PUT', '/api/holidays/:year', '维护某年节假日与调休', {
    params: Type.Object({ year: Year }),
    body: Type.Object({ source: Text(200, 1), days: Type.Array(HolidayDay, { maxItems: 120 }) }),
    reply: Ok,
  }),
}
