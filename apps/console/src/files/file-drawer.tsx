import { filesContract } from '@xianghui/server/contract/files'
import { Button, Space } from 'antd'
import { Link, useNavigate } from 'react-router'
import { sizeWords } from '../shared/attachment-words.ts'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { DateText } from '../shared/date-text.tsx'
import { DetailDrawer } from '../shared/detail-drawer.tsx'
import { Facts } from '../shared/facts.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { useCan } from '../shared/me.ts'
import { type FormField, ResourceForm } from '../shared/resource-form.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { useKeepSearch } from '../shared/use-keep-search.ts'
import { visibilityOf } from './file-shapes.ts'
import { locale } from './locale.ts'

/** One file: what it is, where it is used, its words and who may see it. */
export function FileDrawer({ id }: { id: string }) {
  const t = useText(locale)
  const shared = useText()
  const can = useCan()
  const navigate = useNavigate()
  const keep = useKeepSearch()
  const query = useApi(filesContract.get, { params: { id } })
  const remove = useAct(filesContract.remove, { done: t.removed, onDone: () => navigate(keep('/files')) })
  const file = query.data
  const acts = file && (
    <Space>
      <Button href={file.url} target="_blank" rel="noreferrer">
        {file.isImage ? t.openFile : t.saveFile}
      </Button>
      {can('file.write') && (
        <ConfirmButton danger ask={t.removeAsk} onConfirm={() => remove.actOrThrow({ params: { id }, body: {} })}>
          {shared.remove}
        </ConfirmButton>
      )}
    </Space>
  )
  return (
    <DetailDrawer
      title={file?.name ?? t.title}
      status={file && <StatusTag status={visibilityOf(file.isPublic)} />}
      closeTo="/files"
      acts={acts}
      query={query}
    >
      {file && (
        <>
          {file.isImage && (
            <img
              className="file-preview"
              src={`${file.url}/640.webp`}
              alt={file.alt ?? ''}
              width={file.width ?? undefined}
              height={file.height ?? undefined}
            />
          )}
          <Facts
            columns={2}
            items={[
              { label: t.size, value: sizeWords(file.size) },
              file.width !== null && { label: t.pixels, value: `${file.width} × ${file.height}` },
              { label: t.createdAt, value: <DateText value={file.createdAt} /> },
              { label: t.address, value: <code className="file-address">{file.url}</code> },
            ]}
          />
          <UsedBy uses={file.usedBy} />
          {can('file.write') && <FileForm key={file.id} file={file} />}
        </>
      )}
    </DetailDrawer>
  )
}

function UsedBy({ uses }: { uses: readonly { zh: string; en: string; title: string; link: string }[] }) {
  const t = useText(locale)
  const pick = usePick()
  return (
    <section className="file-uses">
      <h3>{t.usedBy}</h3>
      {uses.length === 0 ? (
        <p className="quiet">{t.notUsed}</p>
      ) : (
        <ul>
          {uses.map((use) => (
            <li key={`${use.link}${use.title}`}>
              <span className="quiet">{pick(use)}</span> {use.link ? <Link to={use.link}>{use.title}</Link> : use.title}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface FileValues {
  name: string
  alt: string | null
  isPublic: boolean
}

function FileForm({ file }: { file: FileValues & { id: string; isImage: boolean } }) {
  const t = useText(locale)
  const save = useAct(filesContract.update, { done: t.saved })
  const fields: FormField[] = [
    { key: 'name', label: t.name, kind: 'text', required: true },
    ...(file.isImage ? [{ key: 'alt', label: t.alt, why: t.altWhy, kind: 'textarea' } satisfies FormField] : []),
    { key: 'isPublic', label: t.isPublic, kind: 'switch' },
  ]
  return (
    <ResourceForm<FileValues>
      name={`file:${file.id}`}
      fields={fields}
      schema={filesContract.update.body}
      initial={{ name: file.name, alt: file.alt, isPublic: file.isPublic }}
      draft={false}
      onSubmit={(values) => save.actOrThrow({ params: { id: file.id }, body: values })}
    />
  )
}
