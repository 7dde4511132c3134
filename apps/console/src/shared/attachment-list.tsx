import { useText } from './locale.ts'

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

/** Files that belong to a record. (Uploading: the files module's part.) */
export function AttachmentList({ value }: AttachmentListProps) {
  const t = useText()
  if (value.length === 0) return <span className="quiet">{t.noAttachments}</span>
  return (
    <ul className="attachments">
      {value.map((file) => (
        <li key={file.id}>
          <a href={file.url} target="_blank" rel="noreferrer">
            {file.name}
          </a>
        </li>
      ))}
    </ul>
  )
}
