import { addDays, addMonths } from '@xianghui/kit/calendar'

export interface CalendarEntry {
  uid: string
  /** the day it was or will be held; null where only the month is known */
  day: string | null
  /** 'YYYY-MM' */
  month: string
  title: string
  text: string
  url: string
}

/** An iCalendar file (RFC 5545). An entry without a day covers its whole month, so that no day is invented. */
export function toCalendar(name: string, entries: readonly CalendarEntry[], now: Date): string {
  const stamp = `${now.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Xianghui//Activities//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((one) => eventLines(one, stamp)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventLines(entry: CalendarEntry, stamp: string): string[] {
  const first = entry.day ?? `${entry.month}-01`
  const after = entry.day ? addDays(entry.day, 1) : addMonths(first, 1)
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(first)}`,
    `DTEND;VALUE=DATE:${compact(after)}`,
    `SUMMARY:${escaped(entry.title)}`,
    ...(entry.text ? [`DESCRIPTION:${escaped(entry.text)}`] : []),
    `URL:${entry.url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

const compact = (day: string) => day.replaceAll('-', '')

const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replace(/\r?\n/g, '\\n')

/** Lines are at most 75 octets; a longer one goes on after a line break and a blank, never inside a character. */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  for (const character of line) {
    if (Buffer.byteLength(piece + character) > (pieces.length === 0 ? 75 : 74)) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece].join('\r\n ')
}
