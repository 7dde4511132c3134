import type { ReactNode } from 'react'
import type { Option } from './status.ts'

export type FieldKind =
  | 'text'
  | 'textarea'
  | 'number'
  | 'yuan'
  | 'switch'
  | 'select'
  | 'multi'
  | 'radio'
  | 'day'
  | 'days'
  | 'instant'
  | 'time'
  | 'phone'
  | 'password'
  | 'region'
  | 'person'
  | 'station'
  | 'attachments'
  | 'heading'
  | 'node'

/** What a `node` field's own input is given; `id` belongs on the control so that the label names it. */
export interface FieldInput<T = unknown> {
  id?: string
  value?: T
  onChange?: (value: T) => void
  disabled?: boolean
}

export interface FormField {
  /** key of the value; `a.b` is nested */
  key: string
  label: string
  /** the reason for the field or what to write, shown under it */
  why?: ReactNode
  kind: FieldKind
  required?: boolean
  /** longest text or largest number */
  max?: number
  min?: number
  pattern?: string
  options?: readonly Option[]
  placeholder?: string
  /** words for values chosen before (person, region, station) */
  known?: readonly Option[]
  /** shown only when it holds */
  when?: (values: Readonly<Record<string, unknown>>) => boolean
  readOnly?: boolean
  autoComplete?: string
  /** the input of a `node` field; reads value and onChange */
  render?: (input: FieldInput, values: Readonly<Record<string, unknown>>) => ReactNode
}
