import type { EmptyState } from './art/empty-states.ts'
import { emptyArt } from './art/empty-states.ts'
import { art, html, none } from './html.ts'
import { layout } from './layout.view.ts'
import type { PageContext } from './page-context.ts'
import { button } from './parts.view.ts'

const drawings: Record<number, EmptyState> = { 404: 'nothing-found', 503: 'offline' }

/** A refused or failed page: what happened, what to do next, and a number to name when asking. */
export function errorPage(ctx: PageContext, problem: { status: number; message: string; requestId: string }): string {
  const { t } = ctx
  const words = wordsOf(ctx, problem.status)
  const body = html`<div class="wrap"><div class="empty error-page">${art(emptyArt(drawings[problem.status] ?? 'error'))}<h1>${words.title}</h1><p>${
    problem.status === 404 || problem.status >= 500 ? words.text : problem.message
  }</p><p class="form-actions">${button('/', t.site.home, 'home')}${button('/search', t.search.title, 'search', true)}</p>${
    problem.status >= 500 ? html`<p class="small">${t.error.requestId}<code>${problem.requestId}</code></p>` : none
  }</div></div>`
  return layout(ctx, { title: words.title, body, unlisted: true })
}

function wordsOf(ctx: PageContext, status: number): { title: string; text: string } {
  const { error } = ctx.t
  if (status === 404) return error.notFound
  if (status === 429) return error.tooMany
  if (status === 401 || status === 403) return error.forbidden
  if (status === 503) return error.unavailable
  return status >= 500 ? error.fault : error.wrong
}
