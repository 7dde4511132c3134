import type { MessageTable } from '../../platform/messages.ts'

export const deskMessages: MessageTable = {
  'desk.others_decide': {
    status: 403,
    zh: '这一步由其他同事办理，办结后会有消息告诉提交人。',
    en: 'Somebody else decides this step; the one who asked is told.',
  },
  'desk.not_asker': {
    status: 403,
    zh: '只有提交人可以撤回，请联系提交人或直接退回。',
    en: 'Only the one who asked can take it back; return it instead.',
  },
}
