import { type AdWordHit, findForbiddenWords } from '@xianghui/kit/ad-words'
import type { FieldFault } from '../../platform/refusal.ts'
import { hasImageWithoutAlt, textOf } from './sanitise.rules.ts'

export const articleStates = ['draft', 'reviewing', 'approved', 'published', 'withdrawn'] as const
export type ArticleState = (typeof articleStates)[number]

export interface ArticleAttachment {
  fileId: string
  name: string
}

/** What an editor writes; all of it goes through 三审. */
export interface ArticleFields {
  columnKey: string
  title: string
  titleEn: string | null
  summary: string
  summaryEn: string | null
  bodyHtml: string
  bodyHtmlEn: string | null
  sourceName: string
  sourceNameEn: string | null
  author: string | null
  coverFileId: string | null
  coverAlt: string | null
  attachments: readonly ArticleAttachment[]
  isTop: boolean
  showOnHome: boolean
  relatedServices: readonly string[]
  relatedZones: readonly string[]
  /** published then and not before; null = as soon as the last review passes */
  publishOn: Date | null
}

/** The state a save leads to; undefined where the article is being read by reviewers and must not move under them. */
export const stateAfterSave = (state: ArticleState): ArticleState | undefined =>
  state === 'reviewing' ? undefined : 'draft'

/** Only a draft, or one that was taken down, is submitted. */
export const maySubmit = (state: ArticleState): boolean => state === 'draft' || state === 'withdrawn'

/** What is missing before reviewers are asked to read. */
export function faultsOfArticle(article: ArticleFields): FieldFault[] {
  const faults: FieldFault[] = []
  const need = (field: string, code: string, missing: boolean) => {
    if (missing) faults.push({ field, code })
  }
  need('title', 'content.title_needed', article.title.trim() === '')
  need('bodyHtml', 'content.body_needed', textOf(article.bodyHtml) === '')
  need('sourceName', 'content.source_needed', article.sourceName.trim() === '')
  need('coverAlt', 'content.cover_alt_needed', article.coverFileId !== null && !article.coverAlt?.trim())
  need('bodyHtml', 'content.image_alt_needed', hasImageWithoutAlt(article.bodyHtml))
  need('bodyHtmlEn', 'content.image_alt_needed', hasImageWithoutAlt(article.bodyHtmlEn ?? ''))
  return faults
}

export interface WordHint {
  field: 'title' | 'summary' | 'body'
  word: string
  group: AdWordHit['group']
}

/** Words that advertising law forbids or that call for proof: hints to the editor, never a refusal. */
export function wordHints(article: Pick<ArticleFields, 'title' | 'summary' | 'bodyHtml'>): WordHint[] {
  const places = [
    ['title', article.title],
    ['summary', article.summary],
    ['body', textOf(article.bodyHtml)],
  ] as const
  const hints = places.flatMap(([field, text]) =>
    findForbiddenWords(text).map(({ word, group }): WordHint => ({ field, word, group })),
  )
  return hints.filter((hint, at) => hints.findIndex((one) => one.field === hint.field && one.word === hint.word) === at)
}

/** Written by hand, or the beginning of the text. */
export function summaryOf(summary: string, bodyHtml: string): string {
  if (summary.trim() !== '') return summary.trim()
  const text = textOf(bodyHtml).replaceAll('\n', ' ')
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
