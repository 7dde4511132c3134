import { search } from '../platform/search-index.ts'
import { pageNumber } from './ask.ts'
import type { Pages } from './pages.ts'
import { isSearchKind, searchPage } from './search.view.ts'

const size = 20

export function mountSearch(pages: Pages): void {
  pages.page('/search', async ({ ctx, query, inCentre }) => {
    const words = (query.q ?? '').slice(0, 60)
    const kind = query.kind && isSearchKind(query.kind) ? query.kind : undefined
    const page = pageNumber(query)
    const found = words
      ? await inCentre((tx) => search(tx, { words, audience: 'public', page, size, ...(kind ? { kind } : {}) }))
      : { items: [], total: 0 }
    return searchPage(ctx, { words, kind, ...found, page, pages: Math.ceil(found.total / size) })
  })
}
