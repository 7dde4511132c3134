import { businessDate, instantAt } from '@xianghui/kit/calendar'
import type { Tx } from '../../platform/db.ts'
import { listPublicColumns } from '../content/index.ts'
import { type Counts, countAll, countStationsByTownship } from './counts.queries.ts'
import { countOf, type Figure, measureOf, notCollected, personsOf } from './figure.rules.ts'

export interface PublicStatistics {
  /** the moment of counting */
  asOf: Date
  figures: Figure[]
}

/** The open figures, counted now; nothing is typed in, and what nobody collects says so (商电函〔2019〕617号: true, no fabrication). */
export async function listPublicStatistics(tx: Tx): Promise<PublicStatistics> {
  const counts = await countAll(tx, monthStartOf(tx.now))
  const figures = [
    ...centreFigures(counts),
    ...hallFigures(counts),
    ...(await contentFigures(tx)),
    ...activityFigures(counts),
    ...(await stationFigures(tx, counts)),
  ]
  return { asOf: tx.now, figures }
}

export function monthStartOf(now: Date): Date {
  return instantAt(`${businessDate(now).slice(0, 7)}-01`, '00:00')
}

type Words = Omit<Figure, 'value' | 'state' | 'text' | 'textEn'>
type Group = Pick<Figure, 'group' | 'groupEn'>

const centre: Group = { group: '中心', groupEn: 'Centre' }
const hall: Group = { group: '办事服务', groupEn: 'Services' }
const content: Group = { group: '信息公开', groupEn: 'Publications' }
const activities: Group = { group: '活动与培训', groupEn: 'Activities and training' }
const stations: Group = { group: '服务站点', groupEn: 'Service stations' }

function words(
  group: Group,
  key: string,
  [name, nameEn]: readonly [string, string],
  [unit, unitEn]: readonly [string, string],
  [definition, definitionEn]: readonly [string, string],
): Words {
  return { key, name, nameEn, ...group, unit, unitEn, definition, definitionEn }
}

const items = ['件', 'items'] as const

function centreFigures(c: Counts): Figure[] {
  return [
    {
      ...words(
        centre,
        'zones',
        ['功能区', 'Zones'],
        ['个', 'zones'],
        ['中心登记的功能区总数。', 'Zones registered at the centre.'],
      ),
      ...countOf(c.zones),
    },
    {
      ...words(
        centre,
        'services_open',
        ['可办服务事项', 'Services open'],
        ['项', 'services'],
        ['服务目录中正在受理网上申请的事项数。', 'Services in the catalogue that take online applications now.'],
      ),
      ...countOf(c.servicesOpen),
    },
  ]
}

function hallFigures(c: Counts): Figure[] {
  return [
    {
      ...words(hall, 'received_month', ['本月收到申请', 'Applications this month'], items, [
        '本月1日零时（北京时间）起提交的网上申请数，含后来撤回的。',
        'Online applications filed since the 1st, withdrawn ones included.',
      ]),
      ...countOf(c.receivedMonth),
    },
    {
      ...words(hall, 'received', ['累计收到申请', 'Applications in all'], items, [
        '本系统启用以来提交的网上申请总数，含后来撤回的。',
        'All online applications filed in this system, withdrawn ones included.',
      ]),
      ...countOf(c.received),
    },
    {
      ...words(hall, 'finished_month', ['本月办结', 'Finished this month'], items, [
        '本月1日零时（北京时间）起办结的申请数，不含不予办理和撤回。',
        'Applications finished since the 1st; declined and withdrawn ones are not counted.',
      ]),
      ...countOf(c.finishedMonth),
    },
    {
      ...words(hall, 'finished', ['累计办结', 'Finished in all'], items, [
        '已办结的申请总数，不含不予办理和撤回。',
        'All finished applications; declined and withdrawn ones are not counted.',
      ]),
      ...countOf(c.finished),
    },
    {
      ...words(
        hall,
        'median_days',
        ['办理时长中位数', 'Median handling time'],
        ['天', 'days'],
        [
          '已办结的申请从提交到办结所用自然日的中位数，保留一位小数。',
          'Median of calendar days from filing to completion of finished applications.',
        ],
      ),
      ...measureOf(c.medianDays, 1),
    },
    {
      ...words(
        hall,
        'enquiries_answered',
        ['已答复咨询', 'Enquiries answered'],
        ['条', 'enquiries'],
        ['前台收到并已答复的网上咨询数。', 'Online enquiries that the front desk has answered.'],
      ),
      ...countOf(c.enquiriesAnswered),
    },
  ]
}

async function contentFigures(tx: Tx): Promise<Figure[]> {
  return (await listPublicColumns(tx)).map((column) => ({
    ...words(
      content,
      `articles_${column.key}`,
      [`已发布：${column.name}`, `Published: ${column.nameEn}`],
      ['篇', 'articles'],
      [`“${column.name}”栏目现在公开的稿件数。`, `Articles that are public now in “${column.nameEn}”.`],
    ),
    ...countOf(column.count),
  }))
}

function activityFigures(c: Counts): Figure[] {
  return [
    {
      ...words(
        activities,
        'activities_done',
        ['已举办活动', 'Activities held'],
        ['场', 'activities'],
        [
          '登记了实际日期和依据的活动数，不含里程碑。',
          'Activities with an actual day and evidence; milestones are not counted.',
        ],
      ),
      ...countOf(c.activitiesDone),
    },
    {
      ...words(
        activities,
        'activities_planned',
        ['计划中的活动', 'Activities planned'],
        ['场', 'activities'],
        [
          '活动计划中尚未举办、也未取消的活动数，不含里程碑。',
          'Planned activities neither held nor cancelled; milestones are not counted.',
        ],
      ),
      ...countOf(c.activitiesPlanned),
    },
    {
      ...words(
        activities,
        'participants',
        ['活动参加人次', 'Participants'],
        ['人次', 'attendances'],
        [
          '已举办活动登记的到场人数之和；少于3人不公布。',
          'Sum of head-counts entered for activities held; fewer than 3 are not shown.',
        ],
      ),
      ...personsOf(c.participants),
    },
    {
      ...words(
        activities,
        'trained',
        ['培训人数', 'People trained'],
        ['人', 'people'],
        [
          '完成培训的学员人数。学员档案尚未在本系统建立，建立后公布。',
          'Trainees who completed a class; trainee records are not kept in this system yet.',
        ],
      ),
      ...notCollected,
    },
  ]
}

async function stationFigures(tx: Tx, c: Counts): Promise<Figure[]> {
  const unit = ['个', 'stations'] as const
  const townships = await countStationsByTownship(tx)
  return [
    {
      ...words(stations, 'stations_in_service', ['运营中的服务站点', 'Stations in service'], unit, [
        '通过验收、正在运营的乡镇和村级服务站点数。',
        'Township and village stations that were accepted and serve now.',
      ]),
      ...countOf(c.stationsInService),
    },
    {
      ...words(stations, 'stations_rectifying', ['整改中的服务站点', 'Stations under rectification'], unit, [
        '考评后正在整改的服务站点数。',
        'Stations that were told to mend something at their appraisal.',
      ]),
      ...countOf(c.stationsRectifying),
    },
    ...townships.map((one) => ({
      ...words(stations, `stations_${one.code}`, [`${one.name}站点`, `Stations in ${one.nameEn || one.name}`], unit, [
        `${one.name}运营中和整改中的服务站点数。`,
        `Stations in service or under rectification in ${one.nameEn || one.name}.`,
      ]),
      ...countOf(one.count),
    })),
  ]
}
