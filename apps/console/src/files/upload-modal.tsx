import { useQueryClient } from '@tanstack/react-query'
import { filesContract } from '@xianghui/server/contract/files'
import { Checkbox, Modal, Progress } from 'antd'
import { useState } from 'react'
import { useText } from '../shared/locale.ts'
import { useToast } from '../shared/toast.ts'
import { UploadZone } from '../shared/upload-zone.tsx'
import { useUploads } from '../shared/use-uploads.ts'
import { locale } from './locale.ts'

/** Several files at once; each refusal is told by name, what could be stored is stored. */
export function UploadModal({ open, close }: { open: boolean; close: () => void }) {
  const t = useText(locale)
  const toast = useToast()
  const queries = useQueryClient()
  const [isPublic, setPublic] = useState(false)
  const uploads = useUploads(filesContract.upload, (stored) => {
    toast.done(t.stored(stored.length))
    void queries.invalidateQueries()
  })
  const send = async (files: File[]) => {
    await uploads.send(files, isPublic ? { isPublic: 'true' } : {})
  }
  return (
    <Modal open={open} title={t.upload} footer={null} onCancel={close} destroyOnHidden>
      <div className="task">
        <Checkbox checked={isPublic} onChange={(event) => setPublic(event.target.checked)}>
          {t.uploadPublic}
        </Checkbox>
        <UploadZone
          title={t.drop}
          hint={t.uploadHint}
          multiple
          disabled={uploads.running.length > 0}
          onFiles={(files) => void send(files)}
        />
        {uploads.running.map((one) => (
          <div key={one.key} aria-live="polite">
            <p>{t.uploading(one.name, one.share)}</p>
            <Progress percent={Math.round(one.share * 100)} showInfo={false} aria-label={one.name} />
          </div>
        ))}
        {uploads.refused.map((text) => (
          <p key={text} role="alert" className="refused">
            {text}
          </p>
        ))}
      </div>
    </Modal>
  )
}
