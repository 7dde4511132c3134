import type { Article } from '@xianghui/server/contract/content'
import { DateText } from '../shared/date-text.tsx'
import { Facts } from '../shared/facts.tsx'
import { usePick, useText } from '../shared/locale.ts'
import type { SnapshotViews } from '../shared/snapshots.ts'
import { type ArticleSeen, ArticleView } from './article-view.tsx'
import { locale } from './locale.ts'
import { WordHints } from './word-hints.tsx'

type ArticleSnapshot = ArticleSeen & {
  column: { name: string; nameEn: string }
  summary: string
  isTop: boolean
  showOnHome: boolean
  publishOn: string | null
  version: number
  replacesVersion: number | null
  hints: Article['hints']
}

function ArticleSnapshotView({ snapshot }: { snapshot: unknown }) {
  const t = useText(locale)
  const shared = useText()
  const pick = usePick()
  const article = snapshot as ArticleSnapshot
  return (
    <>
      <WordHints hints={article.hints} />
      <Facts
        columns={2}
        items={[
          { label: t.column, value: pick({ zh: article.column.name, en: article.column.nameEn }) },
          { label: t.publishOn, value: article.publishOn ? <DateText value={article.publishOn} /> : t.publishNow },
          { label: t.top, value: article.isTop ? shared.yes : shared.no },
          {
            label: t.versionLine(article.version),
            value: article.replacesVersion === null ? t.firstTime : t.replaces(article.replacesVersion),
          },
          { label: t.summary, value: article.summary, wide: true },
        ]}
      />
      <ArticleView article={article} />
    </>
  )
}

export const moduleSnapshots: SnapshotViews = { article: ArticleSnapshotView }
