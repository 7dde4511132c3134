import { App } from 'antd'
import { useEffect, useRef } from 'react'
import { useBlocker } from 'react-router'
import { useText } from './locale.ts'

/** Asks before leaving with something unsent; call `clear()` before navigating after a success. */
export function useUnsent(): { mark: () => void; clear: () => void } {
  const t = useText()
  const { modal } = App.useApp()
  const dirty = useRef(false)
  // A session that ended leads to sign-in and back here, where the draft waits: no question then.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty.current &&
      currentLocation.pathname !== nextLocation.pathname &&
      !nextLocation.pathname.startsWith('/sign-in'),
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    modal.confirm({
      title: t.leaveTitle,
      content: t.leaveText,
      okText: t.leave,
      cancelText: t.stay,
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    })
  }, [blocker, modal, t])
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => dirty.current && event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [])
  return {
    mark: () => {
      dirty.current = true
    },
    clear: () => {
      dirty.current = false
    },
  }
}
