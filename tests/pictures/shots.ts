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

const modes = (value: string): Partial<Shot> => ({ modes: [['xh_modes', value]] })
const desk = (name: string, path: Shot['path'], as = 'manager'): Shot => at(`console-${name}`, path, { as })
const board = (name: string): Shot => ({
  name: `screen-${name}`,
  path: `/screen/?board=${name}&rotate=0`,
  sizes: ['wall', 'phone'],
  fullPage: false,
})

const sitePages: Record<string, Shot['path']> = {
  home: '/',
  news: '/news',
  article: (stage) => `/news/${stage.ids.notice}`,
  services: '/services',
  service: '/services/product_photo',
  apply: '/services/class_signup/apply',
  status: '/apply/status',
  zones: '/zones',
  zone: '/zones/studio',
  activities: '/activities',
  products: '/products',
  training: '/training',
  statistics: '/statistics',
  stations: '/stations',
  search: '/search?q=培训',
  contact: '/contact',
  corrections: '/corrections',
  about: '/about',
  privacy: '/privacy',
  accessibility: '/accessibility',
  sitemap: '/sitemap',
}

export const shots: readonly Shot[] = [
  ...Object.entries(sitePages).map(([name, path]) => at(`site-${name}`, path)),
  at('site-search-none', '/search?q=雪山飞狐'),
  at('site-not-found', '/nothing-here'),
  at('site-home-elder', '/', modes('e')),
  at('site-apply-elder', '/services/class_signup/apply', modes('e')),
  at('site-home-contrast', '/', modes('c')),
  at('site-home-english', '/', { modes: [['xh_lang', 'en']] }),
  at('console-setup', (stage) => stage.setupPath),
  at('console-sign-in', '/console/sign-in'),
  desk('home', '/console/'),
  desk('todo-approvals', '/console/approvals', 'reviewer'),
  desk('articles', '/console/content/articles', 'editor'),
  desk('article-edit', (stage) => `/console/content/articles/${stage.ids.draft}`, 'editor'),
  desk('article-read', (stage) => `/console/content/articles/${stage.ids.notice}`, 'editor'),
  desk('columns', '/console/content/columns', 'leader'),
  desk('corrections', '/console/content/corrections'),
  desk('applications', '/console/hall/applications', 'operator'),
  desk('application', (stage) => `/console/hall/applications/${stage.ids.doneApplication}`, 'operator'),
  desk('enquiries', '/console/hall/enquiries', 'operator'),
  desk('services', '/console/hall/services'),
  desk('people', '/console/people'),
  desk('person', (stage) => `/console/people/${stage.ids.person}`),
  desk('organisation', '/console/organisation'),
  desk('accounts', '/console/accounts', 'admin'),
  desk('roles', '/console/roles'),
  desk('stations', '/console/stations'),
  desk('station', (stage) => `/console/stations/${stage.ids.station0}`),
  desk('zones', '/console/zones'),
  desk('equipment', '/console/equipment'),
  desk('centre', '/console/centre'),
  desk('regions', '/console/regions'),
  desk('holidays', '/console/holidays'),
  desk('rules', '/console/rules'),
  desk('rule', '/console/rules/attendance.hours'),
  desk('plan', '/console/plan'),
  desk('activities', '/console/activities'),
  desk('goals', '/console/goals'),
  desk('seasons', '/console/seasons'),
  desk('files', '/console/files'),
  desk('tasks', '/console/tasks'),
  desk('audit', '/console/audit', 'auditor'),
  desk('outbox', '/console/outbox', 'admin'),
  desk('health', '/console/system/health', 'admin'),
  desk('backups', '/console/system/backups', 'admin'),
  desk('me', '/console/me'),
  desk('forbidden', '/console/accounts', 'editor'),
  board('overview'),
  board('map'),
  board('goals'),
  board('season'),
]
