import type { MessageTable } from './messages.ts'

/** Sentences of the ground floor; modules bring their own in `messages.ts`. */
export const platformMessages: MessageTable = {
  'request.invalid': {
    status: 400,
    zh: '填写的内容有误，请按提示改正后再提交。',
    en: 'Some fields are not right; correct them as marked and send again.',
  },
  'request.malformed': {
    status: 400,
    zh: '没有读懂这次提交的数据，请刷新页面后重试。',
    en: 'The request could not be read; reload the page and try again.',
  },
  'request.too_large': {
    status: 413,
    zh: '提交的内容太大，请压缩或分次提交。',
    en: 'The request is too large; make it smaller or send it in parts.',
  },
  'request.media_type': { status: 415, zh: '不支持这种数据格式。', en: 'This media type is not supported.' },
  'request.not_found': {
    status: 404,
    zh: '没有找到这个页面，请检查网址或回到首页。',
    en: 'Not found; check the address or go back to the start page.',
  },
  'request.cross_site': {
    status: 403,
    zh: '这次提交不是从本站页面发出的，已拒绝。请在本站页面上重新操作。',
    en: 'The request did not come from a page of this site; do it again from here.',
  },
  'request.too_many': {
    status: 429,
    zh: '操作太频繁，请 {seconds} 秒后再试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  'request.origin_unknown': { status: 403, zh: '无法确认来源，已拒绝。', en: 'The origin is unknown; refused.' },
  'auth.needed': { status: 401, zh: '请先登录。', en: 'Please sign in first.' },
  'auth.forbidden': {
    status: 403,
    zh: '您没有这项权限，请联系中心管理员开通。',
    en: 'You do not have this right; ask the administrator of the centre.',
  },
  'idempotency.needed': {
    status: 400,
    zh: '缺少防重复提交的标识，请刷新页面后重试。',
    en: 'The Idempotency-Key header is missing; reload the page and try again.',
  },
  'idempotency.other_body': {
    status: 422,
    zh: '同一个提交标识被用于不同的内容，请刷新页面后重新填写。',
    en: 'This Idempotency-Key was used with another body.',
  },
  'idempotency.in_flight': {
    status: 409,
    zh: '上一次提交还在处理，请稍候。',
    en: 'The first request with this key is still under way.',
  },
  'record.not_found': {
    status: 404,
    zh: '没有找到这条记录，可能已被删除，或不在您的管理范围内。',
    en: 'Not found: deleted, or outside your scope.',
  },
  'record.changed': {
    status: 409,
    zh: '这条记录刚被别人改过，请刷新后再改，您填写的内容已为您保留。',
    en: 'Somebody changed this record meanwhile; reload and apply your change again.',
  },
  'record.exists': { status: 409, zh: '已有相同的记录：{what}。', en: 'There is one already: {what}.' },
  'record.in_use': {
    status: 409,
    zh: '还有别的记录在使用它，不能删除：{what}。',
    en: 'Other records still use it: {what}.',
  },
  'service.unavailable': {
    status: 503,
    zh: '系统暂时繁忙，请稍后再试，您提交的内容没有被部分保存。',
    en: 'Temporarily unavailable; try again shortly. Nothing was half saved.',
  },
  'service.fault': {
    status: 500,
    zh: '系统出了差错，已记录。请稍后再试，并把编号 {requestId} 告诉管理员。',
    en: 'Something went wrong on our side; quote {requestId} to the administrator.',
  },
  'rate.limited': {
    status: 429,
    zh: '尝试次数过多，请 {minutes} 分钟后再试。',
    en: 'Too many attempts; try again in {minutes} minutes.',
  },
  'approval.already_open': {
    status: 409,
    zh: '已经提交过，正在等待审批，不用重复提交。',
    en: 'Already waiting for a decision.',
  },
  'approval.closed': {
    status: 409,
    zh: '这项审批已经办结或被撤回，请刷新列表。',
    en: 'This approval is closed; reload the list.',
  },
  'approval.own': {
    status: 403,
    zh: '您是提交人，不能审批自己提交的内容，请由另一位有审批权的同事办理（规则中可关闭“审批人须为不同的人”）。',
    en: 'You asked for it yourself; somebody else must decide (the rule desk can lift this).',
  },
  'approval.same_person': {
    status: 403,
    zh: '您已经办理过前一步，这一步须由另一位同事办理（规则中可关闭“审批人须为不同的人”）。',
    en: 'You decided an earlier step; another person must decide this one.',
  },
  'approval.reason_needed': {
    status: 400,
    zh: '退回时请写明原因，让提交人知道怎么改。',
    en: 'Say why it is returned, so that it can be mended.',
  },
}
