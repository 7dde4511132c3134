import { Button, type ButtonProps, Input, Modal } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { ApiProblem } from './api.ts'
import { useText } from './locale.ts'

export interface ConfirmButtonProps extends Omit<ButtonProps, 'onClick'> {
  /** the question, with what will happen */
  ask: ReactNode
  /** asks for a written reason under this label */
  reason?: string
  onConfirm: (reason: string) => Promise<unknown>
}

/** A button that asks first; the question names what happens, the answer is the act's own verb. */
export function ConfirmButton({ ask, reason, onConfirm, children, ...rest }: ConfirmButtonProps) {
  const t = useText()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [running, setRunning] = useState(false)
  const [refused, setRefused] = useState('')
  const run = async () => {
    setRunning(true)
    setRefused('')
    try {
      await onConfirm(text.trim())
      setOpen(false)
      setText('')
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setRefused(error.message)
    } finally {
      setRunning(false)
    }
  }
  return (
    <>
      <Button {...rest} onClick={() => setOpen(true)}>
        {children}
      </Button>
      <Modal
        open={open}
        title={children}
        okText={children}
        cancelText={t.cancel}
        okButtonProps={{ danger: rest.danger, disabled: reason !== undefined && text.trim() === '', loading: running }}
        onOk={() => void run()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p>{ask}</p>
        {reason !== undefined && (
          <>
            <label htmlFor={id}>{reason}</label>
            <Input.TextArea
              id={id}
              value={text}
              maxLength={500}
              rows={3}
              onChange={(event) => setText(event.target.value)}
            />
          </>
        )}
        {refused && (
          <p role="alert" className="refused">
            {refused}
          </p>
        )}
      </Modal>
    </>
  )
}
