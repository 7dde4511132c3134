import { businessDate } from '@xianghui/kit/calendar'
import type { Flow } from '../../platform/approval.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ruleInForce } from '../centre/index.ts'
import { findArticle, moveArticle } from './article.queries.ts'
import { publishArticle } from './publishing.ts'

/** 三审: three people read before the public does, unless the centre's rule lets one person take several steps. */
export const reviewFlow: Flow = {
  name: 'content.article',
  zh: '稿件审核',
  steps: [
    { key: 'review1', zh: '初审', en: 'First review', permission: 'content.review1' },
    { key: 'review2', zh: '复审', en: 'Second review', permission: 'content.review2' },
    { key: 'publish', zh: '终审发布', en: 'Final review', permission: 'content.publish' },
  ],
  versionOf: async (tx, id) => {
    const article = await findArticle(tx, id)
    return article?.state === 'reviewing' ? article.version : undefined
  },
  distinctPeople: async (tx: Tx) => {
    const rule = await ruleInForce<{ distinctPeople?: boolean }>(tx, 'content.review', businessDate(tx.now))
    return rule?.value.distinctPeople ?? true
  },
  passed: async (tx, actor, approval) => {
    const article = await findArticle(tx, approval.subjectId, true)
    if (!article) throw new Refusal('record.not_found')
    if (article.publishOn && article.publishOn > tx.now)
      await moveArticle(tx, article.id, { from: ['reviewing'], to: 'approved' })
    else await publishArticle(tx, actor, article)
  },
  returned: async (tx, _actor, approval, reason) => {
    await moveArticle(tx, approval.subjectId, { from: ['reviewing'], to: 'draft', reason })
  },
  withdrawn: async (tx, _actor, approval) => {
    await moveArticle(tx, approval.subjectId, { from: ['reviewing'], to: 'draft' })
  },
}
