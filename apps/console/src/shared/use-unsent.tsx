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
  // The blocker is another object at each drawing: only a change of its state asks.
  const held = useRef(blocker)
  held.current = blocker
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    const dialog = modal.confirm({
      title: t.leaveTitle,
      content: t.leaveText,
      okText: t.leave,
      cancelText: t.stay,
      onOk: () => held.current.proceed?.(),
      onCancel: () => held.current.reset?.(),
    })
    return () => dialog.destroy()
  }, [blocker.state, modal, t])
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
