import { Button, Input } from 'antd'
import { useId, useRef, useState } from 'react'
import { ApiProblem, newIdempotencyKey } from './api.ts'
import { deskPort } from './desk-port.ts'
import { useText } from './locale.ts'
import { useToast } from './toast.ts'

/** Pass or return, with what the decider has to say; a return needs its reason. */
export function ApprovalDecision({ approvalId, onDecided }: { approvalId: string; onDecided: () => void }) {
  const t = useText()
  const toast = useToast()
  const id = useId()
  const [reason, setReason] = useState('')
  const [running, setRunning] = useState<'pass' | 'return'>()
  const [refused, setRefused] = useState('')
  // One key a decision: a lost answer that is sent again must not decide twice.
  const key = useRef({ content: '', value: '' })
  const decide = async (verdict: 'pass' | 'return') => {
    if (verdict === 'return' && reason.trim() === '') {
      setRefused(t.approvalReasonNeeded)
      document.getElementById(id)?.focus()
      return
    }
    setRunning(verdict)
    setRefused('')
    try {
      const content = `${approvalId}|${verdict}|${reason.trim()}`
      if (key.current.content !== content) key.current = { content, value: newIdempotencyKey() }
      await deskPort?.decide(approvalId, { verdict, reason: reason.trim(), idempotencyKey: key.current.value })
      toast.done(t.approvalDecided)
      onDecided()
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setRefused(error.message)
    } finally {
      setRunning(undefined)
    }
  }
  return (
    <div className="decision no-print">
      <h4>{t.approvalMine}</h4>
      <label htmlFor={id}>{t.approvalReason}</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={500}
        value={reason}
        aria-describedby={`${id}-why`}
        onChange={(event) => setReason(event.target.value)}
      />
      <p id={`${id}-why`} className="quiet">
        {t.approvalReasonWhy}
      </p>
      {refused && (
        <p role="alert" className="refused">
          {refused}
        </p>
      )}
      <div className="form-acts">
        <Button
          type="primary"
          loading={running === 'pass'}
          disabled={running === 'return'}
          onClick={() => void decide('pass')}
        >
          {t.pass}
        </Button>
        <Button
          danger
          loading={running === 'return'}
          disabled={running === 'pass'}
          onClick={() => void decide('return')}
        >
          {t.return}
        </Button>
      </div>
    </div>
  )
}
