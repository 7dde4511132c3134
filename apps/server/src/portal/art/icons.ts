/** Our line icons: 24×24, 1.5 px round strokes in currentColor. One path string an icon. */

const paths = {
  home: 'M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.2 15.2L20 20',
  menu: 'M4 6.5h16M4 12h16M4 17.5h16',
  close: 'M6 6l12 12M18 6L6 18',
  'chevron-left': 'M14.5 5.5L8 12l6.5 6.5',
  'chevron-right': 'M9.5 5.5L16 12l-6.5 6.5',
  'chevron-up': 'M5.5 14.5L12 8l6.5 6.5',
  'chevron-down': 'M5.5 9.5L12 16l6.5-6.5',
  phone:
    'M5 4h4l1.5 4.5L8 10.2a12 12 0 0 0 5.8 5.8l1.7-2.5L20 15v4a1.5 1.5 0 0 1-1.6 1.5C10.6 20 4 13.4 3.5 5.600A1.5 1.5 0 0 1 5 4z',
  'map-pin':
    'M12 21c4.5-5 7-8.2 7-11.500a7 7 0 0 0-14 0C5 12.8 7.5 16 12 21zM12 7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  clock: 'M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.500V12l3 2',
  calendar: 'M4.5 6h15v14h-15zM4.5 10.500h15M8.5 3.500V8M15.5 3.500V8M8 14h2M14 14h2M8 17h2',
  news: 'M4 5h13v14H6a2 2 0 0 1-2-2zM17 9h3v8a2 2 0 0 1-2 2h-1M7 9h7M7 12.500h7M7 16h4',
  megaphone: 'M4 10v4h3l9 4.500v-13L7 10zM7 14l1.5 5.500h2.500L10 15.500M19 9.500a4 4 0 0 1 0 5',
  service:
    'M3.5 14.500L7 13l5 2.500h3a1.5 1.5 0 0 0 0-3h-3M15.5 13l4-1.500a1.3 1.3 0 0 1 1 2.400L14 18.5 9 17l-5.5 2M12 9.500C9.5 8 8.5 6.7 8.5 5.300a1.8 1.8 0 0 1 3.5-.5 1.8 1.8 0 0 1 3.5.5c0 1.4-1 2.7-3.5 4.200z',
  apply: 'M13 3.500H6v17h12V12M9 9h4M9 12.500h3M9 16h5M20.5 4.500l-1.5-1.5-5 5-.5 2 2-.500z',
  training: 'M2.5 9.500L12 5l9.5 4.500L12 14zM6.5 11.500V16c3 2.5 8 2.5 11 0v-4.500M21.5 9.500V15',
  data: 'M4 4v16h16M8 16v-4M12 16V8M16 16v-6',
  shop: 'M4 9.500L5.5 4.500h13L20 9.500M4 9.500a2.7 2.7 0 0 0 5.3 0 2.7 2.7 0 0 0 5.4 0 2.7 2.7 0 0 0 5.3 0M5.5 12.500V20h13v-7.500M10 20v-4.500h4V20',
  leaf: 'M5 19C4 10 9 4.5 20 4c.5 10.5-5 16-13.5 14M5 20.500C7 15 10 11.5 14.5 9.5',
  warehouse: 'M3.5 20V9L12 4l8.5 5v11M7.5 20v-8h9v8M7.5 16h9M12 12v8',
  camera: 'M4 8h4l1.5-2.500h5L16 8h4v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  building: 'M5 20.500V4.500h9v16M14 10h5v10.500M3 20.500h18M8 8h3M8 11.500h3M8 15h3M16.5 13.500v.1M16.5 16.500v.1',
  people:
    'M9 5a3.2 3.2 0 1 0 0 6.400A3.2 3.2 0 0 0 9 5zM3 19.500c0-3.5 2.5-5.5 6-5.500s6 2 6 5.500M15.5 5.500a3 3 0 0 1 0 5.700M17 14.300c2.5.5 4 2.3 4 5.2',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6.500H7zM16.5 11.500h.1',
  share: 'M12 15V4M8 7.500L12 3.500l4 4M6.5 11H5v9.500h14V11h-1.5',
  font: 'M3.5 19L9 5l5.5 14M5.3 14.500h7.400M15 19l3-8 3 8M16 16.500h4',
  contrast:
    'M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 3.500v17M12 7.500l5.5 0M12 11h8.300M12 14.500h8M12 18h5',
  globe: 'M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.500c-5 5-5 12 0 17 5-5 5-12 0-17z',
  check: 'M5 12.500l4.5 4.500L19 7',
  alert: 'M12 4L2.8 20h18.400zM12 10v4.500M12 17.200v.1',
  info: 'M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.500M12 7.800v.1',
  'arrow-right': 'M4.5 12h15M13.5 6l6 6-6 6',
  'arrow-left': 'M19.5 12h-15M10.5 6l-6 6 6 6',
  download: 'M12 4v11M7.5 10.500L12 15l4.5-4.500M4.5 19.500h15',
  upload: 'M12 15V4M7.5 8.500L12 4l4.5 4.500M4.5 19.500h15',
  rss: 'M5 12a7 7 0 0 1 7 7M5 5.500A13.5 13.5 0 0 1 18.5 19M6 17.500a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1z',
  mail: 'M3.5 5.500h17v13h-17zM3.5 7l8.5 6 8.5-6',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.500c0-4 3-6 7.5-6s7.5 2 7.5 6',
  lock: 'M5.5 10.500h13v10h-13zM8 10.500V8a4 4 0 0 1 8 0v2.500M12 14.500v2',
  file: 'M6 3.500h8L18.5 8v12.500H6zM14 3.500V8h4.500M9 12.500h6M9 16h6',
  image: 'M4 5h16v14H4zM4 16l5-5 4.5 4.5 2.5-2 4 3.500M15.5 8.500a1 1 0 1 0 0 2 1 1 0 0 0 0-2z',
  truck:
    'M2.5 6h11.500v10.500H2.500zM14 9.500h4l3.5 3.500v3.500H14M7 15a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM17.5 15a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  scale: 'M12 4v16M8 20.500h8M5 7h14M5 7l-2.5 6.500a2.8 2.8 0 0 0 5 0zM19 7l-2.5 6.500a2.8 2.8 0 0 0 5 0z',
  flag: 'M6 21V4M6 5c4-2.5 7 2.5 12 0v8.500c-5 2.5-8-2.5-12 0',
  star: 'M12 4l2.5 5.3 5.8.7-4.3 4 1.2 5.800L12 17l-5.2 2.800L8 14l-4.3-4 5.8-.7z',
  screen: 'M3.5 5h17v11.500h-17zM9 20.500h6M12 16.500v4M7.5 13l3-3 2.5 2 3.5-4',
  desk: 'M12 3.5a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8zM7.5 13.500c0-2.2 1.8-3.2 4.5-3.200s4.5 1 4.5 3.200M3 13.500h18M5 13.500v7h14v-7M9.5 17h5',
  headset:
    'M4.5 14v-2.500a7.5 7.5 0 0 1 15 0V14M4.5 13.500H7v5H4.500zM17 13.500h2.500v5H17zM19.5 18.500c0 1.5-1.5 2.5-4.5 2.5',
  basket: 'M4 10h16l-2 9.500H6zM8 10l3-6M16 10l-3-6M10 13v3.500M14 13v3.5',
  mountain: 'M2.5 19.500L9.5 6l4 7.500L16 9.500l5.5 10zM7.5 10l2 1.5 2-1.5',
  'id-card':
    'M3.5 5.500h17v13h-17zM8.5 9a1.8 1.8 0 1 0 0 3.600A1.8 1.8 0 0 0 8.5 9zM5.8 16c.3-1.5 1.3-2.2 2.7-2.200s2.4.7 2.7 2.200M14 10h4M14 13.500h4',
} as const

export type IconName = keyof typeof paths

export const iconNames = Object.keys(paths) as IconName[]

/** The icon as inline SVG, hidden from screen readers: the text or label beside it carries the meaning. */
export function icon(name: IconName, size = 24): string {
  return (
    `<svg class="icon" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="${size}" height="${size}" ` +
    `fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" ` +
    `aria-hidden="true" focusable="false">${iconPath(name)}</svg>`
  )
}

/** Only the path, for drawings that place an icon themselves. */
export function iconPath(name: IconName): string {
  return `<path d="${paths[name]}"/>`
}
