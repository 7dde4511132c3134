import type { MessageTable } from '../../platform/messages.ts'

export const stationMessages: MessageTable = {
  'station.step_not_open': {
    status: 409,
    zh: '站点现在是“{state}”，不能{act}。请刷新后按当前状态办理。',
    en: 'The station is {stateEn}: it cannot be changed by “{actEn}” now. Reload and go on from its present state.',
  },
  'station.region_unknown': {
    status: 400,
    zh: '没有代码为 {code} 的行政区划，请从列表中选择乡镇或村。',
    en: 'There is no division {code}; choose one from the list.',
  },
  'station.region_ended': {
    status: 400,
    zh: '{name}（{code}）已于{day}停用，请改用：{successors}。',
    en: '{name} ({code}) ended on {day}; use {successors} instead.',
  },
  'station.region_not_yet': {
    status: 400,
    zh: '{name}（{code}）在这一天还没有启用，请选择当天有效的行政区划。',
    en: '{name} ({code}) was not yet in force on that day; choose one that was.',
  },
  'station.region_level': {
    status: 400,
    zh: '乡镇级站点请选择乡镇或街道，村级站点请选择村或其所在乡镇。',
    en: 'Choose a township for a township station, a village or its township for a village station.',
  },
  'station.keeper_wrong': {
    status: 400,
    zh: '站点负责人须是在册人员，请先在“人员”中登记，或另选一位。',
    en: 'The keeper must be a person on the books; register the person first or choose another.',
  },
  'station.keeper_needed': {
    status: 400,
    zh: '请先指定站点负责人，再提交。',
    en: 'Name the keeper before submitting.',
  },
  'station.acceptance_needed': {
    status: 409,
    zh: '验收须先填写验收记录且结论为“通过”，请在站点页面办理验收。',
    en: 'Acceptance needs a record that passed; accept on the page of the station.',
  },
  'station.appraised_already': {
    status: 409,
    zh: '{year}年已经考评过这个站点，每年考评一次。',
    en: 'The station was appraised for {year} already; once a year.',
  },
  'station.year_wrong': {
    status: 400,
    zh: '考评年度不能晚于今年，也不能早于站点开业的年份。',
    en: 'The year must not lie ahead, nor before the station opened.',
  },
  'station.keeper_limits': {
    status: 403,
    zh: '站点人员可以改地址、位置、电话、营业时间和备注；名称、区划和负责人请由中心修改。',
    en: 'Keepers change address, position, phone, hours and note; name, division and keeper are changed by the centre.',
  },
  'station.phone_wrong': {
    status: 400,
    zh: '电话不对，请填手机号，或带区号的座机号（如 0886-3621234）。',
    en: 'Not a telephone number; give a mobile or a landline with its area code.',
  },
  'station.day_wrong': {
    status: 400,
    zh: '日期不对，不能晚于今天，也不能早于开业日期。',
    en: 'The day is wrong: not after today, nor before the opening.',
  },
  'station.code_unknown': {
    status: 400,
    zh: '没有这个编号的站点。新站点请把编号留空。',
    en: 'No station has this code; leave it empty for a new one.',
  },
}
