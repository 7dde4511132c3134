import { DeleteOutlined } from '@ant-design/icons'
import { type ArticleInput, contentContract } from '@xianghui/server/contract/content'
import { Button, DatePicker, Select, Switch } from 'antd'
import dayjs from 'dayjs'
import { useId } from 'react'
import { usePick, useText } from '../shared/locale.ts'
import { useApi } from '../shared/use-api.ts'
import { TextField } from './article-field.tsx'
import { FileButton } from './file-button.tsx'
import { locale } from './locale.ts'
import { usePublicUpload } from './use-image-upload.ts'

interface SettingsProps {
  input: ArticleInput
  change: (part: Partial<ArticleInput>) => void
  faults: Readonly<Record<string, string>>
}

/** Where and when an article appears, whose it is, its cover and its files. */
export function ArticleSettings({ input, change, faults }: SettingsProps) {
  const t = useText(locale)
  const pick = usePick()
  const id = useId()
  const columns = useApi(contentContract.listColumns)
  return (
    <section className="panel">
      <h2>{t.settings}</h2>
      <div className="article-field">
        <label htmlFor={`${id}c`}>{t.column}</label>
        <Select
          id={`${id}c`}
          className="wide"
          value={input.columnKey}
          status={faults.columnKey ? 'error' : ''}
          options={(columns.data?.items ?? [])
            .filter((one) => one.isShown || one.key === input.columnKey)
            .map((one) => ({ value: one.key, label: pick({ zh: one.name, en: one.nameEn }) }))}
          onChange={(columnKey) => change({ columnKey })}
        />
        {faults.columnKey && <p className="fault">{faults.columnKey}</p>}
      </div>
      <TextField
        label={t.source}
        why={t.sourceWhy}
        value={input.sourceName}
        max={120}
        fault={faults.sourceName}
        onChange={(sourceName) => change({ sourceName })}
      />
      <TextField
        label={t.author}
        value={input.author ?? ''}
        max={60}
        onChange={(text) => change({ author: text || null })}
      />
      <Cover input={input} change={change} faults={faults} />
      <Attachments input={input} change={change} />
      <div className="article-check">
        <Switch id={`${id}t`} checked={input.isTop} onChange={(isTop) => change({ isTop })} />
        <label htmlFor={`${id}t`}>{t.top}</label>
      </div>
      <div className="article-check">
        <Switch id={`${id}h`} checked={input.showOnHome} onChange={(showOnHome) => change({ showOnHome })} />
        <label htmlFor={`${id}h`}>{t.showOnHome}</label>
      </div>
      <div className="article-field">
        <label htmlFor={`${id}p`}>{t.publishOn}</label>
        <DatePicker
          id={`${id}p`}
          className="wide"
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          value={input.publishOn ? dayjs(input.publishOn) : null}
          onChange={(at) => change({ publishOn: at ? at.toISOString() : null })}
        />
        <p className="why">{t.publishOnWhy}</p>
      </div>
    </section>
  )
}

function Cover({ input, change, faults }: SettingsProps) {
  const t = useText(locale)
  const { send, share } = usePublicUpload()
  return (
    <>
      <div className="article-field">
        <span className="article-label">{t.cover}</span>
        {input.coverFileId && (
          <img className="article-cover" src={`/files/${input.coverFileId}`} alt={input.coverAlt ?? ''} />
        )}
        <div className="article-acts">
          <FileButton
            accept="image/jpeg,image/png,image/webp,image/gif"
            loading={share !== undefined}
            onFile={async (file) => {
              const stored = await send(file)
              if (stored) change({ coverFileId: stored.id })
            }}
          >
            {share === undefined ? t.upload : t.uploading(share)}
          </FileButton>
          {input.coverFileId && (
            <Button type="text" onClick={() => change({ coverFileId: null, coverAlt: null })}>
              {t.removeCover}
            </Button>
          )}
        </div>
      </div>
      {input.coverFileId && (
        <TextField
          label={t.coverAlt}
          why={t.coverAltWhy}
          value={input.coverAlt ?? ''}
          max={200}
          fault={faults.coverAlt}
          onChange={(text) => change({ coverAlt: text || null })}
        />
      )}
    </>
  )
}

function Attachments({ input, change }: Omit<SettingsProps, 'faults'>) {
  const t = useText(locale)
  const shared = useText()
  const { send, share } = usePublicUpload()
  return (
    <div className="article-field">
      <span className="article-label">{t.attachments}</span>
      <ul className="attachments">
        {input.attachments.map((file) => (
          <li key={file.fileId}>
            <a href={`/files/${file.fileId}`} target="_blank" rel="noreferrer">
              {file.name}
            </a>{' '}
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`${shared.remove} ${file.name}`}
              onClick={() => change({ attachments: input.attachments.filter((one) => one !== file) })}
            />
          </li>
        ))}
      </ul>
      <FileButton
        loading={share !== undefined}
        disabled={input.attachments.length >= 20}
        onFile={async (file) => {
          const stored = await send(file)
          if (stored) change({ attachments: [...input.attachments, { fileId: stored.id, name: stored.name }] })
        }}
      >
        {share === undefined ? t.addAttachment : t.uploading(share)}
      </FileButton>
    </div>
  )
}
