import type { Article, ArticleInput } from '@xianghui/server/contract/content'
import { contentContract } from '@xianghui/server/contract/content'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem, call, newIdempotencyKey } from '../shared/api.ts'
import { useUnsent } from '../shared/use-unsent.tsx'

export type DraftState =
  | { kind: 'clean' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'conflict' }
  | { kind: 'failed'; message: string }

const pauseMs = 1500

/**
 * The draft that saves itself: one request at a time, a moment after the last change; the version goes with it, so that
 * two editors never overwrite each other unseen.
 */
export function useDraft(start: Article | null, initial: ArticleInput, onMade: (article: Article) => void) {
  const [input, setInput] = useState(initial)
  const [state, setState] = useState<DraftState>({ kind: 'clean' })
  const [hints, setHints] = useState(start?.hints ?? [])
  const unsent = useUnsent()
  const latest = useRef(initial)
  const saved = useRef({ id: start?.id, version: start?.version ?? 0, input: initial })
  const running = useRef<Promise<boolean> | undefined>(undefined)
  const key = useRef(newIdempotencyKey())
  const made = useRef(onMade)
  made.current = onMade

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const content = latest.current
    if (content === saved.current.input) return true
    setState({ kind: 'saving' })
    try {
      const { id, version } = saved.current
      const article =
        id === undefined
          ? await call(contentContract.createArticle, { body: content, idempotencyKey: key.current })
          : await call(contentContract.saveDraft, { params: { id }, body: { ...content, version } })
      saved.current = { id: article.id, version: article.version, input: content }
      setHints(article.hints)
      if (latest.current === content) {
        unsent.clear()
        setState({ kind: 'saved', at: new Date(article.updatedAt) })
      } else setState({ kind: 'unsaved' })
      if (id === undefined) made.current(article)
      return latest.current === content
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (saved.current.id === undefined) key.current = newIdempotencyKey()
      setState(error.code === 'record.changed' ? { kind: 'conflict' } : { kind: 'failed', message: error.message })
      return false
    }
  }, [unsent.clear])

  /** Saves what is there now; true = the server has all of it. */
  const save = useCallback(async (): Promise<boolean> => {
    while (running.current) await running.current
    running.current = saveOnce().finally(() => {
      running.current = undefined
    })
    return running.current
  }, [saveOnce])

  useEffect(() => {
    if (latest.current === saved.current.input || state.kind === 'conflict') return
    const timer = setTimeout(() => void save(), pauseMs)
    return () => clearTimeout(timer)
  }, [input, save])

  const change = (part: Partial<ArticleInput>) => {
    latest.current = { ...latest.current, ...part }
    setInput(latest.current)
    setState((now) => (now.kind === 'conflict' ? now : { kind: 'unsaved' }))
    unsent.mark()
  }
  return {
    input,
    change,
    state,
    hints,
    save,
    /** what the server has: its id and version */
    saved: () => saved.current,
    clear: unsent.clear,
  }
}
