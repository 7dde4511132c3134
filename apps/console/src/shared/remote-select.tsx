import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useText } from './locale.ts'
import type { Option } from './status.ts'

export interface RemoteSelectProps {
  /** names the source, e.g. 'person'; answers are shared by it */
  name: string
  load: (words: string, signal: AbortSignal) => Promise<Option[]>
  value?: string | string[] | null
  onChange?: (value: string | string[] | undefined, options: Option[]) => void
  multiple?: boolean
  placeholder?: string
  id?: string
  disabled?: boolean
  /** words for values chosen before anything was loaded */
  known?: readonly Option[]
}

/** Chooses from the server as one types. */
export function RemoteSelect(props: RemoteSelectProps) {
  const t = useText()
  const [words, setWords] = useState('')
  const asked = useDeferredValue(words.trim())
  const query = useQuery({
    queryKey: ['remote-select', props.name, asked],
    queryFn: ({ signal }) => props.load(asked, signal),
    staleTime: 30_000,
  })
  const options = merge(props.known ?? [], query.data ?? [])
  return (
    <Select
      id={props.id}
      allowClear
      disabled={props.disabled}
      mode={props.multiple ? 'multiple' : undefined}
      value={props.value ?? undefined}
      placeholder={props.placeholder ?? t.search}
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={query.isFetching}
      notFoundContent={query.isFetching ? t.loading : query.isError ? t.notLoaded : t.nothingFound}
      options={options}
      optionRender={({ data }) => (
        <span>
          {data.label} {data.note && <span className="quiet">{data.note}</span>}
        </span>
      )}
      onChange={(value: string | string[] | undefined) =>
        props.onChange?.(
          value,
          options.filter((option) => (Array.isArray(value) ? value.includes(option.value) : value === option.value)),
        )
      }
    />
  )
}

function merge(known: readonly Option[], loaded: readonly Option[]): Option[] {
  const held = new Set(loaded.map((option) => option.value))
  return [...known.filter((option) => !held.has(option.value)), ...loaded]
}
