import { applicationContract } from './application.contract.ts'
import { catalogueContract } from './catalogue.contract.ts'
import { enquiryContract } from './enquiry.contract.ts'

export { type ApplicationState, applicationStates } from './application.rules.ts'
export { type EnquiryKind, enquiryKinds, enquiryKindWords } from './enquiry.kinds.ts'
export { type FieldType, fieldTypes } from './form.rules.ts'

/** The hall: catalogue, applications, enquiries. */
export const hallContract = {
  services: catalogueContract,
  applications: applicationContract,
  enquiries: enquiryContract,
}
