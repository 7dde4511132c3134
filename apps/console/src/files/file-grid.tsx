import { filesContract } from '@xianghui/server/contract/files'
import { Pagination } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { sizeWords } from '../shared/attachment-words.ts'
import { Empty } from '../shared/empty.tsx'
import { useText } from '../shared/locale.ts'
import { QueryView } from '../shared/query-view.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { TableFilters } from '../shared/table-filters.tsx'
import { listQueryOf } from '../shared/table-state.ts'
import { useApi } from '../shared/use-api.ts'
import { useKeepSearch } from '../shared/use-keep-search.ts'
import { useTableState } from '../shared/use-table-state.ts'
import { useFileFilters } from './file-filters.ts'
import { extensionOf, thumbnailOf, visibilityOf } from './file-shapes.ts'
import { locale } from './locale.ts'

/** Files as pictures: what one looks for by eye. */
export function FileGrid({ tools, act }: { tools: ReactNode; act: ReactNode }) {
  const t = useText(locale)
  const shared = useText()
  const keep = useKeepSearch()
  const [state, change] = useTableState('-createdAt')
  const query = useApi(filesContract.list, { query: listQueryOf(state) })
  const filtered = Object.keys(state.filters).length > 0
  return (
    <section className="resource">
      <div className="resource-bar no-print">
        <TableFilters filters={useFileFilters()} search={t.search} state={state} change={change} />
        <div className="resource-tools">{tools}</div>
      </div>
      <QueryView query={query}>
        {(data) =>
          data.items.length === 0 ? (
            filtered ? (
              <Empty art="nothing-found" title={shared.nothingFound} hint={shared.nothingFoundHint} />
            ) : (
              <Empty title={t.none} hint={t.noneHint} act={act} />
            )
          ) : (
            <>
              <ul className="file-grid">
                {data.items.map((file) => (
                  <li key={file.id}>
                    <Link to={keep(`/files/${file.id}`)} className="file-tile">
                      <span className="file-thumb">
                        {file.isImage ? (
                          <img src={thumbnailOf(file)} alt={file.alt ?? ''} loading="lazy" />
                        ) : (
                          <span className="file-ext" aria-hidden="true">
                            {extensionOf(file.name)}
                          </span>
                        )}
                      </span>
                      <span className="file-name">{file.name}</span>
                    </Link>
                    <span className="file-meta">
                      <StatusTag status={visibilityOf(file.isPublic)} />
                      <span className="quiet figures">{sizeWords(file.size)}</span>
                      {file.isImage && file.isPublic && !file.alt && <span className="file-warn">{t.noAlt}</span>}
                    </span>
                  </li>
                ))}
              </ul>
              <Pagination
                align="end"
                current={state.page}
                pageSize={state.size}
                total={data.total}
                showSizeChanger={false}
                onChange={(page) => change({ page })}
              />
            </>
          )
        }
      </QueryView>
    </section>
  )
}
