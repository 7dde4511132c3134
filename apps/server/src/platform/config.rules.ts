import { isIP } from 'node:net'
import { isAbsolute, resolve } from 'node:path'
import type { Fault } from './start-fault.ts'
import { withoutPassword } from './start-faults.ts'

export type Environment = Readonly<Record<string, string | undefined>>
export type Report = (fault: Fault) => void

/** Reads one variable; a wrong value is reported and the fallback returned, so that every fault is found at once. */
export interface Reading {
  env: Environment
  report: Report
}

/** The value without surrounding blanks; empty counts as not set. */
export function textOf({ env }: Reading, name: string): string {
  return env[name]?.trim() ?? ''
}

/** A TCP port; 0 lets the system choose. */
export function portOf(reading: Reading, name: string, fallback: number): number {
  const text = textOf(reading, name)
  if (text === '') return fallback
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  reading.report(
    wrong(name, text, '0 至 65535 的整数', 'a whole number from 0 to 65535', `${name}=${fallback || 3000}`),
  )
  return fallback
}

/** A whole number within bounds. */
export function countOf(reading: Reading, name: string, fallback: number, least: number, most: number): number {
  const text = textOf(reading, name)
  if (text === '') return fallback
  if (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text)
  const bounds = [`${least} 至 ${most} 的整数`, `a whole number from ${least} to ${most}`] as const
  reading.report(wrong(name, text, ...bounds, `${name}=${fallback}`))
  return fallback
}

/** One of the listed words. */
export function choiceOf<T extends string>(reading: Reading, name: string, choices: readonly T[], fallback: T): T {
  const text = textOf(reading, name)
  if (text === '') return fallback
  const found = choices.find((choice) => choice === text)
  if (found !== undefined) return found
  const listed = choices.join(' | ')
  reading.report(wrong(name, text, `${listed} 之一`, `one of ${listed}`, `${name}=${fallback}`))
  return fallback
}

/** An address to listen on: an IP address or a host name. */
export function hostOf(reading: Reading, name: string, fallback: string): string {
  const text = textOf(reading, name)
  if (text === '') return fallback
  if (isIP(text) !== 0 || /^[a-zA-Z0-9]([a-zA-Z0-9.-]{0,252})$/.test(text)) return text
  reading.report(wrong(name, text, 'IP 地址或主机名', 'an IP address or a host name', `${name}=0.0.0.0`))
  return fallback
}

/** A time of day such as 02:30. */
export function timeOfDay(reading: Reading, name: string, fallback: string): string {
  const text = textOf(reading, name)
  if (text === '') return fallback
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return text
  reading.report(wrong(name, text, '形如 02:30 的时刻', 'a time such as 02:30', `${name}=${fallback}`))
  return fallback
}

/** A URL of one of the schemes; passwords in it are never repeated in the fault. */
export function urlOf(reading: Reading, name: string, schemes: readonly string[], example: string): string | null {
  const text = textOf(reading, name)
  if (text === '') return null
  if (URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)) && new URL(text).hostname !== '') {
    return text
  }
  const forms = schemes.map((scheme) => `${scheme}://…`).join(' | ')
  reading.report(
    wrong(name, withoutPassword(text), `形如 ${forms} 的地址`, `an address such as ${forms}`, `${name}=${example}`),
  )
  return null
}

/** The address people type: scheme and host only, without a slash at the end. */
export function originOf(reading: Reading, name: string, fallback: string): string {
  const text = urlOf(reading, name, ['http', 'https'], 'https://www.example.gov.cn')
  if (text === null) return fallback
  const url = new URL(text)
  if (url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '') return url.origin
  reading.report(wrong(name, text, '只含协议和主机的网址', 'scheme and host only', `${name}=${url.origin}`))
  return fallback
}

/** A directory: absolute, or counted from where the program was started. */
export function directoryOf(reading: Reading, name: string, fallback: string): string {
  const text = textOf(reading, name)
  if (text === '') return fallback
  // A line break or NUL would end the archive command half-way.
  if (!/[\n\r\0]/.test(text)) return isAbsolute(text) ? text : resolve(text)
  reading.report(
    wrong(name, JSON.stringify(text), '不含换行的目录路径', 'a path without line breaks', `${name}=/var/lib/xianghui`),
  )
  return fallback
}

/** Which proxies may say who the visitor is: nobody, everybody, that many hops, or listed addresses. */
export function trustOf(reading: Reading, name: string): boolean | number | string[] {
  const text = textOf(reading, name)
  if (text === '' || text === 'false' || text === '0') return false
  if (text === 'true') return true
  if (/^[1-9]$/.test(text)) return Number(text)
  const addresses = text.split(',').map((part) => part.trim())
  if (addresses.every((address) => isIP(address.replace(/\/\d{1,3}$/, '')) !== 0)) return addresses
  reading.report(
    wrong(name, text, 'true、层数或 IP 地址段', 'true, a number of hops, or IP ranges', `${name}=127.0.0.1`),
  )
  return false
}

/** A variable that must be set because another one says so. */
export function required(reading: Reading, name: string, becauseOf: string): string {
  const text = textOf(reading, name)
  if (text !== '') return text
  reading.report({
    code: `config.${name}`,
    zh: `设置了 ${becauseOf}，但缺少 ${name}。`,
    en: `${becauseOf} is set, but ${name} is missing.`,
    mendZh: `补上 ${name}，或去掉 ${becauseOf}。`,
    mendEn: `set ${name}, or remove ${becauseOf}.`,
  })
  return ''
}

function wrong(name: string, value: string, needZh: string, needEn: string, example: string): Fault {
  return {
    code: `config.${name}`,
    zh: `设置 ${name} 的值“${value}”不对，应为 ${needZh}。`,
    en: `The setting ${name}="${value}" is wrong: it must be ${needEn}.`,
    mendZh: `改正后再启动，例如：${example}`,
    mendEn: `correct it and start again, for example: ${example}`,
  }
}
