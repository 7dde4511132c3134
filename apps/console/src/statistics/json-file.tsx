import { UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useText } from '../shared/locale.ts'
import { useToast } from '../shared/toast.ts'
import { locale } from './locale.ts'

/** Reads a JSON file in the browser and hands its content on. */
export function JsonFile({ id, onChange }: { id?: string; onChange: (json: unknown) => void }) {
  const t = useText(locale)
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const read = async (file: File) => {
    try {
      onChange(JSON.parse(await file.text()))
      setName(file.name)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      toast.refused(t.notJson)
    }
  }
  return (
    <div className="screen-file">
      <input
        ref={input}
        type="file"
        style={{ display: 'none' }}
        accept=".json,.geojson,application/geo+json"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) void read(file)
        }}
      />
      <Button {...(id ? { id } : {})} icon={<UploadOutlined />} onClick={() => input.current?.click()}>
        {t.choose}
      </Button>
      {name && <span className="quiet">{t.chosen(name)}</span>}
    </div>
  )
}
