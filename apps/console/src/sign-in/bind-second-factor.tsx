import { identityContract } from '@xianghui/server/contract/identity'
import { Button, Form, Input, Skeleton, Typography } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { frameLocale } from '../locale/frame.ts'
import type { CallArgs } from '../shared/api.ts'
import { useText } from '../shared/locale.ts'
import { Problem } from '../shared/query-view.tsx'
import { type Act, useAct } from '../shared/use-act.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { Refused } from './refused.tsx'

type Confirm = typeof identityContract.confirmSecondFactor

/** Scan, confirm, keep the recovery codes. Used at first sign-in and from the account page. */
export function BindSecondFactor({ onDone, onCodes }: { onDone: () => void; onCodes?: () => void }) {
  const words = useText(frameLocale)
  const [codes, setCodes] = useState<readonly string[]>()
  const start = useSecret()
  const confirm = useAct(identityContract.confirmSecondFactor, {
    quiet: true,
    onDone: (reply) => {
      setCodes(reply.recoveryCodes)
      onCodes?.()
    },
  })
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />
  if (start.problem) return <Problem problem={start.problem} retry={start.again} />
  if (!start.secret) return <Skeleton active />
  return (
    <>
      <ol className="bind-steps">
        <li>{words.bindStep1}</li>
        <li>
          {words.bindStep2}
          {/* Drawn by our own server; as a picture it cannot run anything. */}
          <img
            className="bind-qr"
            src={`data:image/svg+xml,${encodeURIComponent(start.secret.qr)}`}
            alt={words.bindQr}
            width={200}
            height={200}
          />
          <div>
            {words.bindSecret}：
            <Typography.Text code copyable={{ text: start.secret.secret }}>
              {start.secret.secret.replace(/(.{4})/g, '$1 ').trim()}
            </Typography.Text>
          </div>
        </li>
        <li>{words.bindStep3}</li>
      </ol>
      <ConfirmForm confirm={confirm} />
    </>
  )
}

function ConfirmForm({ confirm }: { confirm: Act<Confirm> }) {
  const words = useText(frameLocale)
  const send = (args: CallArgs<Confirm>) => void confirm.act(args)
  return (
    <Form<{ code: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }) => send({ body: { code: code.trim() } })}
    >
      <Form.Item
        name="code"
        label={words.code}
        rules={[{ required: true, pattern: /^\s*\d{6}\s*$/, message: words.sixDigits }]}
        validateTrigger="onSubmit"
      >
        <Input size="large" inputMode="numeric" autoComplete="one-time-code" maxLength={8} />
      </Form.Item>
      <Refused problem={confirm.problem} />
      <Button type="primary" size="large" block htmlType="submit" loading={confirm.running}>
        {words.bindConfirm}
      </Button>
    </Form>
  )
}

/** Asks for a secret once: React draws twice while developing, and each asking voids the one before. */
function useSecret() {
  const asked = useRef(false)
  const start = useAct(identityContract.startSecondFactor, { quiet: true })
  const [secret, setSecret] = useState<{ secret: string; qr: string }>()
  const again = () => void start.act().then((reply) => reply && setSecret(reply))
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    again()
  })
  return { secret, problem: start.problem, again }
}
