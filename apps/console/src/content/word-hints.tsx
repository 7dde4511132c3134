import type { Article } from '@xianghui/server/contract/content'
import { Alert } from 'antd'
import { useText } from '../shared/locale.ts'
import { locale } from './locale.ts'

/** Words of advertising law found in the draft: a hint, never a refusal. */
export function WordHints({ hints }: { hints: Article['hints'] }) {
  const t = useText(locale)
  if (hints.length === 0) return null
  return (
    <Alert
      type="warning"
      className="article-alert"
      title={t.hintsTitle}
      description={
        <>
          <ul className="hints">
            {hints.map((hint) => (
              <li key={`${hint.field}${hint.word}`}>
                {t.hintFields[hint.field]}：“{hint.word}”（{t.hintGroups[hint.group]}）
              </li>
            ))}
          </ul>
          {t.hintsWhy}
        </>
      }
    />
  )
}
