import type { MessageTable } from '../../platform/messages.ts'

export const deskMessages: MessageTable = {
  'desk.not_asker': {
    status: 403,
    zh: '只有提交人可以撤回，请联系提交人或直接退回。',
    en: 'Only the one who asked can take it back; return it instead.',
  },
}
