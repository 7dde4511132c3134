import type { Article, ArticleInput } from '@xianghui/server/contract/content'
import { defineStatuses, statuses } from '../shared/status.ts'

export const articleStates = defineStatuses({
  draft: statuses.draft,
  reviewing: statuses.reviewing,
  approved: statuses.scheduled,
  published: statuses.published,
  withdrawn: { zh: '已撤下', en: 'Taken down', tone: 'quiet' },
})

export const correctionStates = defineStatuses({
  open: statuses.waiting,
  mended: { zh: '已改正', en: 'Mended', tone: 'good' },
  declined: { zh: '不采纳', en: 'Declined', tone: 'quiet' },
})

export const emptyArticle = (sourceName: string): ArticleInput => ({
  columnKey: 'notice',
  title: '',
  titleEn: null,
  summary: '',
  summaryEn: null,
  bodyHtml: '',
  bodyHtmlEn: null,
  sourceName,
  sourceNameEn: null,
  author: null,
  coverFileId: null,
  coverAlt: null,
  attachments: [],
  isTop: false,
  showOnHome: true,
  relatedServices: [],
  relatedZones: [],
  publishOn: null,
})

/** The part of an article that an editor changes. */
export function inputOf(article: Article): ArticleInput {
  const empty = emptyArticle('')
  return Object.fromEntries(Object.keys(empty).map((key) => [key, article[key as keyof ArticleInput]])) as ArticleInput
}
