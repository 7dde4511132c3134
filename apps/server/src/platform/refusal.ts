/** An expected "no" of a service; `code` is looked up in the message table (platform/messages.ts). */
export class Refusal extends Error {
  readonly code: string
  /** values for the placeholders of the sentence, also sent as `detail` */
  readonly detail: Readonly<Record<string, unknown>>
  /** per-field faults of a form or an imported row */
  readonly fields: readonly FieldFault[]

  constructor(code: string, detail: Record<string, unknown> = {}, fields: readonly FieldFault[] = []) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.detail = detail
    this.fields = fields
  }
}

export interface FieldFault {
  field: string
  /** a code of the message table */
  code: string
  detail?: Record<string, unknown>
}
