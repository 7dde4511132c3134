import { contentContract } from '@xianghui/server/contract/content'
import { Can } from '../shared/can.tsx'
import { DateText } from '../shared/date-text.tsx'
import { LinkButton } from '../shared/link-button.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { ResourceTable } from '../shared/resource-table.tsx'
import { optionsOf } from '../shared/status.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { useApi } from '../shared/use-api.ts'
import { articleStates } from './article-shapes.ts'
import { locale } from './locale.ts'

/** Every article, drafts included; what is listed is in the address. */
export default function ArticlesPage() {
  const t = useText(locale)
  const pick = usePick()
  const columns = useApi(contentContract.listColumns)
  const names = new Map(
    (columns.data?.items ?? []).map((one) => [one.key, pick({ zh: one.name, en: one.nameEn })] as const),
  )
  const write = (
    <Can permission="content.write">
      <LinkButton to="/content/articles/new" type="primary">
        {t.write}
      </LinkButton>
    </Can>
  )
  return (
    <Page title={t.articles} intro={t.articlesIntro} act={write}>
      <ResourceTable
        name="articles"
        list={contentContract.listArticles}
        rowKey={(row) => row.id}
        rowLink={(row) => `/content/articles/${row.id}`}
        defaultSort="-updatedAt"
        search={t.searchHint}
        columns={[
          {
            key: 'title',
            title: t.articleTitle,
            phone: 'title',
            render: (row) => (
              <>
                {row.isTop && <StatusTag status={{ zh: '置顶', en: 'Top', tone: 'doing' }} />} {row.title || t.untitled}
                {row.fromPlan && <span className="quiet"> · {t.fromPlan}</span>}
              </>
            ),
          },
          { key: 'column', title: t.column, render: (row) => names.get(row.columnKey) ?? '' },
          {
            key: 'state',
            title: t.state,
            phone: 'status',
            render: (row) => <StatusTag status={articleStates[row.state]} />,
          },
          {
            key: 'publishedAt',
            title: t.publishedAt,
            sort: true,
            render: (row) => <DateText value={row.publishedAt} />,
          },
          { key: 'updatedAt', title: t.updatedAt, sort: true, render: (row) => <DateText value={row.updatedAt} /> },
          { key: 'updatedByName', title: t.updatedBy, phone: 'none', render: (row) => row.updatedByName },
          { key: 'source', title: t.source, off: true, render: (row) => row.sourceName },
          { key: 'author', title: t.author, off: true, render: (row) => row.author ?? '' },
        ]}
        filters={[
          { key: 'state', label: t.state, kind: 'select', options: optionsOf(articleStates, pick) },
          {
            key: 'column',
            label: t.column,
            kind: 'select',
            options: [...names].map(([value, label]) => ({ value, label })),
          },
          {
            key: 'isPublic',
            label: t.publicFilter,
            kind: 'select',
            options: [
              { value: 'true', label: t.publicYes },
              { value: 'false', label: t.publicNo },
            ],
          },
          { key: 'mine', label: t.mine, kind: 'select', options: [{ value: 'true', label: t.mineOnly }] },
        ]}
        empty={{ title: t.none, hint: t.noneHint, act: write }}
      />
    </Page>
  )
}
