import { isMobile } from '@xianghui/kit/phone'
import type { ModuleDeps } from '../../platform/module.ts'
import type { EventHandler } from '../../platform/outbox.ts'
import { sendMessage } from '../../platform/outgoing.ts'
import { getPublicCentre } from '../centre/index.ts'
import { findApplication } from './application.queries.ts'
import type { ApplicationAct } from './application.rules.ts'

type Told = Partial<Record<ApplicationAct | 'submit', (number: string, service: string, note: string) => string>>

const told: Told = {
  submit: (number, service) => `您的“${service}”申请已收到，编号 ${number}。`,
  accept: (number, service, note) => `您的“${service}”申请（${number}）已受理。${note ? `${note}。` : ''}`,
  return: (number, service, note) =>
    `您的“${service}”申请（${number}）需要补正：${note}。请用编号和查询码在“办事进度”中修改后再次提交。`,
  finish: (number, service, note) => `您的“${service}”申请（${number}）已办结：${note}。欢迎评价。`,
  decline: (number, service, note) =>
    `您的“${service}”申请（${number}）未能办理，原因：${note}。如有疑问请联系中心前台。`,
}

/** The applicant hears of every decision by text message; landlines cannot. */
export function applicationHandlers(deps: ModuleDeps): readonly EventHandler[] {
  return [
    {
      event: 'hall.application_moved',
      name: 'hall.tell_applicant',
      handle: async (tx, event) => {
        const { applicationId, act, note } = event.payload as {
          applicationId: string
          act: keyof Told
          note: string | null
        }
        const words = told[act]
        const application = words ? await findApplication(tx, applicationId) : undefined
        if (!words || !application || !isMobile(application.phone)) return
        const { name } = await getPublicCentre(tx)
        const body = words(application.number, application.serviceName, (note ?? '').replace(/[。！？]+$/u, ''))
        await sendMessage(tx, deps.sender, {
          channel: 'sms',
          recipient: application.phone,
          body: `${name ? `【${name}】` : ''}${body}`,
        })
      },
    },
  ]
}
