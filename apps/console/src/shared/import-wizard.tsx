import { transferContract } from '@xianghui/server/contract/transfer'
import { Alert, Button, Progress, Space } from 'antd'
import { useState } from 'react'
import { ApiProblem, addressOf } from './api.ts'
import { useText } from './locale.ts'
import { TaskPanel } from './task-panel.tsx'
import { transferWords } from './transfer-words.ts'
import { upload } from './upload.ts'
import { UploadZone } from './upload-zone.tsx'

/** Template → upload → check → confirm → progress → undo, for one kind of rows. */
export default function ImportWizard({ kind }: { kind: string }) {
  const t = useText(transferWords)
  const [taskId, setTaskId] = useState<string>()
  const [share, setShare] = useState<number>()
  const [refused, setRefused] = useState('')
  const send = async ([file]: File[]) => {
    if (!file) return
    const form = new FormData()
    form.append('file', file)
    setRefused('')
    setShare(0)
    try {
      const task = await upload(transferContract.startImport, { params: { sheet: kind }, form, onProgress: setShare })
      setTaskId(task.id)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setRefused(error.message)
    } finally {
      setShare(undefined)
    }
  }
  if (taskId) return <TaskPanel taskId={taskId} onAgain={() => setTaskId(undefined)} />
  const template = (format: string) =>
    addressOf(transferContract.template, { params: { sheet: kind }, query: { format } })
  return (
    <div className="task">
      <p>{t.stepTemplate}</p>
      <Space wrap>
        <Button href={template('xlsx')} download>
          {t.templateXlsx}
        </Button>
        <Button href={template('csv')} download type="link">
          {t.templateCsv}
        </Button>
      </Space>
      <UploadZone
        title={t.stepUpload}
        hint={t.uploadHint}
        accept=".xlsx,.csv,.txt"
        disabled={share !== undefined}
        onFiles={(files) => void send(files)}
      />
      {share !== undefined && (
        <div aria-live="polite">
          <p>{t.uploading(share)}</p>
          <Progress percent={Math.round(share * 100)} showInfo={false} aria-label={t.uploading(share)} />
        </div>
      )}
      {refused && <Alert type="error" title={refused} showIcon role="alert" />}
    </div>
  )
}
