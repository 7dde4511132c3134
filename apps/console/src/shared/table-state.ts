/** What a list shows, as the address says it: `?page=2&size=50&sort=-name&q=…&state=open`. */
export interface TableState {
  page: number
  size: number
  /** `name` or `-name` */
  sort: string | undefined
  /** everything else: search words and filters, as the query of the endpoint names them */
  filters: Readonly<Record<string, string>>
}

export const pageSizes = [20, 50, 100, 200] as const
const reserved = new Set(['page', 'size', 'sort'])

/** Reads the address; what cannot be is replaced by the default rather than sent. */
export function readTableState(params: URLSearchParams, defaultSort?: string): TableState {
  const size = Number(params.get('size'))
  const page = Number(params.get('page'))
  const filters: Record<string, string> = {}
  for (const [key, value] of params) if (!reserved.has(key) && value !== '') filters[key] = value
  return {
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
    size: pageSizes.some((one) => one === size) ? size : pageSizes[0],
    sort: sortOf(params.get('sort')) ?? defaultSort,
    filters,
  }
}

/** The address after a change; anything but turning the page goes back to the first. Defaults are left out. */
export function changeTableState(
  params: URLSearchParams,
  change: Readonly<Record<string, string | number | undefined>>,
  defaultSort?: string,
): URLSearchParams {
  const next = new URLSearchParams(params)
  if (!('page' in change)) next.delete('page')
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined || value === '') next.delete(key)
    else next.set(key, String(value))
  }
  if (next.get('page') === '1') next.delete('page')
  if (next.get('size') === String(pageSizes[0])) next.delete('size')
  if (next.get('sort') === defaultSort) next.delete('sort')
  return next
}

/** What is asked of the server; `fixed` wins over the address. */
export function listQueryOf(state: TableState, fixed: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { ...state.filters, ...(state.sort ? { sort: state.sort } : {}), page: state.page, size: state.size, ...fixed }
}

function sortOf(text: string | null): string | undefined {
  return text && /^-?[a-zA-Z][a-zA-Z0-9]*$/.test(text) ? text : undefined
}
