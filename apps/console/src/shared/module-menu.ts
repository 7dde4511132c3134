import type { ComponentType } from 'react'

export const menuGroups = [
  { key: 'work', zh: '工作', en: 'Work' },
  { key: 'hall', zh: '办事服务', en: 'Services' },
  { key: 'stations', zh: '站点与功能区', en: 'Stations and zones' },
  { key: 'content', zh: '内容发布', en: 'Publishing' },
  { key: 'people', zh: '人员与组织', en: 'People' },
  { key: 'plan', zh: '方案与规则', en: 'Plan and rules' },
  { key: 'system', zh: '系统', en: 'System' },
] as const

export type MenuGroup = (typeof menuGroups)[number]['key']

export interface MenuEntry {
  group: MenuGroup
  /** address within the console, e.g. `/stations` */
  path: string
  order: number
  icon: ComponentType
  /** 'signed-in', one permission, or any of several */
  permission: string | readonly string[]
  zh: string
  en: string
}

export const defineMenu = (entries: readonly MenuEntry[]): readonly MenuEntry[] => entries

/** The group and order of what a person may open. */
export function menuFor(
  entries: readonly MenuEntry[],
  can: (permission: string | readonly string[]) => boolean,
): { group: (typeof menuGroups)[number]; entries: MenuEntry[] }[] {
  return menuGroups
    .map((group) => ({
      group,
      entries: entries
        .filter((entry) => entry.group === group.key && can(entry.permission))
        .sort((a, b) => a.order - b.order),
    }))
    .filter(({ entries }) => entries.length > 0)
}

/** The entry whose address is the longest beginning of this one: what the menu marks. */
export function entryAt(entries: readonly MenuEntry[], pathname: string): MenuEntry | undefined {
  return entries
    .filter(({ path }) => pathname === path || pathname.startsWith(path === '/' ? '\0' : `${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]
}
