import { transferContract } from '@xianghui/server/contract/transfer'
import { useParams } from 'react-router'
import { DateText } from '../shared/date-text.tsx'
import { DetailDrawer } from '../shared/detail-drawer.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { ResourceTable } from '../shared/resource-table.tsx'
import { optionsOf } from '../shared/status.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { TaskPanel } from '../shared/task-panel.tsx'
import { taskStatuses, transferWords } from '../shared/transfer-words.ts'
import { useApi } from '../shared/use-api.ts'

/** My long work: what runs, what waits for me, what is finished. */
export default function TasksPage() {
  const t = useText(transferWords)
  const pick = usePick()
  const { id } = useParams()
  return (
    <Page title={t.tasks} intro={t.tasksIntro}>
      <ResourceTable
        name="tasks"
        list={transferContract.listTasks}
        rowKey={(task) => task.id}
        rowLink={(task) => `/tasks/${task.id}`}
        columns={[
          { key: 'title', title: t.task, render: (task) => task.title, phone: 'title' },
          {
            key: 'state',
            title: t.state,
            width: 110,
            render: (task) => <StatusTag status={taskStatuses[task.state]} />,
            phone: 'status',
          },
          {
            key: 'progress',
            title: t.progress,
            align: 'right',
            render: (task) => <span className="figures">{t.rows(task.done, task.total)}</span>,
          },
          { key: 'createdAt', title: t.createdAt, render: (task) => <DateText value={task.createdAt} /> },
          { key: 'finishedAt', title: t.finishedAt, render: (task) => <DateText value={task.finishedAt} /> },
        ]}
        filters={[
          {
            key: 'kind',
            label: t.kind,
            kind: 'select',
            options: [
              { value: 'import', label: t.import },
              { value: 'export', label: t.export },
            ],
          },
          { key: 'state', label: t.state, kind: 'select', options: optionsOf(taskStatuses, pick) },
        ]}
        empty={{ title: t.tasksNone, hint: t.tasksNoneHint }}
      />
      {id && <TaskDrawer id={id} />}
    </Page>
  )
}

function TaskDrawer({ id }: { id: string }) {
  const t = useText(transferWords)
  const query = useApi(transferContract.getTask, { params: { id } })
  const task = query.data
  return (
    <DetailDrawer
      title={task?.title ?? t.task}
      status={task && <StatusTag status={taskStatuses[task.state]} />}
      closeTo="/tasks"
      width={880}
      query={query}
    >
      <TaskPanel taskId={id} />
    </DetailDrawer>
  )
}
