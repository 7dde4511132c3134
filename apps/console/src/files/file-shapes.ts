import type { StoredFile } from '@xianghui/server/contract/files'
import { defineStatuses, type Status } from '../shared/status.ts'

const visibilities = defineStatuses({
  public: { zh: '公开', en: 'Public', tone: 'good' },
  private: { zh: '仅内部', en: 'Staff only', tone: 'quiet' },
})

export const visibilityOf = (isPublic: boolean): Status => visibilities[isPublic ? 'public' : 'private']

/** A small size of an image for a thumbnail. */
export const thumbnailOf = (file: Pick<StoredFile, 'id' | 'isImage'>): string | undefined =>
  file.isImage ? `/files/${file.id}/320.webp` : undefined

/** What a document's tile says in place of a picture: `PDF`, `XLSX`. */
export const extensionOf = (name: string): string => (/\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1] ?? '').toUpperCase()
