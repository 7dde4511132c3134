import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { frameLocale } from '../locale/frame.ts'
import { allMenuEntries } from '../menu.ts'
import { deskPort } from '../shared/desk-port.ts'
import { useLocale, usePick, useText } from '../shared/locale.ts'
import { useCan } from '../shared/me.ts'
import { isKind, kindWords } from './search-kinds.ts'

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Search from anywhere with ⌘K or Ctrl K: pages at once, records from the server as one types. */
export function StaffSearch() {
  const words = useText(frameLocale)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <Button className="search-button" icon={<SearchOutlined />} onClick={() => setOpen(true)}>
        <span className="search-label">{words.searchAll}</span>
        <kbd>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
      </Button>
      <Modal open={open} title={words.searchAll} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <SearchBox close={() => setOpen(false)} />
      </Modal>
    </>
  )
}

interface Hit {
  key: string
  title: string
  kind: string
  note?: string
  link: string
  /** a page of the public site, outside the console */
  outside?: boolean
}

function SearchBox({ close }: { close: () => void }) {
  const words = useText(frameLocale)
  const navigate = useNavigate()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { hits, failed, busy } = useHits(typed)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // The dialog takes the focus while it opens; the box takes it back.
    const timer = setTimeout(() => input.current?.focus(), 60)
    return () => clearTimeout(timer)
  }, [])
  const open = (hit: Hit | undefined) => {
    if (!hit) return
    close()
    if (hit.outside) window.location.assign(hit.link)
    else navigate(hit.link)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt((now) => (hits.length === 0 ? 0 : (now + step + hits.length) % hits.length))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) open(hits[at])
  }
  return (
    <div className="search-box">
      <Input
        ref={(box) => {
          input.current = box?.input ?? null
        }}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={id}
        aria-activedescendant={hits[at] ? `${id}-${at}` : undefined}
        aria-label={words.searchAll}
        prefix={<SearchOutlined />}
        placeholder={words.searchHint}
        maxLength={60}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKey}
      />
      <div id={id} role="listbox" aria-label={words.searchAll} className="hits">
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above holds the focus and its keys
          <div
            key={hit.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onMouseEnter={() => setAt(index)}
            onClick={() => open(hit)}
          >
            <span className="hit-kind">{hit.kind}</span>
            <span>
              {hit.title}
              {hit.note && <small className="quiet"> {hit.note}</small>}
            </span>
          </div>
        ))}
      </div>
      <p className="quiet" aria-live="polite">
        {typed.trim() === ''
          ? words.searchStart
          : failed
            ? words.searchFailed
            : hits.length === 0 && !busy
              ? words.searchNothing
              : ''}
      </p>
    </div>
  )
}

function useHits(typed: string): { hits: Hit[]; failed: boolean; busy: boolean } {
  const words = useText(frameLocale)
  const pick = usePick()
  const locale = useLocale()
  const can = useCan()
  const asked = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['staff-search', asked, locale],
    queryFn: async ({ signal }) => (await deskPort?.search(asked, signal)) ?? [],
    enabled: asked !== '',
    staleTime: 10_000,
  })
  const pages = allMenuEntries
    .filter(
      (entry) =>
        asked !== '' && can(entry.permission) && `${entry.zh} ${entry.en}`.toLowerCase().includes(asked.toLowerCase()),
    )
    .map((entry) => ({ key: entry.path, title: pick(entry), kind: words.searchPages, link: entry.path }))
  const records = (asked === '' ? [] : (found.data ?? [])).map((hit) => ({
    key: `${hit.audience}:${hit.kind}:${hit.ref}`,
    title: hit.title,
    note: hit.summary,
    kind: isKind(hit.kind) ? pick(kindWords[hit.kind]) : words.searchOther,
    link: hit.url,
    outside: hit.audience === 'public',
  }))
  return { hits: [...pages, ...records], failed: found.isError, busy: found.isFetching }
}
