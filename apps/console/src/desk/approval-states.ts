import { defineStatuses, statuses } from '../shared/status.ts'

export const approvalStates = defineStatuses({
  open: statuses.reviewing,
  passed: statuses.passed,
  returned: statuses.returned,
  withdrawn: statuses.withdrawn,
})

export const messageStates = defineStatuses({
  kept: { zh: '留存', en: 'Kept', tone: 'quiet' },
  waiting: { zh: '待发送', en: 'Waiting', tone: 'waiting' },
  sent: { zh: '已发送', en: 'Sent', tone: 'good' },
  failed: statuses.failed,
})
