import type { Mount } from '../../platform/http.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Article, type ArticleLine, countByState, listArticles, listVersions } from './article.queries.ts'
import { type ArticleFields, wordHints } from './article.rules.ts'
import {
  createArticle,
  deleteDraft,
  getArticle,
  saveDraft,
  submitArticle,
  takeBack,
  withdrawArticle,
} from './article.service.ts'
import { listColumns } from './column.queries.ts'
import { keepColumn } from './column.service.ts'
import { type ArticleInput, contentContract as contract } from './contract.ts'
import { mountCorrections } from './correction.routes.ts'

const ok = { ok: true } as const

export function mountContent(mount: Mount): void {
  mount(contract.listArticles, { may: 'content.read' }, async ({ query, actor, inCentre }) => {
    const { page = 1, size = 20, q, mine, ...filter } = query
    const mineOnly = mine && actor.id ? { createdBy: actor.id } : {}
    const { items, total } = await inCentre((tx) => listArticles(tx, { ...filter, ...mineOnly, words: q, page, size }))
    return { items: items.map(lineOf), total, page, size }
  })
  mount(contract.articleCounts, { may: 'content.read' }, async ({ inCentre }) => ({
    counts: await inCentre(countByState),
  }))
  mount(contract.getArticle, { may: 'content.read' }, async ({ params, inCentre }) =>
    shown(await inCentre((tx) => getArticle(tx, params.id))),
  )
  mount(contract.createArticle, { may: 'content.write' }, async ({ body, actor, inCentre }) =>
    inCentre(async (tx) => shown(await createArticle(tx, actor, fieldsOf(body)))),
  )
  mount(contract.saveDraft, { may: 'content.write' }, async ({ params, body, actor, inCentre }) =>
    shown(await inCentre((tx) => saveDraft(tx, actor, params.id, body.version, fieldsOf(body)))),
  )
  mount(contract.deleteDraft, { may: 'content.write' }, async ({ params, actor, inCentre }) => {
    await inCentre((tx) => deleteDraft(tx, actor, params.id))
    return ok
  })
  mount(contract.submitArticle, { may: 'content.write' }, async ({ params, body, actor, inCentre }) =>
    inCentre(async (tx) => ({ approvalId: await submitArticle(tx, actor, params.id, body.version) })),
  )
  mount(contract.takeBack, { may: 'content.write' }, async ({ params, actor, inCentre }) => {
    await inCentre((tx) => takeBack(tx, actor, params.id))
    return ok
  })
  mount(contract.withdrawArticle, { may: 'content.publish' }, async ({ params, body, actor, inCentre }) =>
    inCentre(async (tx) => {
      await withdrawArticle(tx, actor, params.id, body.reason)
      return ok
    }),
  )
  mount(contract.listVersions, { may: 'content.read' }, async ({ params, inCentre }) => ({
    items: (await inCentre((tx) => listVersions(tx, params.id))).map((row) => ({ ...row, at: row.at.toISOString() })),
  }))
  mount(contract.listColumns, { may: 'content.read' }, async ({ inCentre }) => ({ items: await inCentre(listColumns) }))
  mount(contract.saveColumn, { may: 'content.publish' }, async ({ body, actor, inCentre }) => {
    await inCentre((tx) => keepColumn(tx, actor, body))
    return ok
  })
  mountCorrections(mount)
}

function fieldsOf(body: ArticleInput): ArticleFields {
  const { publishOn, ...rest } = body
  const at = publishOn === null ? null : new Date(publishOn)
  if (at && Number.isNaN(at.getTime()))
    throw new Refusal('request.invalid', {}, [{ field: 'publishOn', code: 'content.time_wrong' }])
  return { ...rest, publishOn: at }
}

function lineOf(line: ArticleLine) {
  return {
    ...line,
    fromPlan: line.source !== 'own',
    createdAt: line.createdAt.toISOString(),
    updatedAt: line.updatedAt.toISOString(),
    publishedAt: line.publishedAt?.toISOString() ?? null,
    publishOn: line.publishOn?.toISOString() ?? null,
  }
}

const shown = (article: Article) => ({
  ...lineOf(article),
  ...{ summary: article.summary, summaryEn: article.summaryEn },
  ...{ bodyHtml: article.bodyHtml, bodyHtmlEn: article.bodyHtmlEn },
  attachments: [...article.attachments],
  relatedServices: [...article.relatedServices],
  relatedZones: [...article.relatedZones],
  hints: wordHints(article),
})
