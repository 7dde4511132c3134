import type { MessageTable } from '../../platform/messages.ts'

export const systemMessages: MessageTable = {
  'system.backup_running': {
    status: 409,
    zh: '已有一个备份正在进行，请等它完成。',
    en: 'A backup is already under way; wait for it to finish.',
  },
}
