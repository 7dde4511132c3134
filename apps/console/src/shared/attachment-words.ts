import { defineLocale } from './locale.ts'

export const attachmentWords = defineLocale(
  {
    add: '选择文件，或拖到这里',
    hint: '图片、PDF、Word、Excel、PowerPoint、csv、txt、zip，每个最大 50 MB',
    uploading: (name: string, share: number) => `${name} 正在上传 ${Math.round(share * 100)}%`,
    remove: (name: string) => `移除 ${name}`,
    full: (most: number) => `最多 ${most} 个文件`,
    opensNew: '（在新窗口打开）',
  },
  {
    add: 'Choose files or drop them here',
    hint: 'Images, PDF, docx, xlsx, pptx, csv, txt, zip; up to 50 MB each',
    uploading: (name: string, share: number) => `Sending ${name}: ${Math.round(share * 100)}%`,
    remove: (name: string) => `Remove ${name}`,
    full: (most: number) => `At most ${most} files`,
    opensNew: ' (opens in a new window)',
  },
)

/** `12 KB`, `3.4 MB`: the same in both languages. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
