import type { MessageTable } from '../../platform/messages.ts'

export const organisationMessages: MessageTable = {
  'person.name_needed': { status: 400, zh: '请填写姓名。', en: 'Give the name.' },
  'person.phone_wrong': {
    status: 400,
    zh: '电话不对，请填手机号，或带区号的座机号（如 0886-3621234）。',
    en: 'Not a telephone number; give a mobile or a landline with its area code.',
  },
  'person.citizen_id_wrong': {
    status: 400,
    zh: '身份证号不对，请对照证件逐位核对（18 位，末位可为 X）。',
    en: 'Not a valid citizen identity number; compare it with the card digit by digit.',
  },
  'person.gender_differs': {
    status: 400,
    zh: '性别与身份证号不一致，请核对。',
    en: 'The gender does not agree with the identity number.',
  },
  'person.email_wrong': { status: 400, zh: '邮箱格式不对，请核对。', en: 'Not a mail address.' },
  'person.badge_taken': {
    status: 409,
    zh: '工号 {badgeNo} 已由 {name} 使用，请换一个。',
    en: 'Badge number {badgeNo} belongs to {name}; choose another.',
  },
  'person.left_already': { status: 409, zh: '此人已经离岗。', en: 'The person has left already.' },
  'person.active_already': { status: 409, zh: '此人已在岗。', en: 'The person is on the books already.' },
  'person.still_active': {
    status: 409,
    zh: '请先办理离岗，再删除个人信息。',
    en: 'Record the leaving first, then remove the personal data.',
  },
  'person.has_duties': {
    status: 409,
    zh: '此人还负责：{what}。请先交接，再办理离岗。',
    en: 'The person still answers for {what}; hand over first.',
  },
  'account.person_left': {
    status: 409,
    zh: '此人已离岗，不能使用账号；请先办理重新到岗。',
    en: 'The person has left; record the return first.',
  },
  'account.has_one': {
    status: 409,
    zh: '{name} 已有账号，一人一个账号。',
    en: '{name} has an account already; one each.',
  },
  'account.role_for_centre': {
    status: 400,
    zh: '“{role}”适用于整个中心，不能只授予某个站点。',
    en: 'The role {role} holds for the whole centre, not for one station.',
  },
  'account.station_unknown': {
    status: 400,
    zh: '所选站点不存在或已关闭，请重新选择。',
    en: 'The station does not exist or is closed; choose again.',
  },
  'account.not_own': {
    status: 403,
    zh: '不能重置自己的登录方式，请在“我的账号”中修改，或由另一位管理员办理。',
    en: 'Use “My account” for your own sign-in, or ask another administrator.',
  },
  'org.circle': {
    status: 409,
    zh: '不能放在自己的下级之下，请另选上级。',
    en: 'It cannot stand below itself; choose another parent.',
  },
  'org.days_wrong': {
    status: 400,
    zh: '日期不对，结束日期不能早于开始日期。',
    en: 'The days are wrong; the end cannot be before the beginning.',
  },
  'org.person_left': { status: 409, zh: '此人不在岗，请先登记或办理到岗。', en: 'The person is not on the books.' },
  'org.own_leader': { status: 400, zh: '直接上级不能是本人。', en: 'Nobody leads himself.' },
  'org.assigned_already': {
    status: 409,
    zh: '{name} 自 {from} 起已任“{post}”，同一时间只能有一个主岗。请先结束原任职，或改为兼任。',
    en: '{name} holds {post} since {from}; end that first or make this one secondary.',
  },
  'zone.staff_wrong': { status: 400, zh: '负责人须是在岗人员，请重新选择。', en: 'Choose a person on the books.' },
  'zone.unknown': { status: 400, zh: '没有这个功能区，请重新选择。', en: 'There is no such zone.' },
  'equipment.tag_taken': {
    status: 409,
    zh: '资产编号 {assetTag} 已登记，请核对标签。',
    en: 'Asset tag {assetTag} is on the register already.',
  },
  'equipment.day_wrong': {
    status: 400,
    zh: '购置日期不对，不能晚于今天。',
    en: 'The day of purchase is wrong; it cannot lie ahead.',
  },
  'equipment.kind_unknown': {
    status: 400,
    zh: '没有“{kind}”这个类别，请按方案清单中的名称填写。',
    en: 'There is no kind “{kind}”; use the names of the plan’s list.',
  },
  'person.several': {
    status: 409,
    zh: '有几位“{name}”符合，请填写工号。',
    en: 'Several people fit “{name}”; give the badge number.',
  },
  'person.masked_value': {
    status: 400,
    zh: '新登记的人员不能用带 * 的号码，请填写完整。',
    en: 'A new person cannot have a masked value; write it whole.',
  },
}
