import { type ReactNode, useId, useState } from 'react'
import './transfer.css'

export interface UploadZoneProps {
  title: string
  hint?: ReactNode
  /** as the file input takes it */
  accept?: string
  multiple?: boolean
  disabled?: boolean
  onFiles: (files: File[]) => void
}

/** Where files are dropped or chosen: a native input under its label, so that every way of using it works. */
export function UploadZone({ title, hint, accept, multiple, disabled, onFiles }: UploadZoneProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0 && !disabled) onFiles(multiple ? files : files.slice(0, 1))
  }
  return (
    <label
      htmlFor={id}
      className={over ? 'upload-zone upload-over' : 'upload-zone'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <input
        id={id}
        className="upload-input"
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onChange={(event) => {
          take(event.target.files)
          // The same file chosen again after mending is a new choice.
          event.target.value = ''
        }}
      />
      <strong>{title}</strong>
      {hint && <span className="quiet">{hint}</span>}
    </label>
  )
}
