import { endpoint, Id, IdParams, Instant, listQuery, Nullable, Ok, OneOf, paged, Text } from '@xianghui/kit/contract'
import Type, { type Static } from 'typebox'

const storedFields = {
  id: Id,
  name: Type.String(),
  mime: Type.String(),
  size: Type.Integer(),
  isImage: Type.Boolean(),
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
  /** sizes that are there, `640.webp` and so on: `/files/<id>/<name>` */
  variants: Type.Array(Type.Object({ name: Type.String(), width: Type.Integer(), height: Type.Integer() })),
  isPublic: Type.Boolean(),
  alt: Nullable(Type.String()),
  url: Type.String(),
  createdAt: Instant,
  /** by how many things it is used */
  uses: Type.Integer(),
}
export const StoredFile = Type.Object(storedFields)
export type StoredFile = Static<typeof StoredFile>

export const AttachedFile = Type.Object({
  fileId: Id,
  label: Nullable(Type.String()),
  name: Type.String(),
  mime: Type.String(),
  size: Type.Integer(),
  isImage: Type.Boolean(),
  isPublic: Type.Boolean(),
  alt: Nullable(Type.String()),
  url: Type.String(),
})
export type AttachedFile = Static<typeof AttachedFile>

/** The form: `file` (one), and before or after it `isPublic` ('true'), `alt`. */
const Upload = Type.Object(
  { file: Type.Optional(Type.Unknown()), isPublic: Type.Optional(Type.String()), alt: Type.Optional(Text(300)) },
  { 'x-multipart': true },
)
const SubjectKind = Type.String({ minLength: 1, maxLength: 60 })

export const filesContract = {
  upload: endpoint('POST', '/api/files', '上传文件（multipart）', { body: Upload, reply: StoredFile }),
  list: endpoint('GET', '/api/files', '文件库', {
    query: listQuery({
      kind: Type.Optional(OneOf(['image', 'document'])),
      visibility: Type.Optional(OneOf(['public', 'private'])),
    }),
    reply: paged(StoredFile),
  }),
  get: endpoint('GET', '/api/files/:id', '文件资料与使用情况', {
    params: IdParams,
    reply: Type.Object({
      ...storedFields,
      usedBy: Type.Array(
        Type.Object({ zh: Type.String(), en: Type.String(), title: Type.String(), link: Type.String() }),
      ),
    }),
  }),
  update: endpoint('PATCH', '/api/files/:id', '修改文件名、替代文字、是否公开', {
    params: IdParams,
    body: Type.Object({
      name: Type.Optional(Text(200, 1)),
      alt: Type.Optional(Nullable(Text(300))),
      isPublic: Type.Optional(Type.Boolean()),
    }),
    reply: StoredFile,
  }),
  remove: endpoint('DELETE', '/api/files/:id', '删除文件（仍被使用时不能删除）', { params: IdParams, reply: Ok }),
  listAttachments: endpoint('GET', '/api/attachments', '某事项的附件', {
    query: Type.Object({ kind: SubjectKind, id: Id }),
    reply: Type.Object({ items: Type.Array(AttachedFile) }),
  }),
  setAttachments: endpoint('PUT', '/api/attachments', '设定某事项的附件（按所给顺序）', {
    body: Type.Object({
      kind: SubjectKind,
      id: Id,
      files: Type.Array(Type.Object({ fileId: Id, label: Type.Optional(Nullable(Text(100))) }), { maxItems: 50 }),
    }),
    reply: Type.Object({ items: Type.Array(AttachedFile) }),
  }),
  serve: endpoint('GET', '/files/:id/:variant?', '取得文件或图片的某个尺寸', {
    params: Type.Object({ id: Id, variant: Type.Optional(Type.String({ maxLength: 20 })) }),
    reply: Type.Unknown(),
  }),
}

/** Where a file, or one size of an image, is fetched; `variant` such as '640.webp'. */
export const fileAddress = (id: string, variant?: string): string =>
  variant === undefined ? `/files/${id}` : `/files/${id}/${variant}`
