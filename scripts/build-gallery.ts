/**
 * Builds apps/server/src/portal/style/gallery.html (not committed): every part of the portal on one page, to look at in a browser.
 * Run: node scripts/build-gallery.ts. Texts are examples; figures that would need a database read 「示例」.
 */
import { writeFileSync } from 'node:fs'
import { bannerGorgePhone, bannerGorgeWide } from '../apps/server/src/portal/art/banner-gorge.ts'
import { type EmptyState, emptyArt } from '../apps/server/src/portal/art/empty-states.ts'
import { floorPlan } from '../apps/server/src/portal/art/floor-plan.ts'
import { type IconName, icon, iconNames } from '../apps/server/src/portal/art/icons.ts'
import { logoMark } from '../apps/server/src/portal/art/logo.ts'
import { productArt } from '../apps/server/src/portal/art/products.ts'

const zones = [
  { key: 'image', name: '形象展示区' },
  { key: 'o2o', name: '电商O2O展示区' },
  { key: 'operation', name: '电商运营服务区', status: '使用中' },
  { key: 'data', name: '数据展示区' },
  { key: 'training', name: '培训会务区', status: '今日有课' },
  { key: 'public', name: '公共服务区' },
  { key: 'logistics', name: '物流仓储区' },
  { key: 'studio', name: '摄影美工区', status: '可预约' },
  { key: 'enterprise', name: '本地电商企业展示区' },
] as const

const section = (title: string, body: string, extra = '') =>
  `<section class="section ${extra}"><div class="wrap"><div class="section-head"><h2>${title}</h2>` +
  `<a class="more" href="#main">查看全部${icon('chevron-right', 18)}</a></div>${body}</div></section>`

const tools: [IconName, string][] = [
  ['font', '长者版'],
  ['contrast', '高对比'],
  ['globe', 'English'],
]

const header = `<header class="site-header"><div class="wrap site-header-row">
<a class="brand" href="#main">${logoMark()}<span class="brand-name">泸水市农村电子商务公共服务中心<span class="brand-sub">全国电子商务进农村综合示范工程</span></span></a>
<form class="search" role="search"><label class="visually-hidden" for="q">搜索</label><input class="input" id="q" name="q" type="search" placeholder="搜服务、通知、产品"><button class="btn">${icon('search')}搜索</button></form>
<ul class="tools">${tools.map(([name, text]) => `<li><button class="tool" type="button" aria-pressed="false">${icon(name, 20)}${text}</button></li>`).join('')}</ul></div>
<nav class="nav" aria-label="主菜单"><ul class="nav-list">${[
  '首页',
  '新闻通知',
  '办事服务',
  '功能区',
  '活动',
  '统计数据',
  '特产',
  '联系我们',
]
  .map((name, i) => `<li><a class="nav-link" href="#main"${i === 0 ? ' aria-current="page"' : ''}>${name}</a></li>`)
  .join('')}</ul></nav></header>`

const hero = `<div class="hero"><div class="hero-art"><div class="hero-wide">${bannerGorgeWide()}</div><div class="hero-phone">${bannerGorgePhone()}</div></div>
<div class="hero-text"><h1>泸水市农村电子商务公共服务中心</h1><p><span class="phrase">电商运营服务 ·</span> <span class="phrase">电商培训孵化 ·</span> <span class="phrase">交易数据统计分析</span></p></div></div>`

const doorList: [IconName, string, string][] = [
  ['apply', '办事', '看指南，网上申请'],
  ['shop', '买特产', '草果、核桃、咖啡'],
  ['training', '学电商', '报名培训，在线听课'],
  ['data', '看数据', '中心公开的统计'],
]
const doors = `<ul class="doors">${doorList
  .map(
    ([name, title, note]) =>
      `<li><a class="door" href="#main">${icon(name, 36)}<span><span class="door-name">${title}</span><span class="door-note">${note}</span></span></a></li>`,
  )
  .join('')}</ul>`

const news: [string, string][] = [
  ['关于举办首期电商培训班的通知', '2019年10月16日'],
  ['泸水市农村电子商务公共服务中心揭牌仪式暨农村电商高峰论坛公告', '2019年10月12日'],
  ['摄影美工区开放预约：从事网络销售的个人和企业均可使用', '2019年10月9日'],
]
const list = `<ul class="list">${news.map(([title, date]) => `<li class="list-item"><a class="list-link" href="#main"><span class="list-title">${title}</span><time class="list-date">${date}</time></a></li>`).join('')}</ul>`

const ripe: [keyof typeof productArt, string, number[]][] = [
  ['tsaoko', '草果', [9, 10, 11]],
  ['walnut', '核桃', [9, 10]],
  ['coffee', '咖啡', [1, 2, 3, 12]],
  ['mushroom', '野生菌', [6, 7, 8, 9]],
  ['ham', '老窝火腿', [1, 2, 3, 4, 11, 12]],
]
const months = Array.from({ length: 12 }, (_, i) => i + 1)
const now = 10
const season = `<table class="season"><caption class="visually-hidden">示例：各产品上市月份，本月为${now}月</caption><thead><tr><th scope="col">月份</th>${months
  .map((m) => `<th scope="col"${m === now ? ' class="is-now"' : ''}>${m}<span class="visually-hidden">月</span></th>`)
  .join('')}</tr></thead><tbody>${ripe
  .map(
    ([key, name, at]) =>
      `<tr><th class="season-name" scope="row">${productArt[key]()}${name}</th>${months
        .map((m) => {
          const classes = [at.includes(m) ? 'is-ripe' : '', m === now ? 'is-now' : ''].filter(Boolean).join(' ')
          return `<td${classes ? ` class="${classes}"` : ''}>${at.includes(m) ? `<span class="season-word">${m}月</span>` : ''}</td>`
        })
        .join('')}</tr>`,
  )
  .join('')}</tbody></table><p class="list-note">有色格为上市月份，框线为本月。</p>`

const names = {
  tsaoko: '草果',
  walnut: '核桃',
  coffee: '咖啡',
  mushroom: '野生菌',
  ham: '老窝火腿',
  tourism: '石月亮旅游',
}
const products = `<ul class="cards cards-small">${Object.entries(productArt)
  .map(
    ([key, art]) =>
      `<li class="card"><div class="card-art">${art()}</div><h3 class="card-title"><a href="#main">${names[key as keyof typeof names]}</a></h3><p class="card-meta">产地：泸水市</p></li>`,
  )
  .join('')}</ul>`

const plan = floorPlan({
  zones: zones.map((zone) => ({ ...zone, href: `#${zone.key}` })),
  current: 'training',
  locale: 'zh-CN',
})

const timeline = `<ol class="timeline">
<li class="timeline-item is-done"><time class="timeline-date">2019年9月</time><h3 class="timeline-title">九大特色功能区建设完成</h3><p class="timeline-note">中心内软硬装、设备网络完成</p></li>
<li class="timeline-item is-milestone"><time class="timeline-date">2019年10月</time><h3 class="timeline-title">揭牌仪式暨农村电商高峰论坛 <span class="status status-active">报名中</span></h3><p class="timeline-note">活动造势，营造氛围</p></li>
<li class="timeline-item"><time class="timeline-date">2019年11月</time><h3 class="timeline-title">内部创客“产品推荐会”</h3><p class="timeline-note">优质产品进驻线上“泸水农产品馆”</p></li></ol>`

const figures: [string, string, string][] = [
  ['总面积', '1524.49', '平方米'],
  ['功能区', '9', '个'],
  ['服务事项', '3', '类'],
  ['计划活动', '11', '项'],
]
const tiles = (extra: string) =>
  `<ul class="tiles ${extra}">${figures.map(([label, figure, unit]) => `<li class="tile"><span class="tile-label">${label}</span><span class="tile-figure">${figure}<span class="tile-unit">${unit}</span></span><span class="tile-note">按运营方案</span></li>`).join('')}</ul>`

const article = `<article class="article"><ol class="breadcrumb" aria-label="当前位置"><li><a href="#main">首页</a></li><li><a href="#main">新闻通知</a></li><li aria-current="page">正文</li></ol>
<h1 class="article-title">关于举办首期电商培训班的通知</h1>
<ul class="article-meta"><li>来源：泸水市农村电子商务公共服务中心</li><li>时间：<time>2019年10月16日</time></li></ul>
<div class="article-tools"><span>字号</span><a class="tool" href="#main">小</a><a class="tool" href="#main" aria-pressed="true" role="button">中</a><a class="tool" href="#main">大</a><a class="tool" href="#main">${icon('print', 20)}打印</a><a class="tool" href="#main">${icon('share', 20)}分享</a></div>
<div class="article-body"><p>各乡镇、街道，各电商企业、合作社：为帮助居家主妇、返乡创业人员等零基础群体低成本快速启动网络营销，带动当地人员通过电商就业创业，公共服务中心定于2019年10月举办首期电商培训班。</p><h2>一、培训内容</h2><p>网店注册、商品推广、经营管理；天猫、京东、苏宁、微信等平台的开店与运营。优秀学员可由中心协助办理公司注册、银行开户等事务。</p><figure>${productArt.coffee()}<figcaption>泸水咖啡（本站插图）</figcaption></figure><h2>二、报名方式</h2><p>可到<a href="#main">办事服务</a>栏目网上报名，也可到中心前台登记。</p></div></article>`

const guide = `<div class="guide"><dl class="guide-facts"><div class="guide-fact"><dt>面向对象</dt><dd>个人、企业、合作社</dd></div><div class="guide-fact"><dt>收费</dt><dd>不收费</dd></div><div class="guide-fact"><dt>办理地点</dt><dd>摄影美工区</dd></div><div class="guide-fact"><dt>状态</dt><dd><span class="status status-done">可办理</span></dd></div></dl>
<ol class="guide-steps"><li><strong>填写申请</strong>写明产品、数量和希望的时间。</li><li><strong>工作人员审核</strong>结果以短信告知。</li><li><strong>带样品到中心</strong>拍摄、后期修图由您与美工一起完成。</li></ol><a class="btn" href="#main">${icon('apply')}在线申请</a></div>`

const form = `<form class="form"><div class="notice notice-error" role="alert">${icon('alert')}<p>有 1 处需要修改：手机号码。</p></div>
<div class="field"><label class="field-label" for="n">姓名或单位名称</label><p class="field-help" id="nh">与证件一致，便于核对。</p><input class="input" id="n" aria-describedby="nh" value="和阿娜"></div>
<div class="field"><label class="field-label" for="t">手机号码</label><p class="field-help">只用于通知办理结果。</p><input class="input" id="t" aria-invalid="true" aria-describedby="te" value="1388"><p class="field-error" id="te">${icon('alert', 20)}请填写 11 位手机号码。</p></div>
<div class="field"><label class="field-label" for="s">服务事项</label><select class="input" id="s"><option>产品拍摄</option></select></div>
<fieldset class="field"><legend class="field-label">希望的时间</legend><label class="choice"><input type="radio" name="w" checked>上午</label><label class="choice"><input type="radio" name="w">下午</label></fieldset>
<div class="field"><label class="field-label" for="m">说明 <span class="field-optional">（可不填）</span></label><textarea class="input" id="m"></textarea></div>
<div class="form-actions"><button class="btn" type="button">提交</button><button class="btn btn-quiet" type="button">保存草稿</button></div></form>`

const statuses: [string, string][] = [
  ['', '草稿'],
  ['status-pending', '待审核'],
  ['status-active', '办理中'],
  ['status-done', '已办结'],
  ['status-rejected', '已退回'],
  ['status-closed', '已关闭'],
]
const chips = `<p>${statuses.map(([name, word]) => `<span class="status ${name}">${word}</span> `).join('')}<span class="tag">农产品</span> <span class="tag">培训</span></p>`
const buttons = `<p class="form-actions"><button class="btn">提交</button> <button class="btn btn-quiet">取消</button> <button class="btn btn-danger">删除</button> <button class="btn" disabled>已提交</button></p>`

const table = `<table class="table"><caption>资金预算（摘自运营方案）</caption><thead><tr><th scope="col">项目</th><th scope="col">状态</th><th scope="col" class="num">金额（万元）</th></tr></thead><tbody>
<tr><th scope="row" data-label="项目">示例一</th><td data-label="状态"><span class="status status-active">办理中</span></td><td class="num" data-label="金额（万元）">230</td></tr>
<tr><th scope="row" data-label="项目">示例二</th><td data-label="状态"><span class="status status-done">已办结</span></td><td class="num" data-label="金额（万元）">190</td></tr></tbody></table>`

const pager = `<nav aria-label="分页"><ul class="pager"><li><a href="#main">上一页</a></li><li><a href="#main">1</a></li><li><span aria-current="page">2</span></li><li><a href="#main">3</a></li><li><a href="#main">下一页</a></li></ul></nav>`

const emptyTexts: [EmptyState, string, string][] = [
  ['nothing-yet', '这里还没有内容', '发布后会出现在这里。'],
  ['nothing-found', '没有找到', '请换一个词，或到服务目录里看看。'],
  ['error', '页面出错了', '我们正在修，请稍后再试。'],
  ['offline', '没有网络', '连上网络后会自动继续。'],
]
const empties = `<div class="cards">${emptyTexts.map(([state, title, text]) => `<div class="empty">${emptyArt(state)}<h3 class="empty-title">${title}</h3><p>${text}</p><a class="btn btn-quiet" href="#main">返回首页</a></div>`).join('')}</div>`

const notices = `<div class="notice">${icon('info')}<p>国庆假期中心照常接待，前台电话有人值守。</p></div><div class="notice notice-warn">${icon('alert')}<p>10月20日上午系统维护，届时暂停在线申请。</p></div><div class="notice notice-done">${icon('check')}<p>您的申请已提交，受理编号请妥善保存。</p></div>`

const footer = `<footer class="site-footer"><div class="wrap"><ul class="footer-links">${['网站地图', '隐私说明', '联系我们', '网站找错', '无障碍说明'].map((name) => `<li><a href="#main">${name}</a></li>`).join('')}</ul>
<dl class="footer-facts"><div><dt>主办单位</dt><dd>泸水市人民政府</dd></div><div><dt>承办单位</dt><dd>泸水市农村电子商务公共服务中心</dd></div><div><dt>备案号</dt><dd>待填写</dd></div><div><dt>公安备案号</dt><dd>待填写</dd></div><div><dt>网站标识码</dt><dd>待填写</dd></div><div><dt>地址</dt><dd>云南省怒江傈僳族自治州泸水市</dd></div></dl></div></footer>`

const icons = `<ul class="tiles">${iconNames.map((name) => `<li class="tile">${icon(name)} ${name}</li>`).join('')}</ul>`

const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>门户部件</title>
<link rel="stylesheet" href="tokens.css"><link rel="stylesheet" href="base.css"><link rel="stylesheet" href="components.css"><link rel="stylesheet" href="print.css"></head>
<body><a class="skip-link" href="#main">跳到正文</a>${header}<main id="main" tabindex="-1">${hero}
${section('我要', doors)}${section('今日通知', list)}${section('当季上市', season, 'section-mist')}${section('泸水特产', products)}
${section('九大功能区', plan, 'section-mist')}
${section('近期活动', `<div class="grid"><div class="col-6">${timeline}</div><div class="col-6">${notices}${chips}${buttons}</div></div>`)}
${section('数据', `${tiles('')}<br>${tiles('tiles-deep')}`, 'section-mist')}${section('正文', article)}
${section('办事指南与申请', `<div class="grid"><div class="col-6">${guide}</div><div class="col-6">${form}</div></div>`, 'section-mist')}
${section('表格', table + pager)}${section('空状态', empties)}${section('图标', icons)}</main>${footer}</body></html>
`
writeFileSync(new URL('../apps/server/src/portal/style/gallery.html', import.meta.url), page)
