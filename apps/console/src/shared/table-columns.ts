import type { ReactNode } from 'react'
import { useState } from 'react'
import { forget, recall, remember } from './local-store.ts'

export interface Column<Row> {
  key: string
  title: string
  render: (row: Row) => ReactNode
  /** true = the server sorts by the key; or the name it sorts by */
  sort?: boolean | string
  width?: number
  align?: 'left' | 'right' | 'center'
  /** hidden until chosen in the column chooser */
  off?: true
  /** its place on a phone's card; default 'line' */
  phone?: 'title' | 'status' | 'line' | 'none'
}

export const sortNameOf = <Row>(column: Column<Row>): string | undefined =>
  column.sort === true ? column.key : column.sort || undefined

/** The keys of the columns shown: the person's choice on this device, else the defaults; unknown keys are dropped. */
export function shownColumns<Row>(columns: readonly Column<Row>[], chosen: readonly string[] | undefined): string[] {
  const known = columns.map((column) => column.key)
  const kept = chosen?.filter((key) => known.includes(key)) ?? []
  const defaults = columns.filter((column) => !column.off).map((column) => column.key)
  return kept.length > 0 ? known.filter((key) => kept.includes(key)) : defaults
}

export function useShownColumns<Row>(name: string, columns: readonly Column<Row>[]) {
  const place = `columns.${name}`
  const [chosen, setChosen] = useState(() => readKeys(recall(place)))
  return {
    shown: shownColumns(columns, chosen),
    choose: (keys: string[]) => {
      remember(place, keys)
      setChosen(keys)
    },
    reset: () => {
      forget(place)
      setChosen(undefined)
    },
  }
}

function readKeys(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((key) => typeof key === 'string') : undefined
}
