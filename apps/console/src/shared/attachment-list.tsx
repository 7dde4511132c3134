import { CloseOutlined } from '@ant-design/icons'
import { filesContract } from '@xianghui/server/contract/files'
import { Button, Progress } from 'antd'
import { attachmentWords, sizeWords } from './attachment-words.ts'
import { useText } from './locale.ts'
import { UploadZone } from './upload-zone.tsx'
import { useUploads } from './use-uploads.ts'

export interface AttachedFile {
  id: string
  name: string
  size: number
  /** where it is read */
  url: string
}

export interface AttachmentListProps {
  value: readonly AttachedFile[]
  /** absent = only shown */
  onChange?: (files: AttachedFile[]) => void
  most?: number
  /** as the file input takes it: `image/*,.pdf` */
  accept?: string
}

/** Files that belong to a record: shown, and where allowed uploaded and taken off. */
export function AttachmentList({ value, onChange, most = 20, accept }: AttachmentListProps) {
  const shared = useText()
  const t = useText(attachmentWords)
  const uploads = useUploads(filesContract.upload, (stored) =>
    onChange?.([...value, ...stored.map(({ id, name, size, url }) => ({ id, name, size, url }))]),
  )
  if (!onChange && value.length === 0) return <span className="quiet">{shared.noAttachments}</span>
  return (
    <div className="task">
      {value.length > 0 && (
        <ul className="attachments">
          {value.map((file) => (
            <li key={file.id}>
              <a href={file.url} target="_blank" rel="noreferrer" aria-label={`${file.name}${t.opensNew}`}>
                {file.name}
              </a>
              <span className="quiet figures">{sizeWords(file.size)}</span>
              {onChange && (
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined />}
                  aria-label={t.remove(file.name)}
                  onClick={() => onChange(value.filter((one) => one.id !== file.id))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
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
      {onChange &&
        (value.length < most ? (
          <UploadZone
            title={t.add}
            hint={t.hint}
            accept={accept}
            multiple={most > 1}
            onFiles={(files) => void uploads.send(files.slice(0, most - value.length))}
          />
        ) : (
          <p className="quiet">{t.full(most)}</p>
        ))}
    </div>
  )
}
