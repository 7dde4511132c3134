import { identityContract } from '@xianghui/server/contract/identity'
import { Button, Form, Input, Space } from 'antd'
import { useEffect, useState } from 'react'
import { frameLocale } from '../locale/frame.ts'
import { useText } from '../shared/locale.ts'
import { useToast } from '../shared/toast.ts'
import { useAct } from '../shared/use-act.ts'
import { isMobile } from './is-mobile.ts'
import { Refused } from './refused.tsx'
import type { Next } from './sign-in-page.tsx'

const secondsBetweenCodes = 60

export function PhoneForm({ onNext }: { onNext: (next: Next) => void }) {
  const words = useText(frameLocale)
  const t = useText()
  const toast = useToast()
  const [form] = Form.useForm<{ phone: string; code: string }>()
  const [wait, setWait] = useState(0)
  const send = useAct(identityContract.requestPhoneCode, { quiet: true })
  const signIn = useAct(identityContract.signInByPhone, { quiet: true, onDone: (reply) => onNext(reply.next) })
  useEffect(() => {
    if (wait <= 0) return
    const timer = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(timer)
  }, [wait])
  const sendCode = async () => {
    const { phone } = await form.validateFields(['phone'])
    signIn.reset()
    if (!(await send.act({ body: { phone: phone.trim() } }))) return
    toast.done(words.codeSent)
    setWait(secondsBetweenCodes)
    form.getFieldInstance('code')?.focus()
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => void signIn.act({ body: { phone: values.phone.trim(), code: values.code.trim() } })}
    >
      <Form.Item
        name="phone"
        label={words.phone}
        rules={[
          { required: true, message: t.required(words.phone) },
          {
            validator: async (_rule, value: string) =>
              value && !isMobile(value) ? Promise.reject(new Error(t.badPhone)) : undefined,
          },
        ]}
        validateTrigger="onBlur"
      >
        <Input size="large" type="tel" autoComplete="tel" maxLength={20} />
      </Form.Item>
      <Form.Item label={words.code} htmlFor="phone-code">
        <Space.Compact block>
          <Form.Item
            name="code"
            noStyle
            rules={[{ pattern: /^\s*\d{6}\s*$/, required: true, message: words.sixDigits }]}
          >
            <Input id="phone-code" size="large" inputMode="numeric" autoComplete="one-time-code" maxLength={8} />
          </Form.Item>
          <Button
            size="large"
            disabled={wait > 0}
            loading={send.running}
            onClick={() => void sendCode().catch(() => undefined)}
          >
            {wait > 0 ? words.getCodeAgain(wait) : words.getCode}
          </Button>
        </Space.Compact>
      </Form.Item>
      <Refused problem={send.problem ?? signIn.problem} />
      <Button type="primary" size="large" block htmlType="submit" loading={signIn.running}>
        {words.signIn}
      </Button>
    </Form>
  )
}
