export const boardNames = ['overview', 'map', 'goals', 'season'] as const
export type BoardName = (typeof boardNames)[number]

/** What the address says: `?board=map&rotate=20&night=on&lang=en`. rotate=0 stays on the board. */
export interface Settings {
  board: BoardName
  rotateSeconds: number
  night: 'auto' | 'on' | 'off'
  lang: string | null
}

export function settingsOf(search: string): Settings {
  const query = new URLSearchParams(search)
  const board = boardNames.find((name) => name === query.get('board')) ?? 'overview'
  const asked = Number(query.get('rotate') ?? '20')
  const night = query.get('night')
  return {
    board,
    rotateSeconds: Number.isFinite(asked) && asked >= 0 ? (asked === 0 ? 0 : Math.max(5, asked)) : 20,
    night: night === 'on' || night === 'off' ? night : 'auto',
    lang: query.get('lang'),
  }
}

/** Night: from 21 to 7 o'clock the wall glows less. */
export function isNight(setting: Settings['night'], hour: number): boolean {
  return setting === 'auto' ? hour >= 21 || hour < 7 : setting === 'on'
}

export function nextBoard(board: BoardName, step = 1): BoardName {
  const at = boardNames.indexOf(board) + step + boardNames.length
  return boardNames[at % boardNames.length] ?? 'overview'
}
