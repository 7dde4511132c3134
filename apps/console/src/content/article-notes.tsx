import { type Article, contentContract } from '@xianghui/server/contract/content'
import { Alert } from 'antd'
import { Can } from '../shared/can.tsx'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { useText } from '../shared/locale.ts'
import { useAct } from '../shared/use-act.ts'
import { locale } from './locale.ts'

/** What an editor must know of this article before he touches it. */
export function ArticleNotes({ article }: { article: Article }) {
  const t = useText(locale)
  const { state, stateReason } = article
  return (
    <>
      {stateReason && (
        <Alert
          className="article-alert"
          type="error"
          title={state === 'withdrawn' ? t.takenDownBecause(stateReason) : t.returnedBecause(stateReason)}
        />
      )}
      {article.publishedVersion !== null && (
        <Alert
          className="article-alert"
          type="info"
          title={t.oldStays}
          action={
            <a href={`/news/${article.id}`} target="_blank" rel="noreferrer">
              {t.openPublic}
            </a>
          }
        />
      )}
      {article.fromPlan && <Alert className="article-alert" type="info" title={t.fromPlanHint} />}
    </>
  )
}

/** Takes the public version down; the reason stays with it. */
export function TakeDown({ article }: { article: Article }) {
  const t = useText(locale)
  const act = useAct(contentContract.withdrawArticle, { done: t.takenDown })
  if (article.publishedVersion === null && article.state !== 'approved') return null
  return (
    <Can permission="content.publish">
      <ConfirmButton
        danger
        ask={t.takeDownAsk}
        reason={t.takeDownReason}
        onConfirm={(reason) => act.actOrThrow({ params: { id: article.id }, body: { reason } })}
      >
        {t.takeDown}
      </ConfirmButton>
    </Can>
  )
}
