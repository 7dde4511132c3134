import type { MessageTable } from '../../platform/messages.ts'

const needed = (zh: string, en: string) => ({ status: 400, zh, en })

export const planMessages: MessageTable = {
  'plan.not_loaded': {
    status: 409,
    zh: '现在没有装入运营方案，不用移除。',
    en: 'No plan is loaded; there is nothing to remove.',
  },
  'plan.report_invalid': needed('活动情况没有保存，请按提示改正。', 'Not saved; correct the marked fields.'),
  'plan.date_needed': needed('已举办的活动请填写实际日期。', 'Give the day it was held.'),
  'plan.date_ahead': needed('日期还没有到，请核对。', 'This day is still to come.'),
  'plan.head_count_early': needed('活动举办后再填写人数。', 'Head-counts are entered once it was held.'),
  'plan.evidence_needed': needed(
    '请写明依据，如签到表、照片或文件名称。',
    'Name the evidence: sign-in sheet, photos or document.',
  ),
  'plan.cancel_reason_needed': needed('请写明取消的原因。', 'Say why it was cancelled.'),
  'plan.file_unknown': needed('没有找到这个文件，请重新选择。', 'There is no such file; choose it again.'),
  'plan.value_invalid': needed('目标数值没有保存，请按提示改正。', 'Not saved; correct the marked fields.'),
  'plan.value_wrong': needed('数值须为不小于 0 的数字。', 'A number not below zero.'),
  'plan.season_source_needed': needed('请写明时令的依据，如当地农业部门或合作社。', 'Say where the months come from.'),
}
