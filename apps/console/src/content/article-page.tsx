import { contentContract } from '@xianghui/server/contract/content'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useText } from '../shared/locale.ts'
import { useCan } from '../shared/me.ts'
import { Page } from '../shared/page.tsx'
import { QueryView } from '../shared/query-view.tsx'
import { useApi } from '../shared/use-api.ts'
import { ArticleEditor } from './article-editor.tsx'
import { ArticleRead } from './article-read.tsx'
import { locale } from './locale.ts'

/** One article: written while it is a draft, read while it is under review or by those who do not write. */
export default function ArticlePage() {
  const { id = 'new' } = useParams()
  const navigate = useNavigate()
  const [made, setMade] = useState<string>()
  // The first save gives the article its address; the editor stays where it is.
  if (id === 'new' || id === made)
    return (
      <ArticleEditor
        key="new"
        article={null}
        onMade={(article) => {
          setMade(article.id)
          void navigate(`/content/articles/${article.id}`, { replace: true })
        }}
        onSent={() => setMade(undefined)}
      />
    )
  return <Stored key={id} id={id} />
}

function Stored({ id }: { id: string }) {
  const t = useText(locale)
  const can = useCan()
  const query = useApi(contentContract.getArticle, { params: { id } }, { staleMs: 0 })
  if (!query.data)
    return (
      <Page title={t.articles} back="/content/articles">
        <QueryView query={query}>{() => null}</QueryView>
      </Page>
    )
  const article = query.data
  const writes = can('content.write') && article.state !== 'reviewing'
  return writes ? (
    <ArticleEditor article={article} onMade={() => undefined} onSent={() => undefined} />
  ) : (
    <ArticleRead article={article} />
  )
}
