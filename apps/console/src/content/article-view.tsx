import { Tabs } from 'antd'
import { DateText } from '../shared/date-text.tsx'
import { useText } from '../shared/locale.ts'
import { ArticleBody } from './article-body.tsx'
import { locale } from './locale.ts'

export interface ArticleSeen {
  title: string
  titleEn: string | null
  bodyHtml: string
  bodyHtmlEn: string | null
  sourceName: string
  sourceNameEn: string | null
  author: string | null
  coverFileId: string | null
  coverAlt: string | null
  attachments: readonly { fileId: string; name: string }[]
}

/** An article as its reader sees it, in each language that it has. */
export function ArticleView({ article, at }: { article: ArticleSeen; at?: string | null }) {
  const t = useText(locale)
  const chinese = (
    <Sheet
      article={article}
      at={at}
      title={article.title}
      source={article.sourceName}
      html={article.bodyHtml}
      lang="zh-CN"
    />
  )
  if (!article.bodyHtmlEn && !article.titleEn) return chinese
  return (
    <Tabs
      items={[
        { key: 'zh', label: t.chinese, children: chinese },
        {
          key: 'en',
          label: t.english,
          children: (
            <Sheet
              article={article}
              at={at}
              title={article.titleEn ?? article.title}
              source={article.sourceNameEn ?? article.sourceName}
              html={article.bodyHtmlEn ?? ''}
              lang="en"
            />
          ),
        },
      ]}
    />
  )
}

function Sheet(props: {
  article: ArticleSeen
  at?: string | null | undefined
  title: string
  source: string
  html: string
  lang: string
}) {
  const t = useText(locale)
  const { article } = props
  return (
    <article className="article-sheet" lang={props.lang}>
      <h2 className="article-title">{props.title || t.untitled}</h2>
      <p className="quiet article-meta">
        <span>
          {t.source} {props.source}
        </span>
        {article.author && (
          <span>
            {t.author} {article.author}
          </span>
        )}
        {props.at && <DateText value={props.at} />}
      </p>
      {article.coverFileId && (
        <img className="article-cover" src={`/files/${article.coverFileId}`} alt={article.coverAlt ?? ''} />
      )}
      <ArticleBody html={props.html} />
      {article.attachments.length > 0 && (
        <ul className="attachments">
          {article.attachments.map((file) => (
            <li key={file.fileId}>
              <a href={`/files/${file.fileId}`} target="_blank" rel="noreferrer">
                {file.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
