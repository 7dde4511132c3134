import { Button } from 'antd'
import { useText } from '../shared/locale.ts'
import { locale } from './locale.ts'
import type { DraftState } from './use-draft.ts'

/** Where the draft stands: saved when, or why not. */
export function DraftNote({ state }: { state: DraftState }) {
  const t = useText(locale)
  switch (state.kind) {
    case 'clean':
      return null
    case 'unsaved':
      return <span className="quiet">{t.unsaved}</span>
    case 'saving':
      return (
        <span className="quiet" aria-live="polite">
          {t.saving}
        </span>
      )
    case 'saved':
      return (
        <span className="quiet" aria-live="polite">
          {t.savedAt(
            state.at.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' }),
          )}
        </span>
      )
    case 'conflict':
      return (
        <span role="alert" className="refused">
          {t.conflict} <Button onClick={() => location.reload()}>{t.loadNew}</Button>
        </span>
      )
    case 'failed':
      return (
        <span role="alert" className="refused">
          {t.notSaved}：{state.message}
        </span>
      )
  }
}
