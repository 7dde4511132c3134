import { may, mayAt } from '../../platform/actor.ts'
import type { Module } from '../../platform/module.ts'
import { applicationFlow } from './application.flow.ts'
import { applicationHandlers } from './application.handlers.ts'
import { findApplication } from './application.queries.ts'
import { mountApplications } from './application.routes.ts'
import { applicationSheet } from './application.sheet.ts'
import { mountCatalogue } from './catalogue.routes.ts'
import { mountEnquiries } from './enquiry.routes.ts'
import { hallMessages } from './messages.ts'

export { type ApplicationState, stateWords } from './application.rules.ts'
export {
  amendApplication,
  rateApplication,
  type SubmitApplication,
  type Submitted,
  submitApplication,
  withdrawApplication,
} from './application.service.ts'
export {
  insertPlanServices,
  type PlanAudience,
  type PlanHall,
  type PlanLine,
  type PlanService,
  removePlanServices,
} from './catalogue.plan.ts'
export type { Audience, Guide, ServiceLine } from './catalogue.queries.ts'
export { findPublicService, listPublicServices, type PublicService } from './catalogue.service.ts'
export { type EnquiryKind, enquiryKinds, enquiryKindWords } from './enquiry.kinds.ts'
export {
  type EnquiryForPublic,
  findEnquiryForPublic,
  rateEnquiry,
  type SubmitEnquiry,
  submitEnquiry,
} from './enquiry.service.ts'
export type { Answers, FieldType, FormField } from './form.rules.ts'
export { type ApplicationForPublic, findApplicationForPublic, type Proof } from './public-status.ts'

/** 办事大厅: service lines, the catalogue with guides, online applications, front-desk enquiries. */
export const hallModule: Module = {
  name: 'hall',
  messages: hallMessages,
  flows: [applicationFlow],
  sheets: [applicationSheet],
  attachables: [
    {
      kind: 'application',
      zh: '办事申请',
      en: 'Application',
      confidential: true,
      find: async (tx, id) => {
        const found = await findApplication(tx, id)
        return found && { title: `${found.number} ${found.serviceName}`, link: `/hall/applications/${id}` }
      },
      read: async (tx, actor, id) => mayAt(actor, 'hall.read', (await findApplication(tx, id))?.stationId ?? null),
      write: async (tx, actor, id) =>
        may(actor, 'hall.handle') && mayAt(actor, 'hall.handle', (await findApplication(tx, id))?.stationId ?? null),
    },
  ],
  mount: (mount, deps) => {
    mountCatalogue(mount)
    mountApplications(mount, deps)
    mountEnquiries(mount, deps)
  },
  handlers: applicationHandlers,
}
