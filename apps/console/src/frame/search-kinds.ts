import type { TwoWords } from '../shared/locale.ts'

/** What a thing found is called; the kinds are those the modules write into the search index. */
export const kindWords = {
  article: { zh: '公开稿件', en: 'Article' },
  article_work: { zh: '稿件', en: 'Draft' },
  activity: { zh: '活动', en: 'Activity' },
  application: { zh: '办事申请', en: 'Application' },
  enquiry: { zh: '咨询', en: 'Enquiry' },
  file: { zh: '文件', en: 'File' },
  page: { zh: '网站页面', en: 'Page' },
  person: { zh: '人员', en: 'Person' },
  rule: { zh: '规则', en: 'Rule' },
  service: { zh: '服务事项', en: 'Service' },
  service_work: { zh: '服务事项', en: 'Service' },
  station: { zh: '服务站点', en: 'Station' },
  station_work: { zh: '服务站点', en: 'Station' },
  zone: { zh: '功能区', en: 'Zone' },
  zone_work: { zh: '功能区', en: 'Zone' },
} as const satisfies Record<string, TwoWords>

export const isKind = (kind: string): kind is keyof typeof kindWords => Object.hasOwn(kindWords, kind)
