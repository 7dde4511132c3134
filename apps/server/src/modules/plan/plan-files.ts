import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { programDir } from '../../platform/config.ts'
import type { PlanRule, Region } from '../centre/index.ts'
import { beforeAllDays } from '../centre/index.ts'
import type { PlanArticleRow } from '../content/index.ts'
import type { PlanHall } from '../hall/index.ts'
import type { PlanOrgRow, PlanZoneRow } from '../organisation/index.ts'

/** A row of any plan file: a key, and the clause with the plan's own words. */
export interface Cited {
  key: string
  order: number
  clause: string
  literal: string
}
export interface PlanContradiction {
  code: string
  title: string
  titleEn: string
  clause: string
  literal: string
  alsoSee: readonly { clause: string; literal: string }[]
  problem: string
  problemEn: string
  readings: readonly { key: string; label: string; labelEn: string }[]
  default: string
  settingKey: string
}
export interface PlanHead {
  id: string
  title: string
  titleEn: string
  centre: { name: string; nameEn: string }
  contractor: { name: string; nameEn: string }
  area: { sqm: number }
  regionCode: string
  contradictions: readonly PlanContradiction[]
}
export interface PlanClause {
  order: number
  clause: string
  title: string
  titleEn: string
  text: string
}
export interface PlanActivity extends Cited {
  month: string | null
  calendarMonth: string
  name: string
  nameEn: string
  content: string | null
  contentEn: string | null
  remark: string | null
  remarkEn: string | null
  kind: string
  milestone: boolean
  outOfOrder: boolean
  expectedPeople: number | null
}
export interface PlanTarget {
  key: string
  name: string
  nameEn: string
  comparator: '>=' | '>' | null
  target: number | null
  unit: string | null
  unitEn: string | null
  due: string | null
  period: string
  clause: string
  literal: string
}
export interface PlanGoal extends Cited {
  title: string
  titleEn: string
  summary: string
  summaryEn: string
  targets: readonly PlanTarget[]
}
export interface PlanNamed extends Cited {
  name: string
  nameEn: string
}
export interface PlanFamily extends PlanNamed {
  season: { fromMonth: number; toMonth: number; note: string | null; noteEn: string | null; source: string }
}
export interface PlanBudget {
  fenPerUnit: number
  lines: readonly (PlanNamed & {
    parent: string | null
    amount: number | null
    remark: string | null
    remarkEn: string | null
  })[]
  equipment: readonly (PlanNamed & { line: string; count: number | null })[]
  conditions: readonly PlanNamed[]
}
export interface PlanExperts {
  target: PlanTarget
}
interface PlanRegion {
  code: string
  name: string
  nameEn: string
  level: Region['level']
  parent: string | null
  validFrom: string | null
  validTo: string | null
  seat: { longitude: number; latitude: number } | null
  source: string
  note: string | null
}
export interface PlanManifest {
  id: string
  name: string
  nameEn: string
  files: readonly { file: string; name: string; nameEn: string; count: number }[]
}

/** All of a plan's files, read once; rows of other modules are handed to them as they stand in the file. */
export interface Plan {
  /** how its rows are marked: plan:lushui-2019 */
  source: string
  manifest: PlanManifest
  head: PlanHead
  text: readonly PlanClause[]
  activities: readonly PlanActivity[]
  goals: readonly PlanGoal[]
  channels: readonly (PlanNamed & { inGoalList: boolean })[]
  industries: readonly PlanNamed[]
  grades: readonly (PlanNamed & { shortName: string })[]
  families: readonly PlanFamily[]
  budget: PlanBudget
  experts: PlanExperts
  rules: readonly PlanRule[]
  regions: readonly Region[]
  zones: readonly PlanZoneRow[]
  posts: readonly PlanOrgRow[]
  lines: PlanHall['lines']
  services: PlanHall['services']
  audiences: PlanHall['audiences']
  documents: readonly PlanArticleRow[]
}

/** The plans that come with the program; a name is also its folder below plans/. */
export const planNames = ['lushui'] as const
export type PlanName = (typeof planNames)[number]

export async function readPlan(name: PlanName): Promise<Plan> {
  const read = <T>(file: string) => readJson<T>(name, file)
  const [manifest, head, rules] = await Promise.all([
    read<PlanManifest>('manifest.json'),
    read<PlanHead>('plan.json'),
    read<PlanRule[]>('rules.json'),
  ])
  return {
    source: `plan:${manifest.id}`,
    manifest,
    head,
    text: await read('plan-text.json'),
    activities: await read('activities.json'),
    goals: await read('goals.json'),
    channels: await read('channels.json'),
    industries: await read('industries.json'),
    grades: await read('grades.json'),
    families: await read('product-families.json'),
    budget: await read('budget.json'),
    experts: await read('experts.json'),
    rules: rules.map((rule) => ruleOf(rule, head)),
    regions: await readPlanRegions(name),
    zones: await read('zones.json'),
    posts: await read('posts.json'),
    lines: await read('service-lines.json'),
    services: await read('services.json'),
    audiences: await read('audiences.json'),
    documents: await read('documents.json'),
  }
}

export async function readPlanRegions(name: PlanName): Promise<Region[]> {
  const rows = await readJson<PlanRegion[]>(name, 'regions.json')
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    nameEn: row.nameEn,
    level: row.level,
    parentCode: row.parent,
    validFrom: row.validFrom ?? beforeAllDays,
    validTo: row.validTo,
    longitude: row.seat?.longitude ?? null,
    latitude: row.seat?.latitude ?? null,
    source: row.source === 'plan' ? '运营方案' : row.source,
    note: row.note,
  }))
}

/** The rule desk shows the contradiction's problem beside the rule it became a setting of. */
function ruleOf(rule: PlanRule, head: PlanHead): PlanRule {
  const contradiction = head.contradictions.find((one) => one.code === rule.contradiction)
  return {
    ...rule,
    defaultReading: rule.defaultReading ?? null,
    readings: rule.readings ?? [],
    problem: contradiction?.problem ?? null,
    problemEn: contradiction?.problemEn ?? null,
  }
}

// The files ship with the program; plans/<name>/*.test.ts checks their shape, so they are read as typed.
async function readJson<T>(name: PlanName, file: string): Promise<T> {
  return JSON.parse(await readFile(join(programDir, 'plans', name, file), 'utf8')) as T
}
