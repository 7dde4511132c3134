import { useSyncExternalStore } from 'react'
import { useText } from '../shared/locale.ts'

/** One line while there is no network. */
export function OfflineNotice() {
  const t = useText()
  const online = useSyncExternalStore(
    (listener) => {
      addEventListener('online', listener)
      addEventListener('offline', listener)
      return () => {
        removeEventListener('online', listener)
        removeEventListener('offline', listener)
      }
    },
    () => navigator.onLine,
  )
  return (
    <div role="status" aria-live="polite">
      {!online && <p className="offline">{t.offline}</p>}
    </div>
  )
}
