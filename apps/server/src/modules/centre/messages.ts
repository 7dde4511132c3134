import type { MessageTable } from '../../platform/messages.ts'

const needed = (zh: string, en: string) => ({ status: 400, zh, en })

export const centreMessages: MessageTable = {
  'rule.invalid': needed('规则没有保存，请按提示改正后再提交。', 'The rule was not saved; correct the marked fields.'),
  'rule.reason_needed': needed('请写明修改原因，它会记入规则的历史。', 'Say why; it goes into the rule’s history.'),
  'rule.nothing_to_end': {
    status: 409,
    zh: '这一天之后没有正在执行的公司规则，不用停用。',
    en: 'No company rule is in force after that day; there is nothing to end.',
  },
  'rule.field_needed': needed('请填写“{label}”。', 'Fill in this field.'),
  'rule.field_wrong': needed('“{label}”填写的格式不对，请改正。', 'This value does not fit the field.'),
  'rule.field_unknown': needed(
    '这条规则没有这一项，请刷新页面后重填。',
    'The rule has no such field; reload the page.',
  ),
  'rule.field_too_small': needed('“{label}”不能小于 {min}。', 'Not less than {min}.'),
  'rule.field_too_large': needed('“{label}”不能大于 {max}。', 'Not more than {max}.'),
  'rule.day_wrong': needed('日期不对，请按“年-月-日”填写一个存在的日期。', 'Not a day of the calendar.'),
  'rule.days_reversed': needed('截止日不能早于开始日。', 'The last day lies before the first.'),
  'centre.invalid': needed('中心资料没有保存，请按提示改正后再提交。', 'Not saved; correct the marked fields.'),
  'centre.name_needed': needed('请填写中心名称。', 'Fill in the centre’s name.'),
  'centre.region_wrong': needed('行政区划代码不对，请从列表中选择。', 'Not a division code; choose one from the list.'),
  'centre.region_unknown': needed(
    '今天没有这个有效的行政区划代码，请先在“行政区划”中新增。',
    'No such division is valid today; add it under Regions first.',
  ),
  'centre.area_wrong': needed('面积请填写数字，最多两位小数，如 1524.49。', 'A number with up to two decimals.'),
  'centre.phone_wrong': needed(
    '电话不对，请带区号填写；有几个时用顿号隔开。',
    'Not a phone number; give the area code.',
  ),
  'centre.email_wrong': needed('邮箱地址不对，请核对。', 'Not an e-mail address.'),
  'centre.site_code_wrong': needed('政府网站标识码须为 10 位字母或数字。', 'The site code has ten letters or digits.'),
  'centre.report_address_wrong': needed(
    '“网站找错”请填写以 http 开头的网址或一个邮箱。',
    'Give a web address beginning with http, or an e-mail address.',
  ),
  'centre.position_half': needed('经度和纬度须同时填写，或都不填。', 'Give both longitude and latitude, or neither.'),
  'centre.position_wrong': needed('经纬度超出范围，请核对。', 'Outside the range of coordinates.'),
  'centre.logo_not_public': needed(
    '标志图片须是本中心已公开的文件，请先上传并设为公开。',
    'The logo must be a public file of this centre.',
  ),
  'region.invalid': needed('行政区划没有保存，请按提示改正。', 'Not saved; correct the marked fields.'),
  'region.code_wrong': needed(
    '代码与级别不符：省2位、州市4位、县6位、乡镇9位、村12位。',
    'The code does not fit the level.',
  ),
  'region.name_needed': needed('请填写名称。', 'Fill in the name.'),
  'region.parent_wrong': needed('上级代码须是这个代码的前几位。', 'The parent must be the leading digits of the code.'),
  'region.parent_unknown': needed('没有这个上级代码，请先新增上级。', 'The parent is not in the table; add it first.'),
  'region.source_needed': needed('请写明依据，如批复文号。', 'Name the source, such as the approval’s number.'),
  'region.overlaps': {
    status: 409,
    zh: '这个代码在这段时间已用于“{name}”，请先停用它或改日期。',
    en: 'The code is in use for {name} in that time; close it first.',
  },
  'region.already_closed': {
    status: 409,
    zh: '这个代码已经停用，或不存在。',
    en: 'This code is closed already, or does not exist.',
  },
  'holiday.invalid': needed('节假日没有保存，请按提示改正。', 'Not saved; correct the marked fields.'),
  'holiday.source_needed': needed('请写明依据的通知文号。', 'Name the notice these days come from.'),
  'holiday.days_needed': needed('请至少填写一天。', 'Enter at least one day.'),
  'holiday.day_wrong': needed(
    '日期须在当年内，或前一年的12月。',
    'The day must lie in that year or the December before.',
  ),
  'holiday.day_twice': needed('这一天已经填过，或在另一年的通知中。', 'This day is there already.'),
  'holiday.name_needed': needed('请填写节日名称。', 'Fill in the name of the holiday.'),
}
