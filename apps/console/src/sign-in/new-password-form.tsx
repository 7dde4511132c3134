import { identityContract } from '@xianghui/server/contract/identity'
import { Button, Form, Input } from 'antd'
import { frameLocale } from '../locale/frame.ts'
import { useText } from '../shared/locale.ts'
import { passwordRule, passwordWords } from '../shared/password-rule.ts'
import { useAct } from '../shared/use-act.ts'
import { Refused } from './refused.tsx'

interface Values {
  current?: string
  next: string
  again: string
}

/** Current and new password; weaknesses are told while typing, and again by the server. */
export function NewPasswordForm({ forced, onDone }: { forced?: boolean; onDone?: () => void }) {
  const words = useText(frameLocale)
  const t = useText()
  const weak = useText(passwordWords)
  const [form] = Form.useForm<Values>()
  const change = useAct(identityContract.changePassword, {
    quiet: true,
    done: words.passwordChanged,
    onDone: () => {
      form.resetFields()
      onDone?.()
    },
  })
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="form"
      onFinish={({ current, next }) => void change.act({ body: { current: current || null, next } })}
    >
      <Form.Item
        name="current"
        label={words.currentPassword}
        extra={forced ? undefined : words.noPasswordYet}
        rules={forced ? [{ required: true, message: t.required(words.currentPassword) }] : []}
      >
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="next"
        label={words.newPassword}
        extra={words.newPasswordWhy}
        rules={[{ required: true, message: t.required(words.newPassword) }, passwordRule(weak, () => '')]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Form.Item
        name="again"
        label={words.repeatPassword}
        dependencies={['next']}
        rules={[
          { required: true, message: t.required(words.repeatPassword) },
          {
            validator: async (_rule, value: string) => {
              if (value && value !== form.getFieldValue('next')) throw new Error(words.repeatDiffers)
            },
          },
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Refused problem={change.problem} />
      <Button type="primary" htmlType="submit" loading={change.running}>
        {words.changePassword}
      </Button>
    </Form>
  )
}
