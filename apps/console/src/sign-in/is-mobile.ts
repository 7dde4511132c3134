import { normalisePhone } from '@xianghui/kit/phone'

export function isMobile(text: string): boolean {
  const phone = normalisePhone(text)
  return phone.ok && phone.value.kind === 'mobile'
}
