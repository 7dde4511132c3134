import { describe, expect, it } from 'vitest'
import { formatDateEn, formatDateTimeEn, formatDateTimeZh, formatDateZh, formatWeekdayZh } from './date-format.ts'

describe('dates for people', () => {
  it.each([
    ['2019-10-08', '2019年10月8日', '8 October 2019', '星期二'],
    ['2020-01-31', '2020年1月31日', '31 January 2020', '星期五'],
    ['2019-05-05', '2019年5月5日', '5 May 2019', '星期日'],
  ])('%s', (date, zh, en, day) => {
    expect([formatDateZh(date), formatDateEn(date), formatWeekdayZh(date)]).toEqual([zh, en, day])
  })

  it('shows instants at +08:00', () => {
    const instant = new Date('2019-10-07T16:05:00Z')
    expect(formatDateTimeZh(instant)).toBe('2019年10月8日 00:05')
    expect(formatDateTimeEn(instant)).toBe('8 October 2019, 00:05')
  })
})
