import { type IconName, icon } from './art/icons.ts'
import { logoMark } from './art/logo.ts'
import { art, type Html, html, none, raw } from './html.ts'
import { formatModes, modeClasses } from './modes.ts'
import { centreName, inLocale, type PageContext } from './page-context.ts'

export type Section =
  | 'home'
  | 'news'
  | 'services'
  | 'zones'
  | 'activities'
  | 'products'
  | 'training'
  | 'statistics'
  | 'stations'
  | 'contact'

export interface PageParts {
  title: string
  description?: string
  section?: Section
  /** pages above this one, nearest last; the page itself is added */
  crumbs?: readonly { name: string; href: string }[]
  body: Html
  /** structured data for search engines; a data block is not a script, so the CSP lets it stand */
  data?: readonly object[]
  /** kept out of search engines: forms, receipts, errors */
  unlisted?: boolean
  /** Open Graph type */
  kind?: 'website' | 'article'
  script?: boolean
}

const nav: readonly [Section, string][] = [
  ['home', '/'],
  ['news', '/news'],
  ['services', '/services'],
  ['zones', '/zones'],
  ['activities', '/activities'],
  ['products', '/products'],
  ['training', '/training'],
  ['statistics', '/statistics'],
  ['stations', '/stations'],
  ['contact', '/contact'],
]

/** A whole page: head, header, main, footer. Returns the text that goes over the wire. */
export function layout(ctx: PageContext, parts: PageParts): string {
  const { t } = ctx
  const name = centreName(ctx)
  const title = parts.section === 'home' ? name : `${parts.title} · ${name}`
  const classes = modeClasses(ctx.modes)
  const page = html`<!doctype html>
<html lang="${ctx.locale === 'en' ? 'en' : 'zh-CN'}"${classes ? html` class="${classes}"` : none}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${headOf(ctx, parts, name)}
</head>
<body>
<a class="skip-link" href="#main">${t.site.skip}</a>
${header(ctx, parts.section, name)}
<main id="main" tabindex="-1">${parts.crumbs ? crumbs(ctx, parts) : none}${parts.body}</main>
${footer(ctx, name)}
${ctx.files.scripts.map((file) => html`<script src="/assets/${file}" defer></script>`)}
</body>
</html>`
  return page.toString()
}

function headOf(ctx: PageContext, parts: PageParts, name: string): Html {
  const description = (parts.description ?? ctx.t.site.description).slice(0, 160)
  const address = `${ctx.origin}${ctx.path}`
  return html`<meta name="description" content="${description}">
${parts.unlisted ? raw('<meta name="robots" content="noindex">') : html`<link rel="canonical" href="${address}">`}
<meta name="format-detection" content="telephone=no">
<meta name="theme-color" content="#17614A">
<meta property="og:type" content="${parts.kind ?? 'website'}">
<meta property="og:title" content="${parts.title}">
<meta property="og:site_name" content="${name}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${address}">
<meta property="og:image" content="${ctx.origin}/share-card.png">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:locale" content="${ctx.locale === 'en' ? 'en_GB' : 'zh_CN'}">
<meta name="SiteName" content="${name}">
${ctx.centre.siteCode ? html`<meta name="SiteIDCode" content="${ctx.centre.siteCode}">` : none}
<link rel="stylesheet" href="/assets/${ctx.files.css}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="alternate" type="application/rss+xml" href="/rss.xml" title="${name}">
${(parts.data ?? []).map((one) => html`<script type="application/ld+json">${raw(jsonForHtml(one))}</script>`)}`
}

/** JSON inside a script element must not be able to close it. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c').replace(/>/g, '\\u003e').replace(/&/g, '\\u0026')
}

function header(ctx: PageContext, section: Section | undefined, name: string): Html {
  const { t } = ctx
  // The sign that the plan asks for at the front desk (区1); in English only where an English one was given.
  const sub = ctx.locale === 'en' ? ctx.centre.bannerEn : ctx.centre.banner
  return html`<header class="site-header"><div class="wrap site-header-row">
<a class="brand" href="/">${art(logoMark())}<span class="brand-name">${name}${sub && sub !== name ? html`<span class="brand-sub">${sub}</span>` : none}</span></a>
<form class="search" role="search" action="/search"><label class="visually-hidden" for="site-search">${t.search.label}</label><input class="input" id="site-search" name="q" type="search" maxlength="60" placeholder="${t.search.placeholder}"><button class="btn">${art(icon('search'))}${t.search.button}</button></form>
<ul class="tools">
<li>${modeLink(ctx, 'elder', 'font')}</li>
<li>${modeLink(ctx, 'contrast', 'contrast')}</li>
<li><a class="tool" rel="nofollow" href="${prefsLink(ctx, { lang: ctx.locale === 'en' ? 'zh-CN' : 'en' })}" lang="${ctx.locale === 'en' ? 'zh-CN' : 'en'}">${art(icon('globe', 20))}${t.modes.otherLanguage}</a></li>
</ul></div>
<nav class="nav" aria-label="${t.nav.label}"><ul class="nav-list">${nav.map(
    ([key, href]) =>
      html`<li><a class="nav-link" href="${href}"${key === section ? raw(' aria-current="page"') : none}>${t.nav[key]}</a></li>`,
  )}</ul></nav></header>`
}

/** A link that changes one preference and comes back; site.ts makes it work in place. */
export function prefsLink(ctx: PageContext, change: Record<string, string>): string {
  return `/prefs?${new URLSearchParams({ ...change, back: ctx.path }).toString()}`
}

function modeLink(ctx: PageContext, mode: 'elder' | 'contrast', image: IconName): Html {
  const on = ctx.modes[mode]
  const words = ctx.t.modes[mode]
  const next = formatModes({ ...ctx.modes, [mode]: !on })
  return html`<a class="tool${on ? ' is-on' : ''}" rel="nofollow" href="${prefsLink(ctx, { modes: next })}" data-mode="${mode}" data-on="${words.on}" data-off="${words.off}">${art(icon(image, 20))}<span>${on ? words.off : words.on}</span></a>`
}

function crumbs(ctx: PageContext, parts: PageParts): Html {
  return html`<nav class="wrap" aria-label="${ctx.t.site.youAreHere}"><ol class="breadcrumb"><li><a href="/">${ctx.t.nav.home}</a></li>${(
    parts.crumbs ?? []
  ).map(
    (one) => html`<li><a href="${one.href}">${one.name}</a></li>`,
  )}<li aria-current="page">${parts.title}</li></ol></nav>`
}

function footer(ctx: PageContext, name: string): Html {
  const { t, centre } = ctx
  const facts: [string, Html | string | null][] = [
    [t.footer.host, inLocale(ctx, centre.hostUnit, centre.hostUnitEn)],
    [t.footer.operator, inLocale(ctx, centre.operatingUnit, centre.operatingUnitEn)],
    [t.footer.address, inLocale(ctx, centre.address, centre.addressEn)],
    [t.footer.phone, centre.phone],
    [t.footer.hours, inLocale(ctx, centre.hours, centre.hoursEn)],
    [
      t.footer.icp,
      centre.icpNumber ? html`<a href="https://beian.miit.gov.cn/" rel="noopener">${centre.icpNumber}</a>` : null,
    ],
    [t.footer.police, centre.policeNumber ? policeLink(centre.policeNumber) : null],
    [t.footer.siteCode, centre.siteCode],
  ]
  return html`<footer class="site-footer"><div class="wrap">
<p class="footer-name">${name}</p>
<ul class="footer-links">
<li><a href="/about">${t.footer.about}</a></li>
<li><a href="/contact">${t.nav.contact}</a></li>
<li><a href="/apply/status">${t.footer.status}</a></li>
<li><a href="/corrections?page=${encodeURIComponent(ctx.path)}" rel="nofollow">${t.footer.corrections}</a></li>
<li><a href="/sitemap">${t.footer.sitemap}</a></li>
<li><a href="/privacy">${t.footer.privacy}</a></li>
<li><a href="/accessibility">${t.footer.accessibility}</a></li>
<li><a href="/rss.xml">${t.footer.rss}</a></li>
</ul>
<dl class="footer-facts">${facts.filter(([, value]) => value).map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
</div></footer>`
}

function policeLink(number: string): Html {
  const digits = number.replace(/\D/g, '')
  return html`<a href="https://beian.mps.gov.cn/#/query/webSearch?code=${digits}" rel="noopener">${number}</a>`
}
