import { endpoint, Id, IdParams, Instant, listQuery, Nullable, Ok, OneOf, paged, Text } from '@xianghui/kit/contract'
import Type, { type Static } from 'typebox'

const State = OneOf(['draft', 'reviewing', 'approved', 'published', 'withdrawn'])

const Attachment = Type.Object({ fileId: Id, name: Text(200, 1) })
const fields = {
  columnKey: Text(40, 1),
  title: Text(120),
  titleEn: Nullable(Text(240)),
  summary: Text(400),
  summaryEn: Nullable(Text(800)),
  bodyHtml: Text(300_000),
  bodyHtmlEn: Nullable(Text(300_000)),
  sourceName: Text(120),
  sourceNameEn: Nullable(Text(240)),
  author: Nullable(Text(60)),
  coverFileId: Nullable(Id),
  coverAlt: Nullable(Text(200)),
  attachments: Type.Array(Attachment, { maxItems: 20 }),
  isTop: Type.Boolean(),
  showOnHome: Type.Boolean(),
  relatedServices: Type.Array(Text(60), { maxItems: 20 }),
  relatedZones: Type.Array(Text(60), { maxItems: 20 }),
  publishOn: Nullable(Instant),
}
export const ArticleInput = Type.Object(fields)
export type ArticleInput = Static<typeof ArticleInput>

const about = {
  id: Id,
  state: State,
  stateReason: Nullable(Type.String()),
  version: Type.Integer(),
  /** `own`, or the plan it came with */
  fromPlan: Type.Boolean(),
  createdByName: Type.String(),
  createdAt: Instant,
  updatedByName: Type.String(),
  updatedAt: Instant,
  /** what visitors see; null = nothing */
  publishedVersion: Nullable(Type.Integer()),
  publishedAt: Nullable(Instant),
}
export const ArticleLine = Type.Object({
  ...about,
  columnKey: Type.String(),
  title: Type.String(),
  sourceName: Type.String(),
  author: Nullable(Type.String()),
  isTop: Type.Boolean(),
  publishOn: Nullable(Instant),
})
export type ArticleLine = Static<typeof ArticleLine>

const Hint = Type.Object({
  field: OneOf(['title', 'summary', 'body']),
  word: Type.String(),
  group: OneOf(['absolute', 'medical', 'promise']),
})
export const Article = Type.Object({ ...about, ...fields, hints: Type.Array(Hint) })
export type Article = Static<typeof Article>

const Column = Type.Object({
  key: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
  name: Text(30, 1),
  nameEn: Text(60, 1),
  position: Type.Integer({ minimum: 0, maximum: 9999 }),
  isShown: Type.Boolean(),
  version: Type.Integer({ minimum: 0 }),
})
export type Column = Static<typeof Column>

const Correction = Type.Object({
  id: Id,
  pagePath: Type.String(),
  words: Type.String(),
  contactMasked: Nullable(Type.String()),
  state: OneOf(['open', 'mended', 'declined']),
  answer: Nullable(Type.String()),
  handledByName: Nullable(Type.String()),
  handledAt: Nullable(Instant),
  createdAt: Instant,
})
export type Correction = Static<typeof Correction>

const Reason = Type.Object({ reason: Text(400) })

export const contentContract = {
  listArticles: endpoint('GET', '/api/articles', '稿件列表', {
    query: listQuery({
      column: Type.Optional(Text(40)),
      state: Type.Optional(State),
      isPublic: Type.Optional(Type.Boolean()),
      mine: Type.Optional(Type.Boolean()),
    }),
    reply: paged(ArticleLine),
  }),
  articleCounts: endpoint('GET', '/api/articles/counts', '各状态的稿件数', {
    reply: Type.Object({ counts: Type.Record(Type.String(), Type.Integer()) }),
  }),
  getArticle: endpoint('GET', '/api/articles/:id', '稿件', { params: IdParams, reply: Article }),
  createArticle: endpoint('POST', '/api/articles', '新建稿件', {
    body: ArticleInput,
    reply: Article,
    idempotent: true,
  }),
  saveDraft: endpoint('PUT', '/api/articles/:id', '保存草稿（须带版本号）', {
    params: IdParams,
    body: Type.Object({ version: Type.Integer(), ...fields }),
    reply: Article,
  }),
  deleteDraft: endpoint('DELETE', '/api/articles/:id', '删除未送审过的草稿', { params: IdParams, reply: Ok }),
  submitArticle: endpoint('POST', '/api/articles/:id/review', '送审', {
    params: IdParams,
    body: Type.Object({ version: Type.Integer() }),
    reply: Type.Object({ approvalId: Id }),
    idempotent: true,
  }),
  takeBack: endpoint('DELETE', '/api/articles/:id/review', '撤回送审', { params: IdParams, reply: Ok }),
  withdrawArticle: endpoint('POST', '/api/articles/:id/withdrawal', '撤下已发布的稿件', {
    params: IdParams,
    body: Reason,
    reply: Ok,
    idempotent: true,
  }),
  listVersions: endpoint('GET', '/api/articles/:id/versions', '稿件的历次版本', {
    params: IdParams,
    reply: Type.Object({
      items: Type.Array(
        Type.Object({
          id: Id,
          version: Type.Integer(),
          act: OneOf(['submitted', 'published', 'withdrawn']),
          title: Type.String(),
          bodyHtml: Type.String(),
          byName: Type.String(),
          at: Instant,
        }),
      ),
    }),
  }),
  listColumns: endpoint('GET', '/api/columns', '栏目', { reply: Type.Object({ items: Type.Array(Column) }) }),
  saveColumn: endpoint('PUT', '/api/columns', '保存栏目', { body: Column, reply: Ok }),
  reportCorrection: endpoint('POST', '/api/corrections', '网站找错', {
    body: Type.Object({ page: Text(400, 1), words: Text(1000, 1), contact: Type.Optional(Nullable(Text(60))) }),
    reply: Type.Object({ id: Id }),
    idempotent: true,
  }),
  listCorrections: endpoint('GET', '/api/corrections', '读者找错', {
    query: listQuery({ state: Type.Optional(OneOf(['open', 'mended', 'declined'])) }),
    reply: paged(Correction),
  }),
  handleCorrection: endpoint('POST', '/api/corrections/:id/handling', '处理读者找错', {
    params: IdParams,
    body: Type.Object({ state: OneOf(['mended', 'declined']), answer: Text(400) }),
    reply: Ok,
  }),
  revealContact: endpoint('POST', '/api/corrections/:id/contact', '查看找错读者的联系方式（须写明理由）', {
    params: IdParams,
    body: Reason,
    reply: Type.Object({ contact: Nullable(Type.String()) }),
  }),
}
