import type { Editor } from '@tiptap/react'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useText } from '../shared/locale.ts'
import { FileButton } from './file-button.tsx'
import { locale } from './locale.ts'
import { usePublicUpload } from './use-image-upload.ts'

const address = /^(?:https?:\/\/\S+|\/(?![/\\])\S*|#\S+)$/i

export function LinkDialog({ editor, close }: { editor: Editor; close: () => void }) {
  const t = useText(locale)
  const shared = useText()
  const id = useId()
  const [href, setHref] = useState(String(editor.getAttributes('link').href ?? ''))
  const [wrong, setWrong] = useState(false)
  const save = () => {
    const text = href.trim()
    if (text !== '' && !address.test(text)) return setWrong(true)
    const chain = editor.chain().focus().extendMarkRange('link')
    if (text === '') chain.unsetLink().run()
    else if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent({ type: 'text', text, marks: [{ type: 'link', attrs: { href: text } }] }).run()
    else chain.setLink({ href: text }).run()
    close()
  }
  return (
    <Modal open title={t.tools.link} okText={shared.confirm} cancelText={shared.cancel} onOk={save} onCancel={close}>
      <div className="article-field">
        <label htmlFor={id}>{t.linkAddress}</label>
        <Input
          id={id}
          value={href}
          maxLength={500}
          status={wrong ? 'error' : ''}
          onChange={(event) => setHref(event.target.value)}
          onPressEnter={save}
        />
        {wrong ? <p className="fault">{t.linkWrong}</p> : <p className="why">{t.linkWhy}</p>}
      </div>
    </Modal>
  )
}

export function ImageDialog({ editor, close }: { editor: Editor; close: () => void }) {
  const t = useText(locale)
  const shared = useText()
  const id = useId()
  const { send, share } = usePublicUpload()
  const [file, setFile] = useState<{ id: string; name: string }>()
  const [alt, setAlt] = useState('')
  const insert = () => {
    if (!file || alt.trim() === '') return
    editor
      .chain()
      .focus()
      .insertContent([{ type: 'image', attrs: { src: `/files/${file.id}`, alt: alt.trim() } }, { type: 'paragraph' }])
      .run()
    close()
  }
  return (
    <Modal
      open
      title={t.tools.image}
      okText={t.insert}
      cancelText={shared.cancel}
      okButtonProps={{ disabled: !file || alt.trim() === '' }}
      onOk={insert}
      onCancel={close}
    >
      <div className="article-field">
        <FileButton
          accept="image/jpeg,image/png,image/webp,image/gif"
          loading={share !== undefined}
          onFile={async (chosen) => setFile(await send(chosen))}
        >
          {share === undefined ? t.upload : t.uploading(share)}
        </FileButton>
        {file && <p className="why">{file.name}</p>}
      </div>
      <div className="article-field">
        <label htmlFor={id}>{t.imageAlt}</label>
        <Input
          id={id}
          value={alt}
          maxLength={200}
          onChange={(event) => setAlt(event.target.value)}
          onPressEnter={insert}
        />
        <p className="why">{t.imageAltWhy}</p>
      </div>
    </Modal>
  )
}
