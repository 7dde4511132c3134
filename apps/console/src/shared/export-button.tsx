import { DownloadOutlined } from '@ant-design/icons'
import { transferContract } from '@xianghui/server/contract/transfer'
import { Button, Checkbox, Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { usePick, useText } from './locale.ts'
import { useCan } from './me.ts'
import { TaskPanel } from './task-panel.tsx'
import { transferWords } from './transfer-words.ts'
import { useAct } from './use-act.ts'
import { useSheet } from './use-sheet.ts'

export interface ExportButtonProps {
  kind: string
  /** what the list shows now: `useTableQuery()` */
  query?: Readonly<Record<string, unknown>>
  label?: string
  /** the rows hold personal data: whoever may see it whole can ask for it, with a reason */
  personal?: boolean
}

/** Exports what the filter shows, complete or not at all. */
export function ExportButton({ kind, query = {}, label, personal }: ExportButtonProps) {
  const t = useText(transferWords)
  const pick = usePick()
  const sheet = useSheet(kind)
  const [open, setOpen] = useState(false)
  if (!sheet?.canExport) return null
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => setOpen(true)}>
        {label ?? t.export}
      </Button>
      <Modal open={open} title={t.exportOf(pick(sheet))} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <ExportForm kind={kind} query={query} personal={personal ?? false} />
      </Modal>
    </>
  )
}

type Filter = Record<string, string | number | boolean | string[]>

function ExportForm(props: { kind: string; query: Readonly<Record<string, unknown>>; personal: boolean }) {
  const t = useText(transferWords)
  const can = useCan()
  const id = useId()
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const [whole, setWhole] = useState(false)
  const [reason, setReason] = useState('')
  const [taskId, setTaskId] = useState<string>()
  const start = useAct(transferContract.startExport, { onDone: (task) => setTaskId(task.id) })
  if (taskId) return <TaskPanel taskId={taskId} />
  const filter = Object.fromEntries(
    Object.entries(props.query).filter(
      ([key, value]) => key !== 'sort' && value !== undefined && value !== null && value !== '',
    ),
  ) as Filter
  const body = { filter, format, ...(whole ? { revealReason: reason.trim() } : {}) }
  return (
    <div className="task">
      <p>{t.byFilter}</p>
      <Radio.Group
        value={format}
        onChange={(event) => setFormat(event.target.value === 'csv' ? 'csv' : 'xlsx')}
        options={[
          { value: 'xlsx', label: t.formatXlsx },
          { value: 'csv', label: t.formatCsv },
        ]}
      />
      {props.personal && can('people.reveal') && (
        <Checkbox checked={whole} onChange={(event) => setWhole(event.target.checked)}>
          {t.revealTitle}
        </Checkbox>
      )}
      {whole && (
        <div>
          <p className="quiet">{t.revealAsk}</p>
          <label htmlFor={id}>{t.revealReason}</label>
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      )}
      <div>
        <Button
          type="primary"
          loading={start.running}
          disabled={whole && reason.trim().length < 4}
          onClick={() => void start.act({ params: { sheet: props.kind }, body })}
        >
          {t.startExport}
        </Button>
      </div>
    </div>
  )
}
