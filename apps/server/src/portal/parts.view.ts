/** Small parts that several pages share. */
import { businessDate } from '@xianghui/kit/business-date'
import { formatDateEn, formatDateTimeEn, formatDateTimeZh, formatDateZh } from '@xianghui/kit/date-format'
import { type EmptyState, emptyArt } from './art/empty-states.ts'
import { type IconName, icon } from './art/icons.ts'
import { art, type Html, html, none } from './html.ts'
import type { PageContext } from './page-context.ts'

interface Day {
  iso: string
  'zh-CN': string
  en: string
}

// Lists name the same few days again and again; their words are half the cost of a list (bench P4).
const days = new Map<number, Day>()
const mostDays = 4000

function dayOfInstant(instant: Date): Day {
  const number = Math.floor((instant.getTime() + 8 * 3_600_000) / 86_400_000)
  const known = days.get(number)
  if (known) return known
  const iso = businessDate(instant)
  const day = { iso, 'zh-CN': formatDateZh(iso), en: formatDateEn(iso) }
  if (days.size >= mostDays) days.clear()
  days.set(number, day)
  return day
}

export function dateOf(ctx: PageContext, instant: Date): string {
  return dayOfInstant(instant)[ctx.locale]
}

export function dateTimeOf(ctx: PageContext, instant: Date): string {
  return ctx.locale === 'en' ? formatDateTimeEn(instant) : formatDateTimeZh(instant)
}

export function dayOf(ctx: PageContext, day: string): string {
  return ctx.locale === 'en' ? formatDateEn(day) : formatDateZh(day)
}

export function time(ctx: PageContext, instant: Date, name = ''): Html {
  const day = dayOfInstant(instant)
  return html`<time${name ? html` class="${name}"` : none} datetime="${day.iso}">${day[ctx.locale]}</time>`
}

/** '2019年10月' / 'October 2019' of 'YYYY-MM'. */
export function monthOf(ctx: PageContext, month: string): string {
  const full = ctx.locale === 'en' ? formatDateEn(`${month}-01`) : formatDateZh(`${month}-01`)
  return ctx.locale === 'en' ? full.replace(/^1 /, '') : full.replace(/1日$/, '')
}

export interface SectionOptions {
  title: string
  more?: { href: string; text: string }
  mist?: boolean
  id?: string
}

/** A band of the page with its heading. */
export function section(options: SectionOptions, body: Html): Html {
  const { title, more, mist, id } = options
  return html`<section class="section${mist ? ' section-mist' : ''}"${id ? html` id="${id}"` : none}><div class="wrap"><div class="section-head"><h2>${title}</h2>${
    more ? html`<a class="more" href="${more.href}">${more.text}${art(icon('chevron-right', 18))}</a>` : none
  }</div>${body}</div></section>`
}

/** Head of an inner page: its name and one line of what it is for. */
export function pageHead(title: string, lead?: string, acts?: Html): Html {
  return html`<div class="wrap page-head"><h1>${title}</h1>${lead ? html`<p class="lead">${lead}</p>` : none}${acts ?? none}</div>`
}

export function notice(kind: 'info' | 'warn' | 'error' | 'done', body: Html | string): Html {
  const image = { info: 'info', warn: 'alert', error: 'alert', done: 'check' } as const
  const name = kind === 'info' ? 'notice' : `notice notice-${kind}`
  return html`<div class="${name}"${kind === 'error' ? html` role="alert"` : none}>${art(icon(image[kind]))}<p>${body}</p></div>`
}

export function empty(state: EmptyState, title: string, text: string, act?: { href: string; text: string }): Html {
  return html`<div class="empty">${art(emptyArt(state))}<p class="empty-title"><strong>${title}</strong></p><p>${text}</p>${
    act ? html`<a class="btn btn-quiet" href="${act.href}">${act.text}</a>` : none
  }</div>`
}

export interface ListEntry {
  href: string
  title: string
  note?: string
  at?: Date
}

/** Titles with their dates. */
export function entryList(ctx: PageContext, entries: readonly ListEntry[]): Html {
  return html`<ul class="list">${entries.map(
    (one) =>
      html`<li class="list-item"><a class="list-link" href="${one.href}"><span class="list-main"><span class="list-title">${one.title}</span>${
        one.note ? html`<span class="list-note">${one.note}</span>` : none
      }</span>${one.at ? time(ctx, one.at, 'list-date') : none}</a></li>`,
  )}</ul>`
}

/** Links to the pages of a list; nothing where all is on one. `href` makes the address of a page. */
export function pager(ctx: PageContext, page: number, pages: number, href: (page: number) => string): Html {
  if (pages <= 1) return none
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages)
  const shown = [...new Set(near)].sort((a, b) => a - b)
  return html`<nav aria-label="${ctx.t.list.pages}"><ul class="pager">${
    page > 1 ? html`<li><a href="${href(page - 1)}" rel="prev">${ctx.t.list.previous}</a></li>` : none
  }${shown.map((one, index) => {
    const gap = index > 0 && one - (shown[index - 1] ?? 0) > 1 ? html`<li class="pager-gap">…</li>` : none
    const link =
      one === page
        ? html`<li><span aria-current="page">${one}</span></li>`
        : html`<li><a href="${href(one)}" aria-label="${ctx.t.list.page(one)}">${one}</a></li>`
    return html`${gap}${link}`
  })}${page < pages ? html`<li><a href="${href(page + 1)}" rel="next">${ctx.t.list.next}</a></li>` : none}</ul></nav>`
}

/** Choices above a list, as links: work without script and can be shared. */
export function choices(
  label: string,
  options: readonly { text: string; href: string; current: boolean; count?: number }[],
): Html {
  return html`<nav class="choices" aria-label="${label}"><span class="choices-label">${label}</span><ul>${options.map(
    (one) =>
      html`<li><a class="chip" href="${one.href}"${one.current ? html` aria-current="true"` : none}>${one.text}${
        one.count === undefined ? none : html`<span class="chip-count">${one.count}</span>`
      }</a></li>`,
  )}</ul></nav>`
}

export function facts(rows: readonly (readonly [string, Html | string | null])[]): Html {
  return html`<dl class="guide-facts">${rows
    .filter(([, value]) => value)
    .map(([label, value]) => html`<div class="guide-fact"><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
}

export function button(href: string, text: string, image?: IconName, quiet = false): Html {
  return html`<a class="btn${quiet ? ' btn-quiet' : ''}" href="${href}">${image ? art(icon(image)) : none}${text}</a>`
}
