import type { ReplyOf } from '@xianghui/kit/contract'
import { planContract } from '@xianghui/server/contract/plan'
import { Button } from 'antd'
import { Can } from '../shared/can.tsx'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { DateText } from '../shared/date-text.tsx'
import { Empty } from '../shared/empty.tsx'
import { Facts } from '../shared/facts.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { QueryView } from '../shared/query-view.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'

type Load = NonNullable<ReplyOf<typeof planContract.planStatus>['active']>

/** Whether a plan is loaded; loading and removing it, each in one act. */
export function PlanStatus() {
  const query = useApi(planContract.planStatus)
  return (
    <QueryView query={query}>
      {({ active, last }) => (active ? <Loaded load={active} /> : <NotLoaded last={last} />)}
    </QueryView>
  )
}

function Loaded({ load }: { load: Load }) {
  const t = useText(locale)
  const pick = usePick()
  const remove = useAct(planContract.removePlan, { done: (reply) => t.removed(reply.removed, reply.kept.length) })
  return (
    <section className="panel">
      <h2>{t.loaded(pick({ zh: load.title, en: load.titleEn }))}</h2>
      <Facts
        items={[
          { label: t.loadedAt, value: <DateText value={load.loadedAt} /> },
          { label: t.by, value: load.loadedByName },
        ]}
      />
      <h3>{t.rows}</h3>
      <ul className="plan-counts">
        {load.counts.map((one) => (
          <li key={one.file}>
            <span>{pick({ zh: one.name, en: one.nameEn })}</span>
            <span className="quiet figures">{t.rowsCount(one.count)}</span>
          </li>
        ))}
      </ul>
      <Can permission="centre.write">
        <div className="form-acts">
          <ConfirmButton danger ask={t.removeAsk} onConfirm={() => remove.actOrThrow({ body: { confirm: true } })}>
            {t.remove}
          </ConfirmButton>
        </div>
      </Can>
    </section>
  )
}

function NotLoaded({ last }: { last: Load | null }) {
  const t = useText(locale)
  const load = useAct(planContract.loadPlan, { done: t.loadDone })
  const kept = last?.removal?.kept ?? []
  return (
    <section className="panel">
      <Empty
        title={t.notLoaded}
        hint={t.notLoadedHint}
        act={
          <Can permission="centre.write">
            <Button type="primary" loading={load.running} onClick={() => void load.act({ body: { plan: 'lushui' } })}>
              {t.load}
            </Button>
          </Can>
        }
      />
      {last && (
        <>
          <Facts
            items={[
              { label: t.lastRemoved, value: <DateText value={last.removedAt} /> },
              { label: t.by, value: last.removedByName },
            ]}
          />
          <p>{kept.length > 0 ? t.kept : t.keptNone}</p>
          <ul>
            {kept.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
