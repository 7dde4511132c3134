import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'

export const sizes = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1440, height: 900 },
  wall: { width: 1920, height: 1080 },
} as const

export interface Shot {
  /** part-page-state; also the file's name */
  name: string
  path: string | ((stage: Stage) => string)
  sizes: readonly (keyof typeof sizes)[]
  /** who looks; a visitor when absent */
  as?: string
  /** cookies of the site's modes (elder, contrast, language) */
  modes?: readonly (readonly [string, string])[]
  fullPage?: boolean
  prepare?(page: Page, stage: Stage): Promise<void>
}

const both = ['phone', 'desktop'] as const

/** A page at both sizes; `extra` changes what differs. */
const at = (name: string, path: Shot['path'], extra: Partial<Shot> = {}): Shot => ({
  name,
  path,
  sizes: both,
  ...extra,
})

export const shots: readonly Shot[] = [
  at('site-home', '/'),
  at('site-news', '/news'),
  at('site-article', (stage) => `/news/${stage.ids.notice}`),
  at('site-services', '/services'),
  at('site-zones', '/zones'),
  at('site-activities', '/activities'),
  at('site-search', '/search?q=培训'),
  at('site-search-none', '/search?q=雪山飞狐'),
]
