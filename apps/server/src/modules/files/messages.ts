import type { MessageTable } from '../../platform/messages.ts'

export const filesMessages: MessageTable = {
  'files.none': {
    status: 400,
    zh: '没有收到文件，请选择一个文件再上传。',
    en: 'No file arrived; choose one and send again.',
  },
  'files.empty': {
    status: 400,
    zh: '“{name}”是空文件，请检查后重新选择。',
    en: '“{name}” is empty; check it and choose again.',
  },
  'files.too_large': {
    status: 413,
    zh: '文件太大，最多 {most}，请压缩或拆分后再上传。',
    en: 'The file is too large (at most {most}); make it smaller or split it.',
  },
  'files.type': {
    status: 415,
    zh: '“{name}”的实际内容不是可以上传的类型。可以上传：图片（jpg、png、webp、gif、avif）、PDF、Word（docx）、Excel（xlsx）、PowerPoint（pptx）、csv、txt、zip。',
    en: '“{name}” is not a kind that can be kept. Allowed: images (jpg, png, webp, gif, avif), PDF, docx, xlsx, pptx, csv, txt, zip.',
  },
  'files.too_many_pixels': {
    status: 413,
    zh: '图片有 {pixels} 百万像素，超过 40 百万，请缩小后再上传。',
    en: 'The image has {pixels} megapixels; at most 40. Make it smaller and send again.',
  },
  'files.broken_image': {
    status: 415,
    zh: '图片已损坏或不完整，请换一张或重新导出后再上传。',
    en: 'The image is damaged or incomplete; choose another or export it again.',
  },
  'files.confidential': {
    status: 409,
    zh: '这个文件属于不公开的事项（{what}），不能设为公开。',
    en: 'This file belongs to something confidential ({what}) and cannot be public.',
  },
  'files.unknown_subject': {
    status: 404,
    zh: '没有找到要附文件的事项。',
    en: 'There is no such thing to attach files to.',
  },
  'files.subject_not_allowed': {
    status: 403,
    zh: '您没有查看或修改这项附件的权限，请联系中心管理员。',
    en: 'You may not see or change these attachments; ask the administrator.',
  },
  'files.bad_range': { status: 416, zh: '请求的字节范围不对。', en: 'The requested byte range is not satisfiable.' },
}
