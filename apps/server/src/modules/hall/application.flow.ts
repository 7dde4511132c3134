import { addWorkingDays, businessDate, formatDateZh, instantAt } from '@xianghui/kit/calendar'
import type { Actor } from '../../platform/actor.ts'
import { askApproval, type Flow } from '../../platform/approval.ts'
import type { Tx } from '../../platform/db.ts'
import { openTodo } from '../../platform/todo.ts'
import { readHolidays } from '../centre/index.ts'
import { moveApplication } from './application.move.ts'
import { type Application, findApplication, regionNames } from './application.queries.ts'
import { findService } from './catalogue.queries.ts'
import { answerInWords } from './form.rules.ts'

/** 受理: the one approval of an application. Passing accepts it and starts the clock; returning asks for changes. */
export const applicationFlow: Flow = {
  name: 'hall.application',
  zh: '办事申请',
  steps: [{ key: 'accept', zh: '受理', en: 'Acceptance', permission: 'hall.handle' }],
  versionOf: async (tx, id) => (await findApplication(tx, id, true))?.revision,
  passed: async (tx, actor, approval) => {
    const application = await getLocked(tx, approval.subjectId)
    const dueOn = await dueDate(tx, application)
    const note = dueOn ? `办理时限：${formatDateZh(dueOn)}前` : null
    await moveApplication(tx, actor, application, 'accept', {
      change: { acceptedAt: tx.now, dueOn, reason: null },
      note,
    })
    await openHandlingTodo(tx, { ...application, dueOn })
  },
  returned: async (tx, actor, approval, reason) => {
    const application = await getLocked(tx, approval.subjectId)
    await moveApplication(tx, actor, application, 'return', { change: { reason }, note: reason })
  },
}

/** Opens the approval with what the approver will see; personal data is masked in it. */
export async function askAcceptance(tx: Tx, actor: Actor, application: Application): Promise<void> {
  await askApproval(tx, actor, applicationFlow, {
    subject: { kind: 'application', id: application.id, version: application.revision },
    title: `${application.number} ${application.serviceName}`,
    snapshot: {
      number: application.number,
      service: application.serviceName,
      region: application.regionCode
        ? ((await regionNames(tx, [application.regionCode])).get(application.regionCode) ?? application.regionCode)
        : null,
      answers: await answersInWords(tx, application),
    },
    stationId: application.stationId,
  })
}

/** Label and words of every answer, regions by name. */
export async function answersInWords(
  tx: Tx,
  application: Pick<Application, 'form' | 'answers'>,
): Promise<{ key: string; label: string; labelEn: string; text: string; textEn: string }[]> {
  const codes = application.form
    .filter((field) => field.type === 'region')
    .map((field) => String(application.answers[field.key] ?? ''))
  const names = await regionNames(tx, codes)
  return application.form.map((field) => {
    const answer = application.answers[field.key]
    const region = field.type === 'region' ? names.get(String(answer ?? '')) : undefined
    return {
      key: field.key,
      label: field.label,
      labelEn: field.labelEn,
      text: region ?? answerInWords(field, answer),
      textEn: region ?? answerInWords(field, answer, true),
    }
  })
}

/** The to-do of the work itself, for its handler or for everybody who may handle. */
export async function openHandlingTodo(
  tx: Tx,
  application: Pick<Application, 'id' | 'number' | 'serviceName' | 'stationId' | 'assignedTo' | 'dueOn'>,
): Promise<void> {
  await openTodo(tx, {
    key: `application:${application.id}`,
    ...(application.assignedTo ? { accountId: application.assignedTo } : { forPermission: 'hall.handle' }),
    stationId: application.stationId,
    title: `办理申请：${application.number} ${application.serviceName}`,
    link: `/hall/applications/${application.id}`,
    dueAt: application.dueOn ? instantAt(application.dueOn, '24:00') : null,
  })
}

async function getLocked(tx: Tx, id: string): Promise<Application> {
  const application = await findApplication(tx, id, true)
  if (!application) throw new Error(`application ${id} of an approval is gone`)
  return application
}

// A service without a limit has no due date; a year without its holiday notice gives none either, for it is not guessed.
async function dueDate(tx: Tx, application: Application): Promise<string | null> {
  const days = (await findService(tx, application.serviceId))?.timeLimitDays
  if (!days) return null
  const due = addWorkingDays(businessDate(tx.now), days, await readHolidays(tx))
  return due.ok ? due.value : null
}
