import { instantAt, isBusinessDate } from '@xianghui/kit/business-date'
import { formatYuan, parseYuan } from '@xianghui/kit/money'
import { normalisePhone } from '@xianghui/kit/phone'
import type { SheetColumn, SheetValue } from './spec.ts'

export type RawCell = string | number | boolean | Date | null

export interface CellFault {
  column: string
  zh: string
  en: string
}

type Read = { value: SheetValue } | { fault: CellFault }

/** Reads what people type and what Excel makes of it; anything unclear is a fault, never a guess. */
export function parseCell(column: SheetColumn, raw: RawCell): Read {
  const text = textOf(raw)
  if (text === '') return column.required ? fault(column, '必须填写', 'is needed') : { value: null }
  switch (column.type) {
    case 'text':
      return textCell(column, text, raw)
    case 'number':
    case 'integer':
      return numberCell(column, text)
    case 'yuan': {
      const yuan = parseYuan(
        digits(text)
          .replace(/^[¥￥]/, '')
          .replace(/元$/, '')
          .replaceAll(',', '')
          .trim(),
      )
      return yuan.ok ? { value: yuan.value } : fault(column, `“${text}”不是金额，例：1200.50`, `“${text}” is no amount`)
    }
    case 'date': {
      const day = raw instanceof Date ? raw.toISOString().slice(0, 10) : dayOf(digits(text))
      return day ? { value: day } : fault(column, `“${text}”不是日期，例：2026-11-23`, `“${text}” is no date`)
    }
    case 'datetime':
      return instantCell(column, text, raw)
    case 'choice':
      return choiceCell(column, text)
    case 'phone': {
      if (text.includes('*')) return { value: text }
      const phone = normalisePhone(digits(text))
      if (phone.ok) return { value: phone.value.number }
      const hint = /e\+/i.test(text) ? '被 Excel 变成了科学计数，请把这一列设为文本后重填' : '不是完整的电话号码'
      return fault(column, `“${text}”${hint}`, `“${text}” is no phone number`)
    }
    case 'region':
      return /^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/.test(text)
        ? { value: text }
        : fault(column, `“${text}”不是行政区划代码，例：533301001`, `“${text}” is no region code`)
  }
}

/** A value as it is shown in a cell. Numbers stay numbers in XLSX; every text is written as text. */
export function formatCell(column: SheetColumn, value: SheetValue | undefined): string | number {
  if (value === null || value === undefined) return ''
  switch (column.type) {
    case 'yuan':
      return formatYuan(Number(value))
    case 'choice':
      return column.choices?.find((choice) => choice.value === value)?.zh ?? String(value)
    case 'datetime':
      return localTime(String(value))
    case 'number':
    case 'integer':
      return typeof value === 'number' ? value : Number(value)
    default:
      return String(value)
  }
}

function textOf(raw: RawCell): string {
  if (raw === null) return ''
  if (raw instanceof Date) return raw.toISOString().slice(0, 10)
  // The apostrophe is how writers of ours (and Excel) keep a text from being taken for a formula.
  return String(raw)
    .replace(/^'(?=[=+\-@\t\r])/, '')
    .replace(/^[\s\u3000\uFEFF\u200B]+|[\s\u3000\u200B]+$/g, '')
}

function textCell(column: SheetColumn, text: string, raw: RawCell): Read {
  const most = column.most ?? 200
  if ([...text].length > most) return fault(column, `最多 ${most} 个字`, `at most ${most} characters`)
  // A number of more than 15 digits has lost its last ones in Excel already.
  if (typeof raw === 'number' && Math.abs(raw) > Number.MAX_SAFE_INTEGER)
    return fault(column, '数字太长，已被 Excel 改动，请把这一列设为文本后重填', 'lost digits in Excel; make it text')
  return { value: text.replaceAll('\u0000', '') }
}

function numberCell(column: SheetColumn, text: string): Read {
  const plain = digits(text).replaceAll(',', '')
  const value = Number(plain)
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) || !Number.isFinite(value))
    return fault(column, `“${text}”不是数字`, `“${text}” is no number`)
  if (column.type === 'integer' && !Number.isSafeInteger(value))
    return fault(column, `“${text}”应为整数`, `“${text}” must be a whole number`)
  if (column.min !== undefined && value < column.min)
    return fault(column, `不能小于 ${column.min}`, `must be at least ${column.min}`)
  if (column.max !== undefined && value > column.max)
    return fault(column, `不能大于 ${column.max}`, `must be at most ${column.max}`)
  return { value }
}

function choiceCell(column: SheetColumn, text: string): Read {
  const wanted = text.toLowerCase()
  const found = column.choices?.find(
    (choice) => choice.zh === text || choice.en.toLowerCase() === wanted || choice.value.toLowerCase() === wanted,
  )
  if (found) return { value: found.value }
  const all = column.choices ?? []
  const zh = all.map((choice) => choice.zh).join('、')
  return fault(
    column,
    `“${text}”不在可选范围内（${zh}）`,
    `“${text}” is none of ${all.map((one) => one.en).join(', ')}`,
  )
}

function instantCell(column: SheetColumn, text: string, raw: RawCell): Read {
  // A cell of Excel has no zone: what it shows is the clock on our wall.
  if (raw instanceof Date) return { value: new Date(raw.getTime() - 8 * 3_600_000).toISOString() }
  const match = /^(.+?)[\sT]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(digits(text))
  const day = dayOf(match?.[1] ?? digits(text))
  const hour = Number(match?.[2] ?? 0)
  if (!day || hour > 23 || Number(match?.[3] ?? 0) > 59 || Number(match?.[4] ?? 0) > 59)
    return fault(column, `“${text}”不是时间，例：2026-11-23 09:30`, `“${text}” is no time`)
  const minute = instantAt(day, `${String(hour).padStart(2, '0')}:${match?.[3] ?? '00'}`)
  return { value: new Date(minute.getTime() + Number(match?.[4] ?? 0) * 1000).toISOString() }
}

/** 2026-1-5, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105, and Excel's own count of days. */
export function dayOf(text: string): string | undefined {
  const clean = text.trim()
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(clean) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(clean)
  if (match) {
    const day = `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`
    return isBusinessDate(day) ? day : undefined
  }
  if (!/^\d{5}(\.\d+)?$/.test(clean)) return undefined
  const serial = Math.floor(Number(clean))
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)
}

/** `１２：３０` is 12:30. */
const digits = (text: string): string =>
  text.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).trim()

function localTime(instant: string): string {
  const shifted = new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString()
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 19)}`
}

const fault = (column: SheetColumn, zh: string, en: string): Read => ({
  fault: { column: column.key, zh: `${column.zh}：${zh}`, en: `${column.en}: ${en}` },
})
