import type { Article } from '@xianghui/server/contract/content'
import { ApprovalPanel } from '../shared/approval-panel.tsx'
import { useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { ArticleNotes, TakeDown } from './article-notes.tsx'
import { articleStates } from './article-shapes.ts'
import { ArticleView } from './article-view.tsx'
import { locale } from './locale.ts'
import { WordHints } from './word-hints.tsx'

/** An article that is not being written: as its reader will see it, and where its reviews stand. */
export function ArticleRead({ article }: { article: Article }) {
  const t = useText(locale)
  return (
    <Page
      title={article.title || t.untitled}
      back="/content/articles"
      act={
        <div className="article-acts">
          <StatusTag status={articleStates[article.state]} />
          <TakeDown article={article} />
        </div>
      }
    >
      <ArticleNotes article={article} />
      <WordHints hints={article.hints} />
      <ArticleView article={article} at={article.publishedAt} />
      <section className="panel">
        <ApprovalPanel subject={{ kind: 'article', id: article.id }} withoutSnapshot />
      </section>
    </Page>
  )
}
