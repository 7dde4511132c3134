import { identityContract } from '@xianghui/server/contract/identity'
import { Button, Form, Input } from 'antd'
import { frameLocale } from '../locale/frame.ts'
import { useText } from '../shared/locale.ts'
import { useAct } from '../shared/use-act.ts'
import { Refused } from './refused.tsx'
import type { Next } from './sign-in-page.tsx'

export function PasswordForm({ onNext }: { onNext: (next: Next) => void }) {
  const words = useText(frameLocale)
  const t = useText()
  const signIn = useAct(identityContract.signIn, { quiet: true, onDone: (reply) => onNext(reply.next) })
  return (
    <Form<{ username: string; password: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => void signIn.act({ body: { username: values.username.trim(), password: values.password } })}
    >
      <Form.Item
        name="username"
        label={words.username}
        rules={[{ required: true, whitespace: true, message: t.required(words.username) }]}
      >
        <Input size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64} autoFocus />
      </Form.Item>
      <Form.Item
        name="password"
        label={words.password}
        rules={[{ required: true, message: t.required(words.password) }]}
      >
        <Input.Password size="large" autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Refused problem={signIn.problem} />
      <Button type="primary" size="large" block htmlType="submit" loading={signIn.running}>
        {words.signIn}
      </Button>
    </Form>
  )
}
