import { normalisePhone } from '@xianghui/kit/phone'
import type { FormRule } from 'antd'
import type { FormField } from './form-field.ts'
import type { SharedWords } from './locale.ts'

/** What the browser can tell before sending; the server checks again. */
export function rulesOf(field: FormField, t: SharedWords): FormRule[] {
  const chooses = [
    'select',
    'multi',
    'radio',
    'day',
    'days',
    'instant',
    'time',
    'person',
    'region',
    'station',
  ].includes(field.kind)
  const rules: FormRule[] = []
  if (field.required) {
    const message = chooses ? t.choose(field.label) : t.required(field.label)
    rules.push({ required: true, message, ...(isText(field) ? { whitespace: true } : {}) })
  }
  if (isText(field) && field.max) rules.push({ type: 'string', max: field.max, message: t.tooLong(field.max) })
  if (isText(field) && field.min && field.min > 1)
    rules.push({ type: 'string', min: field.min, message: t.tooShort(field.min) })
  if (field.kind === 'text' && field.pattern) rules.push({ pattern: new RegExp(field.pattern), message: t.badShape })
  if (field.kind === 'yuan')
    rules.push({
      validator: async (_rule, value: unknown) => {
        if (typeof value !== 'number') return
        if (Number.isNaN(value)) throw new Error(t.badYuan)
        if (field.min !== undefined && value < field.min) throw new Error(t.tooSmall(field.min / 100))
        if (field.max !== undefined && value > field.max) throw new Error(t.tooLarge(field.max / 100))
      },
    })
  if (field.kind === 'phone')
    rules.push({
      validator: async (_rule, value: unknown) => {
        if (typeof value === 'string' && value.trim() !== '' && !normalisePhone(value).ok) throw new Error(t.badPhone)
      },
    })
  return rules
}

const isText = ({ kind }: FormField): boolean => ['text', 'textarea', 'phone', 'password'].includes(kind)
