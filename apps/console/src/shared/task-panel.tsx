import { useQueryClient } from '@tanstack/react-query'
import type { TaskDetail } from '@xianghui/server/contract/transfer'
import { transferContract } from '@xianghui/server/contract/transfer'
import { Alert, Button, Progress, Space } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { ConfirmButton } from './confirm-button.tsx'
import { DateText } from './date-text.tsx'
import { usePick, useText } from './locale.ts'
import { QueryView } from './query-view.tsx'
import { StatusTag } from './status-tag.tsx'
import { rowStatuses, transferWords } from './transfer-words.ts'
import { useAct } from './use-act.ts'
import { useApi } from './use-api.ts'
import './transfer.css'

export interface TaskPanelProps {
  taskId: string
  /** offered where the check failed or nothing is to be written */
  onAgain?: () => void
}

/** One import or export from wherever it stands: progress, preview, faults, confirm, cancel, undo, download. */
export function TaskPanel({ taskId, onAgain }: TaskPanelProps) {
  const queries = useQueryClient()
  const [live, setLive] = useState(true)
  const query = useApi(
    transferContract.getTask,
    { params: { id: taskId } },
    { staleMs: 0, ...(live ? { everyMs: 1000 } : {}) },
  )
  const state = query.data?.state
  const wasLive = useRef(false)
  useEffect(() => {
    if (state === undefined) return
    const isLive = state === 'queued' || state === 'running'
    setLive(isLive)
    // What ran has changed the list behind this panel.
    if (wasLive.current && !isLive) void queries.invalidateQueries()
    wasLive.current = isLive
  }, [state, queries])
  return <QueryView query={query}>{(task) => <TaskBody task={task} onAgain={onAgain} />}</QueryView>
}

function TaskBody({ task, onAgain }: { task: TaskDetail; onAgain?: () => void }) {
  const t = useText(transferWords)
  if (task.state === 'queued' || task.state === 'running') return <Running task={task} />
  return (
    <div className="task">
      {task.message && <Alert type={task.state === 'failed' ? 'error' : 'info'} title={task.message} showIcon />}
      {task.state === 'done' && task.kind === 'export' && (
        <Alert type="success" title={t.exportDone(task.done)} showIcon />
      )}
      {task.state === 'cancelled' && <Alert type="info" title={t.cancelled} showIcon />}
      {task.counts && task.kind === 'import' && task.state !== 'undone' && <CountTiles task={task} />}
      <TaskActs task={task} onAgain={onAgain} />
      {task.left.length > 0 && <LeftRows task={task} />}
      {task.rows.length > 0 && task.phase === 'check' && <PreviewTable task={task} />}
    </div>
  )
}

function Running({ task }: { task: TaskDetail }) {
  const t = useText(transferWords)
  const { act, running } = useAct(transferContract.cancelTask)
  const doing = { check: t.checking, apply: t.applying, undo: t.undoing, export: t.exporting }[task.phase]
  const percent = task.total ? Math.min(100, Math.floor((task.done / task.total) * 100)) : 0
  const said = task.cancelAsked ? t.cancelling : task.state === 'queued' ? t.waiting : doing
  return (
    <div className="task" aria-live="polite">
      <p>{said}</p>
      <Progress percent={percent} status="active" aria-label={said} />
      <p className="quiet figures">{t.rows(task.done, task.total)}</p>
      {task.phase !== 'undo' && !task.cancelAsked && (
        <ConfirmButton ask={t.cancelAsk} loading={running} onConfirm={() => act({ params: { id: task.id }, body: {} })}>
          {t.cancelTask}
        </ConfirmButton>
      )}
    </div>
  )
}

const tiles = ['new', 'changed', 'same', 'bad'] as const

function CountTiles({ task }: { task: TaskDetail }) {
  const t = useText(transferWords)
  const words = task.phase === 'check' ? t.counts : t.countsAfter
  return (
    <dl className="task-counts">
      {tiles.map((key) => (
        <div key={key} className={`task-count task-count-${key}`}>
          <dt>{words[key]}</dt>
          <dd className="figures">
            {task.counts?.[key] ?? 0} <small>{t.unit}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function TaskActs({ task, onAgain }: { task: TaskDetail; onAgain?: () => void }) {
  const t = useText(transferWords)
  const confirm = useAct(transferContract.confirmImport, { done: t.confirmed })
  const undo = useAct(transferContract.undoImport, { done: t.undoStarted })
  const counts = task.counts ?? { new: 0, changed: 0, same: 0, bad: 0 }
  const writes = counts.new + counts.changed
  const params = { id: task.id }
  return (
    <>
      {task.state === 'preview' && counts.bad > 0 && <p>{t.fixBad}</p>}
      {task.state === 'preview' && writes === 0 && <p>{t.nothing}</p>}
      <Space wrap>
        {task.state === 'preview' && writes > 0 && (
          <Button
            type="primary"
            loading={confirm.running}
            onClick={() => void confirm.act({ params, body: { skipBad: counts.bad > 0 } })}
          >
            {counts.bad > 0 ? t.confirmSkip(writes, counts.bad) : t.confirmAll(writes)}
          </Button>
        )}
        {task.fileUrl && (
          <Button type="primary" href={task.fileUrl} download>
            {t.downloadFile(task.fileName ?? '')}
          </Button>
        )}
        {task.errorUrl && task.state !== 'undone' && (
          <Button href={task.errorUrl} download>
            {t.errorSheet}
          </Button>
        )}
        {task.canUndo && (
          <ConfirmButton danger ask={t.undoAsk} onConfirm={() => undo.actOrThrow({ params, body: {} })}>
            {t.undo}
          </ConfirmButton>
        )}
        {onAgain && (
          <Button onClick={onAgain}>{task.state === 'done' || task.state === 'undone' ? t.another : t.again}</Button>
        )}
      </Space>
      {task.canUndo && (
        <p className="quiet">
          {t.undoUntil} <DateText value={task.undoUntil} />
        </p>
      )}
    </>
  )
}

function LeftRows({ task }: { task: TaskDetail }) {
  const t = useText(transferWords)
  const pick = usePick()
  return (
    <section>
      <h3>{t.leftTitle}</h3>
      <ul className="task-left">
        {task.left.map((one) => (
          <li key={one.line}>
            <span className="figures">{t.lineNo(one.line)}</span> {pick(one)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A plain table of its own: read once, as wide as the sheet is, scrolled within its frame. */
function PreviewTable({ task }: { task: TaskDetail }) {
  const t = useText(transferWords)
  const pick = usePick()
  const title = t.previewTitle(task.rows.length, (task.counts?.bad ?? 0) > 0)
  const columns = task.columns.filter((column) => task.rows.some((row) => row.cells[column.key]))
  return (
    <section>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keyboard */}
      <section className="task-preview" tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              <th scope="col">{t.result}</th>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  {pick(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {task.rows.map((row) => (
              <tr key={row.line}>
                <th scope="row" className="figures">
                  {row.line}
                </th>
                <td>
                  <StatusTag status={rowStatuses[row.state]} />
                  {row.faults.map((fault) => (
                    <p key={`${fault.column}${fault.zh}`} className="task-fault">
                      {pick(fault)}
                    </p>
                  ))}
                </td>
                {columns.map((column) => (
                  <td key={column.key}>{row.cells[column.key]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
