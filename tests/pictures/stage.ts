import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../../apps/server/src/platform/config.ts'
import { type RunningServer, runServer } from '../../apps/server/src/start-server.ts'
import { type SignedInUser, signIn } from '../../apps/server/src/testing/app.ts'

/** The product with a believable first week in it, made through its own API; names are marked 演示. */
export interface Stage {
  url: string
  /** open set-up link of a second, untouched server would be needed to show the wizard: this one is kept from before set-up */
  setupPath: string
  emptyUrl: string
  cookiesOf(who: string): { name: string; value: string; url: string }[]
  /** ids of things that pictures show */
  ids: Record<string, string>
  close(): Promise<void>
}

type Ask = (who: string | null, method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>

const cast = {
  admin: ['admin', 'manager'],
  manager: ['manager'],
  editor: ['editor'],
  reviewer: ['reviewer'],
  leader: ['leader'],
  operator: ['operator'],
  auditor: ['auditor', 'security'],
} as const

export async function openStage(): Promise<Stage> {
  const home = mkdtempSync(join(tmpdir(), 'xianghui-stage-'))
  // As root the database runs as a user of its own, who must be able to enter.
  chmodSync(home, 0o755)
  const full = await start(join(home, 'full'), 'lushui')
  const empty = await start(join(home, 'empty'), 'empty')
  const url = `http://127.0.0.1:${full.port}`
  const users = new Map<string, SignedInUser>()
  for (const [name, roles] of Object.entries(cast))
    users.set(name, await signIn(full.db, '1', roles, names[name as keyof typeof cast]))
  const ask: Ask = async (who, method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(who ? { cookie: users.get(who)?.cookie ?? '' } : {}),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} → ${response.status} ${text}`)
    return JSON.parse(text) as Record<string, unknown>
  }
  const ids = await playFirstWeek(ask)
  return {
    url,
    setupPath: full.setupLink ?? '/console/setup',
    emptyUrl: `http://127.0.0.1:${empty.port}`,
    ids,
    cookiesOf: (who) => [{ name: 'xh_session', value: users.get(who)?.cookie.split('=')[1] ?? '', url }],
    close: async () => {
      await full.stop()
      await empty.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const names: Record<keyof typeof cast, string> = {
  admin: '和志远（演示）',
  manager: '段春梅（演示）',
  editor: '杨晓燕（演示）',
  reviewer: '李文军（演示）',
  leader: '余建国（演示）',
  operator: '祝丽花（演示）',
  auditor: '密秀英（演示）',
}

async function start(dataDir: string, plan: string): Promise<RunningServer> {
  const loaded = loadConfig({ PORT: '0', METRICS_PORT: 'off', LOG_LEVEL: 'error', DATA_DIR: dataDir, PLAN: plan })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults))
  return runServer(loaded.config)
}

/** What happens in a centre's first week: articles, applications, an enquiry, stations, values of goals. */
export async function playFirstWeek(ask: Ask): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const [key, article] of Object.entries(articles)) {
    const { id } = await ask('editor', 'POST', '/api/articles', article)
    ids[key] = String(id)
    const { version } = await ask('editor', 'GET', `/api/articles/${String(id)}`)
    if (key === 'draft') continue
    await ask('editor', 'POST', `/api/articles/${String(id)}/review`, { version })
    if (key === 'waiting') continue
    for (const who of ['manager', 'reviewer', 'leader']) await decideNewest(ask, who, String(id))
  }
  for (const [key, { who, ...application }] of Object.entries(applications)) {
    const filed = await ask(null, 'POST', '/api/public/applications', { ...application, consent: true })
    ids[`${key}Application`] = String(filed.id)
    ids[`${key}Number`] = String(filed.number)
    ids[`${key}Code`] = String(filed.code)
    for (const act of who)
      await ask('operator', 'POST', `/api/hall/applications/${String(filed.id)}/${act.path}`, act.body)
  }
  for (const enquiry of enquiries) await ask(null, 'POST', '/api/public/enquiries', enquiry)
  const keeper = await ask('manager', 'POST', '/api/people', person('胡阿普（演示）', '13800000001'))
  const second = await ask('manager', 'POST', '/api/people', person('邓玉莲（演示）', '13800000002'))
  ids.person = String(keeper.id)
  for (const [index, station] of stations.entries()) {
    const made = await ask('manager', 'POST', '/api/stations', {
      ...station,
      keeperId: index % 2 ? second.id : keeper.id,
    })
    ids[`station${index}`] = String(made.id)
    const version = async () =>
      ((await ask('manager', 'GET', `/api/stations/${String(made.id)}`)).station as { version: number }).version
    if (index === 3) continue
    await ask('manager', 'POST', `/api/stations/${String(made.id)}/submit`, { version: await version() })
    if (index === 2) continue
    await ask('leader', 'POST', `/api/stations/${String(made.id)}/approve`, { verdict: 'pass', reason: null })
    const acceptance = {
      day: '2026-11-20',
      signboard: true,
      equipment: true,
      training: true,
      passed: true,
      note: '现场查看，符合要求（演示）',
    }
    await ask('admin', 'POST', `/api/stations/${String(made.id)}/accept`, acceptance)
  }
  return ids
}

async function decideNewest(ask: Ask, who: string, articleId: string): Promise<void> {
  const { items } = await ask(who, 'GET', `/api/approvals?view=decide&subjectKind=article&subjectId=${articleId}`)
  const [open] = items as { id: string }[]
  if (!open) throw new Error(`${who} has nothing to decide for article ${articleId}`)
  await ask(who, 'POST', `/api/approvals/${open.id}/decisions`, { verdict: 'pass' })
}

const blank = {
  titleEn: null,
  summaryEn: null,
  bodyHtmlEn: null,
  sourceNameEn: null,
  author: null,
  coverFileId: null,
  coverAlt: null,
  attachments: [],
  isTop: false,
  showOnHome: true,
  relatedServices: [],
  relatedZones: [],
  publishOn: null,
  sourceName: '泸水市农村电子商务公共服务中心（演示）',
}
const articles = {
  notice: {
    ...blank,
    columnKey: 'notice',
    title: '关于首期电商培训班报名的通知（演示）',
    titleEn: 'Enrolment for the first e-commerce class (demo)',
    summary:
      '面向返乡创业人员、居家主妇和合作社成员，讲授网店注册、商品推广与经营管理，免费参加，报名后由中心电话通知开班时间。',
    bodyHtml:
      '<p>各乡镇、街道，各合作社、农户：</p><p>为帮助零基础群众学会在网上卖货，中心举办首期电商培训班，现将报名事项通知如下。</p><h2>一、培训对象</h2><p>返乡创业人员、居家主妇、合作社成员以及有意从事互联网营销的群众。</p><h2>二、培训内容</h2><ul><li>网店注册与装修</li><li>商品拍摄与推广</li><li>订单、客服与经营管理</li></ul><h2>三、报名办法</h2><p>可在本站“办事服务”中选择“创业培训班报名”在线填写，也可到中心服务前台办理。</p>',
    isTop: true,
  },
  news: {
    ...blank,
    columnKey: 'news',
    title: '九大功能区完成布置，中心开始接待咨询（演示）',
    summary:
      '形象展示、电商 O2O 展示、运营服务、数据展示、培训会务、公共服务、物流仓储、摄影美工和本地企业展示九个功能区已完成布置。',
    bodyHtml:
      '<p>中心按照运营方案完成九大功能区布置，服务前台已开始接待群众和企业的业务咨询。</p><p>来访者可在前台领取办事指南，也可用手机查看本站的办事流程。</p>',
  },
  waiting: {
    ...blank,
    columnKey: 'notice',
    title: '关于征集本地特色农产品的通知（演示）',
    summary: '征集草果、核桃、咖啡、野生菌、老窝火腿等产品。',
    bodyHtml: '<p>现面向全市征集特色农产品，入选产品由中心协助整理包装。</p>',
  },
  draft: {
    ...blank,
    columnKey: 'news',
    title: '“巾帼创业”微商培训班筹备情况（演示）',
    summary: '',
    bodyHtml: '<p>培训班筹备工作正在进行。</p>',
  },
}

const act = (path: string, body: unknown = {}) => ({ path, body })
const applications = {
  new: {
    service: 'product_photo',
    answers: { applicantKind: 'household', product: '草果', items: '3', use: 'shop' },
    applicantName: '普三妹',
    phone: '13887650001',
    who: [] as { path: string; body: unknown }[],
  },
  accepted: {
    service: 'class_signup',
    answers: { group: 'returnee', course: 'register', region: '533301002', experience: 'no' },
    applicantName: '余强',
    phone: '13887650002',
    who: [act('acceptance')],
  },
  returned: {
    service: 'trademark',
    answers: { applicantKind: 'cooperative', mark: '怒江老窝', product: '火腿' },
    applicantName: '杨合作',
    phone: '13887650003',
    who: [act('return', { reason: '请补充商标图样，并写明拟使用的商品类别。' })],
  },
  done: {
    service: 'ec_adviser',
    answers: { applicantKind: 'enterprise', topic: 'open', need: '想在拼多多开店，不清楚需要哪些材料。' },
    applicantName: '和丽',
    phone: '13887650004',
    who: [
      act('acceptance'),
      act('progress', { insideNote: '已约到中心面谈。' }),
      act('completion', { result: '已协助完成店铺注册，材料清单已交申请人。' }),
    ],
  },
}

const enquiries = [
  {
    kind: 'question',
    content: '合作社想把核桃放到网上卖，第一步该做什么？',
    name: '李社长',
    phone: '13887650011',
    consent: true,
  },
  {
    kind: 'question',
    content: '开店时提示身份证照片不清楚，怎么处理？',
    name: '阿花',
    phone: '13887650012',
    consent: true,
  },
]

const person = (name: string, phone: string) => ({
  name,
  phone,
  gender: null,
  email: null,
  citizenId: null,
  badgeNo: null,
  note: null,
})

const station = (
  name: string,
  regionCode: string,
  address: string,
  longitude: number,
  latitude: number,
  level = 'township',
) => ({
  name,
  level,
  regionCode,
  address,
  longitude,
  latitude,
  phone: null,
  hours: '8:30—17:30',
  reason: '方便周边群众代买代卖和寄件（演示）',
  note: null,
})
const stations = [
  station('六库街道电商服务站（演示）', '533301002', '六库街道（演示地址）', 98.857, 25.851),
  station('上江镇电商服务站（演示）', '533301104', '上江镇（演示地址）', 98.885, 25.6),
  station('老窝镇电商服务站（演示）', '533301105', '老窝镇（演示地址）', 98.98, 25.87),
  station('片马镇电商服务站（演示）', '533301103', '片马镇（演示地址）', 98.62, 26.01),
]
