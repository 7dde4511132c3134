import { centreContract } from '@xianghui/server/contract/centre'
import { DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { Link, useParams, useSearchParams } from 'react-router'
import { Empty } from '../shared/empty.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { QueryView } from '../shared/query-view.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { useApi } from '../shared/use-api.ts'
import { useKeepSearch } from '../shared/use-keep-search.ts'
import { locale } from './locale.ts'
import { RuleDrawer } from './rule-drawer.tsx'
import { type RuleSummary, sourceStatuses } from './rule-shapes.ts'
import './rules.css'

/** The rule desk: what is in force on a day, by group; a rule opens beside its list. */
export default function RulesPage() {
  const t = useText(locale)
  const { key } = useParams()
  const [params, setParams] = useSearchParams()
  const day = params.get('day') ?? undefined
  const words = params.get('q') ?? ''
  const rules = useApi(centreContract.listRules, { query: day ? { day } : {} })
  const set = (name: string, value: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )
  return (
    <Page title={t.title} intro={t.intro}>
      <div className="resource-bar">
        <div className="filters">
          <Input.Search
            className="filter-search"
            allowClear
            defaultValue={words}
            placeholder={t.search}
            onSearch={(value) => set('q', value.trim())}
          />
          <DatePicker
            aria-label={t.onDayHint}
            className="filter"
            placeholder={t.onDay}
            value={day ? dayjs(day) : null}
            onChange={(value) => set('day', value?.format('YYYY-MM-DD'))}
          />
        </div>
      </div>
      <QueryView query={rules}>{(data) => <Groups rules={data.items} words={words} />}</QueryView>
      {key && <RuleDrawer ruleKey={key} day={day} />}
    </Page>
  )
}

function Groups({ rules, words }: { rules: readonly RuleSummary[]; words: string }) {
  const t = useText(locale)
  const found = rules.filter((rule) =>
    `${rule.title} ${rule.summary} ${rule.titleEn}`.toLowerCase().includes(words.toLowerCase()),
  )
  const groups = [...new Set(found.map((rule) => rule.group))]
  if (found.length === 0) return <Empty art="nothing-found" title={t.none} />
  const names: Readonly<Record<string, string>> = t.groups
  return groups.map((group) => (
    <section key={group} className="panel">
      <h2>{names[group] ?? t.otherGroup}</h2>
      <ul className="rule-list">
        {found
          .filter((rule) => rule.group === group)
          .map((rule) => (
            <RuleLine key={rule.key} rule={rule} />
          ))}
      </ul>
    </section>
  ))
}

function RuleLine({ rule }: { rule: RuleSummary }) {
  const t = useText(locale)
  const pick = usePick()
  const keep = useKeepSearch()
  return (
    <li>
      <Link to={keep(`/rules/${rule.key}`)}>{pick({ zh: rule.title, en: rule.titleEn })}</Link>
      <span>{pick({ zh: rule.summary, en: rule.summaryEn })}</span>
      <span className="rule-marks">
        {rule.inForce ? (
          <StatusTag status={sourceStatuses[rule.inForce.source]} />
        ) : (
          <span className="quiet">{t.noneInForce}</span>
        )}
        {rule.inForce?.validFrom && <span className="quiet figures">{t.since(rule.inForce.validFrom)}</span>}
        {rule.contradiction && <span className="quiet">{t.contradiction(rule.contradiction)}</span>}
      </span>
    </li>
  )
}
