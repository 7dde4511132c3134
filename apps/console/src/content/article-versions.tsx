import { contentContract } from '@xianghui/server/contract/content'
import { useText } from '../shared/locale.ts'
import { QueryView } from '../shared/query-view.tsx'
import { TimelineList } from '../shared/timeline-list.tsx'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'

const tones = { submitted: 'waiting', published: 'good', withdrawn: 'quiet' } as const

/** What was submitted, published and taken down, and by whom. */
export function ArticleVersions({ id }: { id: string }) {
  const t = useText(locale)
  const query = useApi(contentContract.listVersions, { params: { id } })
  return (
    <section className="panel">
      <h2>{t.versions}</h2>
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t.versionNone}</p>
          ) : (
            <TimelineList
              items={items.map((row) => ({
                key: row.id,
                at: row.at,
                title: `${t.acts[row.act]} · ${t.versionLine(row.version)}`,
                by: row.byName,
                tone: tones[row.act],
              }))}
            />
          )
        }
      </QueryView>
    </section>
  )
}
