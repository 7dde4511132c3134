/** A column of the site: where an article stands. */
export interface Column {
  key: string
  name: string
  nameEn: string
  position: number
  isShown: boolean
  /** 0 = as the program brings it, never changed by the centre */
  version: number
}

const names = [
  ['news', '工作动态', 'News'],
  ['notice', '通知公告', 'Notices'],
  ['policy', '政策文件', 'Policies'],
  ['guide', '办事指南', 'Guides'],
  ['case', '典型案例', 'Cases'],
] as const

/** The usual columns of a centre; a stored row of the same key takes the place of one. */
export const defaultColumns: readonly Column[] = names.map(([key, name, nameEn], index) => ({
  key,
  name,
  nameEn,
  position: (index + 1) * 10,
  isShown: true,
  version: 0,
}))

/** Stored columns over the usual ones, in order. */
export function mergeColumns(stored: readonly Column[]): Column[] {
  const own = new Set(stored.map((column) => column.key))
  return [...defaultColumns.filter((column) => !own.has(column.key)), ...stored].sort(
    (a, b) => a.position - b.position || (a.key < b.key ? -1 : 1),
  )
}
