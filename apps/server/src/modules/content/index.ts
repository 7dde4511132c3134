import { systemActor } from '../../platform/actor.ts'
import type { Module } from '../../platform/module.ts'
import { usesOfFiles } from './article.queries.ts'
import { contentMessages } from './messages.ts'
import { publishDue } from './publishing.ts'
import { reviewFlow } from './review.flow.ts'
import { mountContent } from './routes.ts'

export { listPublicColumns } from './column.queries.ts'
export { reportCorrection } from './correction.service.ts'
export { insertPlanArticles, type PlanArticleRow, removePlanArticles } from './plan-articles.ts'
export {
  getPublicArticle,
  listLatestArticles,
  listPublicAddresses,
  listPublicArticles,
  type Neighbour,
  neighboursOf,
  type PublicArticle,
  type PublicArticleLine,
  type PublicListAsk,
  publicListStatement,
} from './publication.queries.ts'

/** News, notices and pages with three reviews (三审), columns, and what readers find wrong. */
export const contentModule: Module = {
  name: 'content',
  messages: contentMessages,
  flows: [reviewFlow],
  fileUses: [
    {
      find: async (tx, ids) =>
        (await usesOfFiles(tx, ids)).map(({ fileId, id, title }) => ({
          fileId,
          title: `稿件“${title}”`,
          link: `/content/articles/${id}`,
        })),
    },
  ],
  mount: mountContent,
  schedules: ({ db }) => [
    {
      name: 'content.publish_due',
      every: 'minutely',
      run: async (centreId) => void (await db.inCentre(centreId, (tx) => publishDue(tx, systemActor(centreId)))),
    },
  ],
}
