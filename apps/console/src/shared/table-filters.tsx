import { Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { useText } from './locale.ts'
import type { Option } from './status.ts'
import type { TableState } from './table-state.ts'
import type { ChangeTable } from './use-table-state.ts'

export type Filter =
  | { key: string; label: string; kind: 'select'; options: readonly Option[] }
  | { key: string; label: string; kind: 'text' }
  | { key: string; label: string; kind: 'day' }
  | { key: string; label: string; kind: 'days'; from: string; to: string }
  | {
      key: string
      label: string
      kind: 'node'
      render: (value: string | undefined, set: (value: string | undefined) => void) => ReactNode
    }

export interface TableFiltersProps {
  filters: readonly Filter[]
  /** hint of the search box; none = no box */
  search?: string
  state: TableState
  change: ChangeTable
}

/** One row of filters that live in the address. */
export function TableFilters({ filters, search, state, change }: TableFiltersProps) {
  const t = useText()
  const any = Object.keys(state.filters).length > 0
  const clear = () => change(Object.fromEntries(Object.keys(state.filters).map((key) => [key, undefined])))
  return (
    <search className="filters" aria-label={t.filters}>
      {search && (
        <Input.Search
          key={`q${state.filters.q ?? ''}`}
          className="filter-search"
          defaultValue={state.filters.q}
          placeholder={search}
          aria-label={search}
          maxLength={60}
          allowClear
          onSearch={(words) => change({ q: words.trim() })}
        />
      )}
      {filters.map((filter) => (
        <FilterInput key={filter.key} filter={filter} state={state} change={change} />
      ))}
      {any && (
        <Button type="link" onClick={clear}>
          {t.clearFilters}
        </Button>
      )}
    </search>
  )
}

function FilterInput({ filter, state, change }: { filter: Filter; state: TableState; change: ChangeTable }) {
  const t = useText()
  const value = state.filters[filter.key]
  const set = (next: string | undefined) => change({ [filter.key]: next })
  switch (filter.kind) {
    case 'select':
      return (
        <Select
          className="filter"
          aria-label={filter.label}
          placeholder={filter.label}
          allowClear
          value={value}
          options={[...filter.options]}
          onChange={set}
          showSearch={filter.options.length > 8 ? { optionFilterProp: 'label' } : false}
        />
      )
    case 'text':
      return (
        <Input
          key={value}
          className="filter"
          aria-label={filter.label}
          placeholder={filter.label}
          defaultValue={value}
          allowClear
          onPressEnter={(event) => set(event.currentTarget.value.trim())}
          onBlur={(event) => event.target.value !== (value ?? '') && set(event.target.value.trim())}
        />
      )
    case 'day':
      return (
        <DatePicker
          className="filter"
          aria-label={filter.label}
          placeholder={filter.label}
          value={value ? dayjs(value) : null}
          onChange={(day) => set(day?.format('YYYY-MM-DD'))}
        />
      )
    case 'days': {
      const from = state.filters[filter.from]
      const to = state.filters[filter.to]
      return (
        <DatePicker.RangePicker
          className="filter filter-days"
          aria-label={filter.label}
          placeholder={[`${filter.label} ${t.from}`, t.to]}
          allowEmpty
          value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
          onChange={(days) =>
            change({ [filter.from]: days?.[0]?.format('YYYY-MM-DD'), [filter.to]: days?.[1]?.format('YYYY-MM-DD') })
          }
        />
      )
    }
    case 'node':
      return filter.render(value, set)
  }
}
