import type { MessageTable } from '../../platform/messages.ts'

const needed = (zh: string, en: string) => ({ status: 400, zh, en })
const conflict = (zh: string, en: string) => ({ status: 409, zh, en })

export const hallMessages: MessageTable = {
  'hall.form_invalid': needed(
    '申请还没有提交，请按提示改正标出的项目；您填写的内容都已保留。',
    'Not submitted yet: correct the marked fields. Everything you typed is kept.',
  ),
  'hall.field_needed': needed('请填写“{label}”。', 'Fill in this field.'),
  'hall.field_wrong': needed('“{label}”填写的格式不对，请改正。', 'This value does not fit the field.'),
  'hall.field_not_number': needed('“{label}”请填写数字，如 12 或 3.5。', 'Enter a number such as 12 or 3.5.'),
  'hall.field_not_date': needed('“{label}”请填写存在的日期，如 2026-11-23。', 'Enter a date such as 2026-11-23.'),
  'hall.field_not_option': needed('“{label}”请从给出的选项中选择。', 'Choose one of the options.'),
  'hall.field_not_region': needed('“{label}”请从列表中选择乡镇（街道）。', 'Choose a township from the list.'),
  'hall.field_too_long': needed('“{label}”最多填写 {most} 个字。', 'At most {most} characters.'),
  'hall.name_needed': needed('请填写姓名或单位名称。', 'Give your name or the name of your firm.'),
  'hall.phone_wrong': needed(
    '电话不对。请填写 11 位手机号，或带区号的座机，如 0886-3621234。',
    'Not a phone number: give 11 digits, or a landline with its area code.',
  ),
  'hall.consent_needed': needed('请先阅读并同意隐私说明。', 'Please read and agree to the privacy notice.'),
  'hall.region_unknown': needed('请从列表中选择乡镇（街道）。', 'Choose a township from the list.'),
  'hall.station_unknown': needed('没有找到这个服务站点，请重新选择。', 'There is no such station; choose again.'),
  'hall.service_closed': conflict(
    '这项服务暂不受理网上申请，请到中心前台或电话咨询。',
    'Online applications for this service are closed; ask at the front desk.',
  ),
  'hall.service_unknown': { status: 404, zh: '没有找到这项服务，请从服务目录中选择。', en: 'No such service.' },
  'hall.not_found': {
    status: 404,
    zh: '没有找到。请核对编号，以及提交时填写的电话或查询码。',
    en: 'Not found. Check the number and the phone or query code given at submission.',
  },
  'hall.code_needed': {
    status: 403,
    zh: '修改、撤回和评价须用查询码。请用编号和查询码重新查询；忘记查询码请联系中心前台。',
    en: 'This needs the query code: look it up again with number and code, or ask the front desk.',
  },
  'hall.act_impossible': conflict(
    '现在的状态是“{state}”，不能这样办理。请刷新后再看。',
    'Not possible in the present state ({stateEn}); reload the page.',
  ),
  'hall.reason_needed': needed('请写明原因，申请人会看到。', 'Say why; the applicant will read it.'),
  'hall.result_needed': needed('请写明办理结果，申请人会看到。', 'Write what was done; the applicant will read it.'),
  'hall.reveal_reason_needed': needed('请写明查看的理由，它会记入操作记录。', 'Say why you need to see it.'),
  'hall.score_wrong': needed('请选择 1 至 5 分。', 'Choose 1 to 5.'),
  'hall.already_rated': conflict('您已经评价过，谢谢。', 'You have rated it already, thank you.'),
  'hall.handler_unknown': needed(
    '这位同事没有办理申请的权限，请重新选择。',
    'This person may not handle applications.',
  ),
  'hall.service_invalid': needed('服务事项没有保存，请按提示改正。', 'Not saved; correct the marked fields.'),
  'hall.service_key_wrong': needed(
    '标识须以小写字母开头，只含小写字母、数字和下划线。',
    'The key begins with a small letter and has small letters, digits and underscores.',
  ),
  'hall.line_unknown': needed('请选择所属的服务类别。', 'Choose a service line.'),
  'hall.audience_unknown': needed('有不存在的服务对象，请重新选择。', 'Unknown audience; choose again.'),
  'hall.form_label_needed': needed('第 {label} 个字段请填写名称。', 'Field {label} needs a name.'),
  'hall.form_key_wrong': needed(
    '字段“{label}”的标识不对：以小写字母开头，只含字母和数字。',
    'The key of {label} begins with a small letter and has letters and digits.',
  ),
  'hall.form_key_twice': needed('字段“{label}”的标识与别的字段重复。', 'The key of {label} is used twice.'),
  'hall.form_options_needed': needed(
    '字段“{label}”请至少给出一个选项，且选项不重复。',
    '{label} needs options, each different.',
  ),
  'hall.enquiry_invalid': needed(
    '还没有提交，请按提示改正；您填写的内容都已保留。',
    'Not sent yet: correct the marked fields. Everything you typed is kept.',
  ),
  'hall.content_needed': needed('请写下您要咨询的内容。', 'Write what you want to ask.'),
  'hall.answer_needed': needed('请填写答复。', 'Write an answer.'),
  'hall.enquiry_closed': conflict('这条咨询已经办结，请刷新列表。', 'This enquiry is closed; reload the list.'),
}
