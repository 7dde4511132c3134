import { Day, endpoint, Instant, Nullable, Ok, OneOf, Text } from '@xianghui/kit/contract'
import Type from 'typebox'

const Words = { name: Type.String(), nameEn: Type.String() }
const Figure = Type.Object({
  key: Type.String(),
  ...Words,
  group: Type.String(),
  groupEn: Type.String(),
  unit: Type.String(),
  unitEn: Type.String(),
  definition: Type.String(),
  definitionEn: Type.String(),
  value: Nullable(Type.Number()),
  state: OneOf(['counted', 'none_yet', 'suppressed', 'not_collected']),
  text: Type.String(),
  textEn: Type.String(),
})
const Counts = Type.Object({
  zones: Type.Integer(),
  servicesOpen: Type.Integer(),
  received: Type.Integer(),
  receivedMonth: Type.Integer(),
  finished: Type.Integer(),
  finishedMonth: Type.Integer(),
  medianDays: Nullable(Type.Number()),
  enquiriesAnswered: Type.Integer(),
  activitiesDone: Type.Integer(),
  activitiesPlanned: Type.Integer(),
  participants: Nullable(Type.Integer()),
  stationsInService: Type.Integer(),
  stationsRectifying: Type.Integer(),
})
const Point = { longitude: Nullable(Type.Number()), latitude: Nullable(Type.Number()) }
const Target = Type.Object({
  key: Type.String(),
  ...Words,
  comparator: Nullable(Type.String()),
  target: Nullable(Type.Number()),
  unit: Nullable(Type.String()),
  unitEn: Nullable(Type.String()),
  due: Nullable(Day),
  period: Type.String(),
  value: Nullable(Type.Number()),
  asOf: Nullable(Day),
  state: Type.String(),
})
const Goal = Type.Object({
  key: Type.String(),
  title: Type.String(),
  titleEn: Type.String(),
  summary: Type.String(),
  summaryEn: Type.String(),
  clause: Type.String(),
  targets: Type.Array(Target),
})
const Activity = Type.Object({
  key: Type.String(),
  ...Words,
  calendarMonth: Type.String(),
  milestone: Type.Boolean(),
  status: OneOf(['planned', 'done', 'cancelled']),
  actualDate: Nullable(Day),
})
const Season = Type.Object({
  key: Type.String(),
  ...Words,
  fromMonth: Type.Integer(),
  toMonth: Type.Integer(),
  note: Nullable(Type.String()),
  isNow: Type.Boolean(),
})
const Screen = Type.Object({
  asOf: Instant,
  /** when this answer was given: the data above is good as of then */
  checkedAt: Instant,
  centre: Type.Object({ ...Words, regionName: Nullable(Type.String()) }),
  day: Type.Object({
    date: Day,
    text: Type.String(),
    lunar: Type.String(),
    term: Type.String(),
    month: Type.Integer(),
  }),
  counts: Counts,
  zones: Type.Array(Type.Object({ key: Type.String(), ...Words, state: OneOf(['open', 'maintenance', 'closed']) })),
  lines: Type.Array(
    Type.Object({
      key: Type.String(),
      ...Words,
      open: Type.Integer(),
      received: Type.Integer(),
      finished: Type.Integer(),
    }),
  ),
  applicationStates: Type.Array(Type.Object({ state: Type.String(), count: Type.Integer() })),
  flow: Type.Array(Type.Object({ day: Day, received: Type.Integer(), finished: Type.Integer() })),
  map: Nullable(Type.Object({ licence: Type.String(), geoJson: Type.Unknown() })),
  townships: Type.Array(Type.Object({ code: Type.String(), ...Words, ...Point, stations: Type.Integer() })),
  stations: Type.Array(
    Type.Object({
      name: Type.String(),
      level: OneOf(['township', 'village']),
      township: Nullable(Type.String()),
      ...Point,
    }),
  ),
  goals: Type.Array(Goal),
  activities: Type.Array(Activity),
  seasons: Type.Array(Season),
  news: Type.Array(Type.Object({ title: Type.String(), at: Instant })),
})

export const statisticsContract = {
  statistics: endpoint('GET', '/api/public/statistics', '公开的统计数据（口径、统计时间）', {
    reply: Type.Object({ asOf: Instant, figures: Type.Array(Figure) }),
  }),
  statisticsCsv: endpoint('GET', '/api/public/statistics.csv', '公开的统计数据（CSV 文件）', { reply: Type.String() }),
  screen: endpoint('GET', '/api/public/screen', '数据大屏的数据', { reply: Screen }),
  screenEvents: endpoint(
    'GET',
    '/api/public/screen/events',
    '数据变化的事件流（Accept: text/event-stream）；其他请求得到当前状态',
    { reply: Type.Object({ at: Instant, live: Type.Boolean() }) },
  ),
  getMap: endpoint('GET', '/api/statistics/map', '大屏底图', {
    reply: Type.Object({ map: Nullable(Type.Object({ licence: Type.String(), areas: Type.Integer() })) }),
  }),
  saveMap: endpoint('PUT', '/api/statistics/map', '设置大屏底图（GeoJSON 与审图号）', {
    body: Type.Object({ licence: Text(60), geoJson: Type.Unknown() }),
    reply: Ok,
  }),
  removeMap: endpoint('POST', '/api/statistics/map/removal', '移除大屏底图', { reply: Ok }),
}
