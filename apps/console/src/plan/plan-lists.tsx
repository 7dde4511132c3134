import type { ReplyOf } from '@xianghui/kit/contract'
import { planContract } from '@xianghui/server/contract/plan'
import { Empty } from '../shared/empty.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { QueryView } from '../shared/query-view.tsx'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'

type Budget = ReplyOf<typeof planContract.budgetBook>
const fenPerWan = 1_000_000

/** The budget (420 = 230 + 190) and the plan's short lists, each with its clause. */
export function PlanLists() {
  const t = useText(locale)
  const budget = useApi(planContract.budgetBook)
  const terms = useApi(planContract.listTerms)
  return (
    <>
      <QueryView query={budget}>
        {(book) => (book.lines.length === 0 ? <Empty title={t.notLoaded} /> : <BudgetTable book={book} />)}
      </QueryView>
      <QueryView query={terms}>
        {(all) => (
          <>
            <Names title={t.channels} terms={all.filter((one) => one.kind === 'channel')} />
            <Names title={t.industries} terms={all.filter((one) => one.kind === 'industry')} />
            <Names title={t.grades} terms={all.filter((one) => one.kind === 'grade')} />
            <Names title={t.conditions} terms={all.filter((one) => one.kind === 'condition')} />
          </>
        )}
      </QueryView>
    </>
  )
}

function BudgetTable({ book }: { book: Budget }) {
  const t = useText(locale)
  const pick = usePick()
  return (
    <>
      <section className="panel">
        <h2>{t.budget}</h2>
        <table className="plan-budget">
          <tbody>
            {book.lines.map((line) => (
              <tr key={line.key} className={line.parentKey ? 'plan-child' : 'plan-parent'}>
                <th scope="row">{pick({ zh: line.name, en: line.nameEn })}</th>
                <td className="figures">
                  {line.amountFen === null ? (
                    <span className="quiet">{t.noAmount}</span>
                  ) : (
                    Number(line.amountFen) / fenPerWan
                  )}
                </td>
                <td className="quiet">{pick({ zh: line.remark ?? '', en: line.remarkEn ?? '' })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="panel">
        <h2>{t.equipment}</h2>
        <ul className="plan-counts">
          {book.equipment.map((one) => (
            <li key={one.key}>
              <span>{pick({ zh: one.name, en: one.nameEn })}</span>
              <span className="quiet figures">{one.count ?? t.countUnset}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Names({ title, terms }: { title: string; terms: ReplyOf<typeof planContract.listTerms> }) {
  const pick = usePick()
  if (terms.length === 0) return null
  return (
    <section className="panel">
      <h2>
        {title} <span className="quiet">{terms[0]?.clause}</span>
      </h2>
      <ul className="plan-names">
        {terms.map((one) => (
          <li key={one.key}>{pick({ zh: one.name, en: one.nameEn })}</li>
        ))}
      </ul>
    </section>
  )
}
