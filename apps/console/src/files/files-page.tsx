import { filesContract } from '@xianghui/server/contract/files'
import { Button, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { useParams } from 'react-router'
import { sizeWords } from '../shared/attachment-words.ts'
import { Can } from '../shared/can.tsx'
import { DateText } from '../shared/date-text.tsx'
import { recall, remember } from '../shared/local-store.ts'
import { useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { ResourceTable } from '../shared/resource-table.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { FileDrawer } from './file-drawer.tsx'
import { useFileFilters } from './file-filters.ts'
import { FileGrid } from './file-grid.tsx'
import { visibilityOf } from './file-shapes.ts'
import { locale } from './locale.ts'
import { UploadModal } from './upload-modal.tsx'
import './files.css'

/** The library: thumbnails or a list, upload, and each file's own drawer. */
export default function FilesPage() {
  const t = useText(locale)
  const { id } = useParams()
  const [view, setView] = useState(() => (recall('files.view') === 'list' ? 'list' : 'grid'))
  const [uploading, setUploading] = useState(false)
  const choose = (next: string) => {
    remember('files.view', next)
    setView(next === 'list' ? 'list' : 'grid')
  }
  const act = (
    <Can permission="file.write">
      <Button type="primary" onClick={() => setUploading(true)}>
        {t.upload}
      </Button>
    </Can>
  )
  const tools = (
    <Segmented
      aria-label={t.view}
      value={view}
      onChange={choose}
      options={[
        { value: 'grid', label: t.grid },
        { value: 'list', label: t.list },
      ]}
    />
  )
  return (
    <Page title={t.title} intro={t.intro} act={act}>
      {view === 'grid' ? <FileGrid tools={tools} act={act} /> : <FileList tools={tools} act={act} />}
      <UploadModal open={uploading} close={() => setUploading(false)} />
      {id && <FileDrawer id={id} />}
    </Page>
  )
}

function FileList({ tools, act }: { tools: ReactNode; act: ReactNode }) {
  const t = useText(locale)
  return (
    <ResourceTable
      name="files"
      list={filesContract.list}
      rowKey={(file) => file.id}
      rowLink={(file) => `/files/${file.id}`}
      defaultSort="-createdAt"
      search={t.search}
      filters={useFileFilters()}
      tools={tools}
      columns={[
        { key: 'name', title: t.name, render: (file) => file.name, sort: true, phone: 'title' },
        {
          key: 'visibility',
          title: t.visibility,
          render: (file) => <StatusTag status={visibilityOf(file.isPublic)} />,
          phone: 'status',
        },
        { key: 'size', title: t.size, align: 'right', sort: true, render: (file) => sizeWords(file.size) },
        { key: 'uses', title: t.uses, render: (file) => t.usesCount(file.uses) },
        { key: 'createdAt', title: t.createdAt, sort: true, render: (file) => <DateText value={file.createdAt} /> },
      ]}
      empty={{ title: t.none, hint: t.noneHint, act }}
    />
  )
}
