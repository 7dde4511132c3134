import type { ReplyOf } from '@xianghui/kit/contract'
import { systemContract } from '@xianghui/server/contract/system'
import { Alert, Button, Progress } from 'antd'
import { Can } from '../shared/can.tsx'
import { DateText } from '../shared/date-text.tsx'
import { Empty } from '../shared/empty.tsx'
import { Facts } from '../shared/facts.tsx'
import { useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { QueryView } from '../shared/query-view.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { DrillPanel } from './drill-panel.tsx'
import { locale } from './locale.ts'
import { RestoreSteps } from './restore-steps.tsx'
import './system.css'

type Backups = ReplyOf<typeof systemContract.listBackups>

/** Backups on disk, one more at once, the last drill, and how to restore. */
export default function BackupsPage() {
  const t = useText(locale)
  const query = useApi(systemContract.listBackups, {}, { everyMs: 3_000 })
  const backUp = useAct(systemContract.backUpNow, { done: t.asked })
  const busy = ['queued', 'running'].includes(query.data?.task?.state ?? '')
  return (
    <Page
      title={t.backupsTitle}
      intro={t.backupsIntro(query.data?.nightlyAt ?? '02:30')}
      act={
        <Can permission="system.write">
          <Button type="primary" loading={backUp.running || busy} onClick={() => void backUp.act({ body: {} })}>
            {t.backUpNow}
          </Button>
        </Can>
      }
    >
      <QueryView query={query}>
        {(data) => (
          <>
            <Task task={data.task} />
            <section className="health-card system-panel">
              <h2>{t.listTitle}</h2>
              <List items={data.items} />
              <p>{t.where(data.backupDir)}</p>
            </section>
            <DrillPanel drill={data.drill} />
            <RestoreSteps database={data.database} example={data.items[0]} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

function Task({ task }: { task: Backups['task'] }) {
  const t = useText(locale)
  if (!task || task.state === 'done') return null
  if (task.state === 'failed')
    return <Alert type="error" showIcon title={t.lastFailed(task.message ?? t.interrupted)} />
  return (
    <section className="health-card system-panel" role="status">
      <h2>{t.running}</h2>
      <Progress percent={task.percent} />
      <p>{t.runningHint}</p>
    </section>
  )
}

function List({ items }: { items: Backups['items'] }) {
  const t = useText(locale)
  if (items.length === 0) return <Empty art="nothing-yet" title={t.none} hint={t.noneHint} />
  return (
    <ul className="backup-cards">
      {items.map((item) => (
        <li key={item.stamp} className="health-card">
          <Facts
            columns={2}
            items={[
              { label: t.point, value: <DateText value={item.point} time /> },
              { label: t.stamp, value: <code>{item.stamp}</code> },
              { label: t.size, value: t.megabytes((item.bytes / 1e6).toFixed(1)) },
              { label: t.took, value: t.seconds(item.seconds) },
              {
                label: t.content,
                wide: true,
                value: t.holds(item.tables, item.rows, item.uploads === null ? t.filesInBucket : t.files(item.uploads)),
              },
            ]}
          />
        </li>
      ))}
    </ul>
  )
}
