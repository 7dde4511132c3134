/**
 * Design tokens: one source for the public site, the console (antd theme) and the data screens (design/look.md).
 * The site's `tokens.css` repeats these values; a test keeps the two equal.
 */

/** Light ground: site, console, paper. Text never below 4.5:1 on its ground. */
export const light = {
  ink: '#1B2620',
  ink2: '#4A5A52',
  paper: '#FBFAF6',
  mist: '#EEF2EC',
  line: '#D5DDD6',
  /** Border of things one acts on (fields, quiet buttons): 3:1 on paper, as WCAG 1.4.11 asks. */
  edge: '#7C8C83',
  gorge: '#17614A',
  gorgeDeep: '#0E3F31',
  river: '#1F6F8B',
  tsaoko: '#B3261E',
  walnut: '#8A5A2B',
  /** Ornament and large figures on gorgeDeep only: 2.8 on paper, so never text there. */
  gold: '#C98A1B',
  riverTint: '#E4F0F3',
  tsaokoTint: '#FAEAE8',
  walnutTint: '#F6EDE1',
} as const

/** Dark ground: walls of screens. */
export const screen = {
  night: '#071A17',
  panel: '#0D2A25',
  text: '#E6F4EC',
  text2: '#9CC3B2',
  jade: '#35D39A',
  amber: '#F5B942',
  sky: '#4DB8E8',
  coral: '#FF7B6B',
  violet: '#B79CFF',
} as const

/** Series colours of charts on screens, in this order; a shape or a label always goes with them. */
export const screenSeries = [screen.jade, screen.amber, screen.sky, screen.coral, screen.violet] as const

/** Series colours of charts on paper, in this order. */
export const lightSeries = [light.gorge, light.walnut, light.river, light.tsaoko, light.ink2] as const

export const fontStack = {
  sans: '"PingFang SC", "HarmonyOS Sans SC", "Noto Sans SC", "Microsoft YaHei", sans-serif',
  serif: '"Songti SC", "Noto Serif CJK SC", serif',
} as const

/** Pixels at the default size; the site divides by 16 into rem so that elder mode scales everything. */
export const typeScale = { small: 14, base: 16, body: 18, title: 22, large: 28, huge: 36 } as const

export const lineHeight = { tight: 1.3, base: 1.7, elder: 1.8 } as const

export const space = [4, 8, 12, 16, 24, 32, 48, 64] as const

export const radius = { base: 6, card: 10 } as const

export const shadow = '0 1px 2px rgba(14, 63, 49, 0.08), 0 4px 12px rgba(14, 63, 49, 0.06)'

export const motionMs = 160

/** Longest line of an article, in Chinese characters. */
export const measure = 38

export const elder = { base: 20, target: 48 } as const

/** Every text colour with a ground it may stand on; the test holds each at 4.5:1 or more. */
export const lightTextPairs: readonly (readonly [keyof typeof light, keyof typeof light])[] = [
  ['ink', 'paper'],
  ['ink', 'mist'],
  ['ink2', 'paper'],
  ['ink2', 'mist'],
  ['gorge', 'paper'],
  ['gorge', 'mist'],
  ['paper', 'gorge'],
  ['paper', 'gorgeDeep'],
  ['mist', 'gorgeDeep'],
  ['line', 'gorgeDeep'],
  ['gorgeDeep', 'paper'],
  ['river', 'paper'],
  ['river', 'mist'],
  ['river', 'riverTint'],
  ['tsaoko', 'paper'],
  ['tsaoko', 'tsaokoTint'],
  ['paper', 'tsaoko'],
  ['walnut', 'paper'],
  ['walnut', 'walnutTint'],
  ['ink', 'riverTint'],
  ['ink', 'tsaokoTint'],
  ['ink', 'walnutTint'],
]

export const screenTextPairs: readonly (readonly [keyof typeof screen, keyof typeof screen])[] = [
  ['text', 'night'],
  ['text', 'panel'],
  ['text2', 'night'],
  ['text2', 'panel'],
  ['jade', 'panel'],
  ['amber', 'panel'],
  ['sky', 'panel'],
  ['coral', 'panel'],
  ['violet', 'panel'],
]
