import type { MessageTable } from '../../platform/messages.ts'

export const setupMessages: MessageTable = {
  'setup.notice_changed': {
    status: 409,
    zh: '须知内容已更新，请刷新页面重新阅读。',
    en: 'The notices have changed; reload the page and read them again.',
  },
}
