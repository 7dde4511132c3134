import { systemContract } from '@xianghui/server/contract/system'
import { Button } from 'antd'
import { DateText } from '../shared/date-text.tsx'
import { useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { QueryView } from '../shared/query-view.tsx'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'
import './system.css'

interface Item {
  key: string
  light: 'green' | 'amber' | 'red'
  name: string
  finding: string
  mend: string
}

/** Traffic lights with what to do; red comes first. */
export default function HealthPage() {
  const t = useText(locale)
  const query = useApi(systemContract.health, {}, { everyMs: 30_000 })
  return (
    <Page
      title={t.healthTitle}
      intro={t.healthIntro}
      act={
        <Button loading={query.isFetching} onClick={() => void query.refetch()}>
          {t.checkNow}
        </Button>
      }
    >
      <QueryView query={query}>
        {({ light, checkedAt, items }) => {
          const bad = items.filter((item) => item.light !== 'green')
          const red = items.filter((item) => item.light === 'red').length
          return (
            <>
              <div className="health-card health-head" role="status">
                <span className={`health-light big ${light}`} aria-hidden="true" />
                <div>
                  <strong>{red > 0 ? t.faults(red) : bad.length > 0 ? t.attention(bad.length) : t.allGood}</strong>
                  <CheckedAt at={checkedAt} />
                </div>
              </div>
              {bad.length > 0 && (
                <section aria-label={t.needsAct}>
                  <Items items={bad} />
                </section>
              )}
              <section aria-label={t.inOrder}>
                <Items items={items.filter((item) => item.light === 'green')} quiet />
              </section>
            </>
          )
        }}
      </QueryView>
    </Page>
  )
}

function CheckedAt({ at }: { at: string }) {
  const t = useText(locale)
  const [before, after] = t.checkedAt('|').split('|')
  return (
    <span>
      {before}
      <DateText value={at} time />
      {after}
    </span>
  )
}

function Items({ items, quiet }: { items: readonly Item[]; quiet?: boolean }) {
  const t = useText(locale)
  return (
    <ul className={quiet ? 'health-list quiet' : 'health-list'}>
      {items.map((item) => (
        <li key={item.key} className="health-card health-item">
          <span className={`health-light ${item.light}`} aria-hidden="true" />
          <h3>{item.name}</h3>
          <span>{t[item.light]}</span>
          <p>{item.finding}</p>
          {item.mend && (
            <p className="health-mend">
              <strong>{t.mend}</strong>
              {item.mend}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
