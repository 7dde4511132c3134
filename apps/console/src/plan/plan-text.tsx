import { planContract } from '@xianghui/server/contract/plan'
import { Input } from 'antd'
import { useState } from 'react'
import { Empty } from '../shared/empty.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { QueryView } from '../shared/query-view.tsx'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'

/** The plan word for word, clause by clause; tables keep their columns. */
export function PlanText() {
  const t = useText(locale)
  const pick = usePick()
  const [words, setWords] = useState('')
  const query = useApi(planContract.planText, {}, { staleMs: 300_000 })
  return (
    <QueryView query={query}>
      {({ clauses }) => {
        if (clauses.length === 0) return <Empty title={t.notLoaded} hint={t.noPlanText} />
        const found = clauses.filter((one) => `${one.clause}${one.title}${one.body}`.includes(words.trim()))
        return (
          <>
            <Input.Search
              className="plan-search"
              allowClear
              placeholder={t.searchText}
              onChange={(event) => setWords(event.target.value)}
            />
            {found.length === 0 && <Empty art="nothing-found" title={t.noText} />}
            {found.map((one) => (
              <section key={one.position} className="panel plan-clause">
                <h2>
                  {pick({ zh: one.title, en: one.titleEn })} <span className="quiet">{one.clause}</span>
                </h2>
                <p lang="zh-CN">{one.body}</p>
              </section>
            ))}
          </>
        )
      }}
    </QueryView>
  )
}
