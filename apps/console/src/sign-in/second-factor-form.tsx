import { identityContract } from '@xianghui/server/contract/identity'
import { Button, Form, Input } from 'antd'
import { frameLocale } from '../locale/frame.ts'
import { useText } from '../shared/locale.ts'
import { useAct } from '../shared/use-act.ts'
import { Refused } from './refused.tsx'
import type { Next } from './sign-in-page.tsx'

export function SecondFactorForm({ onNext, onBack }: { onNext: (next: Next) => void; onBack: () => void }) {
  const words = useText(frameLocale)
  const t = useText()
  const finish = useAct(identityContract.finishSignIn, { quiet: true, onDone: (reply) => onNext(reply.next) })
  return (
    <Form<{ code: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }) => void finish.act({ body: { code: code.trim() } })}
    >
      <Form.Item
        name="code"
        label={words.secondFactorCode}
        rules={[{ required: true, whitespace: true, min: 6, message: t.required(words.secondFactorCode) }]}
      >
        <Input
          size="large"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={20}
          autoFocus
        />
      </Form.Item>
      <Refused problem={finish.problem} />
      <Button type="primary" size="large" block htmlType="submit" loading={finish.running}>
        {words.continue}
      </Button>
      <Button type="link" block onClick={onBack}>
        {words.startAgain}
      </Button>
    </Form>
  )
}
