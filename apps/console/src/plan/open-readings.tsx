import { planContract } from '@xianghui/server/contract/plan'
import { Empty } from '../shared/empty.tsx'
import { LinkButton } from '../shared/link-button.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { QueryView } from '../shared/query-view.tsx'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'

/** A1–A14: where the plan contradicts itself, its words, and the readings one can choose. */
export function OpenReadings() {
  const t = useText(locale)
  const pick = usePick()
  const query = useApi(planContract.planText, {}, { staleMs: 300_000 })
  return (
    <QueryView query={query}>
      {({ contradictions }) => {
        if (contradictions.length === 0) return <Empty title={t.notLoaded} hint={t.noPlanText} />
        return contradictions.map((one) => (
          <section key={one.code} className="panel">
            <h2>
              {one.code} {pick({ zh: one.title, en: one.titleEn })}
            </h2>
            <p>{pick({ zh: one.problem, en: one.problemEn })}</p>
            <blockquote className="plan-words" lang="zh-CN">
              {one.literal} <cite>{one.clause}</cite>
            </blockquote>
            {one.alsoSee.map((other) => (
              <blockquote key={`${other.clause}${other.literal}`} className="plan-words" lang="zh-CN">
                {t.alsoSee}：{other.literal} <cite>{other.clause}</cite>
              </blockquote>
            ))}
            <ul>
              {one.readings.map((reading) => (
                <li key={reading.key}>
                  {pick({ zh: reading.label, en: reading.labelEn })}
                  {reading.key === one.defaultReading && <span className="quiet">（{t.defaultReading}）</span>}
                </li>
              ))}
            </ul>
            <LinkButton to={`/rules/${one.ruleKey}`}>{t.toRule}</LinkButton>
          </section>
        ))
      }}
    </QueryView>
  )
}
