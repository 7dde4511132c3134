import { Alert, Button, Checkbox, Form, Input, Radio, Switch } from 'antd'
import { useText } from '../shared/locale.ts'
import { passwordRule, passwordWords } from '../shared/password-rule.ts'
import { RegionPicker } from '../shared/region-picker.tsx'
import { locale } from './locale.ts'

const needed = (message: string) => [{ required: true, whitespace: true, message }]

export function CentreStep() {
  const t = useText(locale)
  const shared = useText()
  return (
    <>
      <Form.Item
        name="centreName"
        label={t.centreName}
        extra={t.centreNameWhy}
        rules={needed(shared.required(t.centreName))}
      >
        <Input size="large" maxLength={80} />
      </Form.Item>
      <Form.Item name="centreNameEn" label={t.centreNameEn} extra={t.english}>
        <Input size="large" maxLength={160} />
      </Form.Item>
      <Form.Item name="level" label={t.level}>
        <Radio.Group
          options={[
            { value: 'county', label: t.county },
            { value: 'prefecture', label: t.prefecture },
          ]}
        />
      </Form.Item>
      <Form.Item name="regionCode" label={t.region} extra={t.regionWhy} rules={needed(shared.choose(t.region))}>
        <RegionPicker />
      </Form.Item>
    </>
  )
}

export function AdminStep() {
  const t = useText(locale)
  const shared = useText()
  const weak = useText(passwordWords)
  return (
    <>
      <p>{t.adminIntro}</p>
      <Form.Item name="adminName" label={t.adminName} rules={needed(shared.required(t.adminName))}>
        <Input size="large" maxLength={30} autoComplete="name" />
      </Form.Item>
      <Form.Item
        name="username"
        label={t.username}
        extra={t.usernameWhy}
        rules={[{ required: true, pattern: /^\s*[a-zA-Z0-9._-]{3,32}\s*$/, message: t.usernameWhy }]}
      >
        <Input size="large" maxLength={32} autoComplete="username" autoCapitalize="none" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t.password}
        extra={t.passwordWhy}
        rules={[
          ...needed(shared.required(t.password)),
          passwordRule(weak, (form) => String(form.getFieldValue('username') ?? '')),
        ]}
      >
        <Input.Password size="large" maxLength={128} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t.repeat}
        dependencies={['password']}
        rules={[
          { required: true, message: shared.required(t.repeat) },
          ({ getFieldValue }) => ({
            validator: async (_rule, value: string) => {
              if (value && value !== getFieldValue('password')) throw new Error(t.repeatDiffers)
            },
          }),
        ]}
      >
        <Input.Password size="large" maxLength={128} autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="phone" label={`${t.phone}（${shared.optional}）`} extra={t.phoneWhy}>
        <Input size="large" maxLength={20} inputMode="tel" autoComplete="tel" />
      </Form.Item>
      <Form.Item name="alsoManager" label={t.alsoManager} extra={t.alsoManagerWhy} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Alert type="info" showIcon title={t.factorNote} />
    </>
  )
}

export function DataStep() {
  const t = useText(locale)
  return (
    <Form.Item name="data" label={t.dataIntro}>
      <Radio.Group className="setup-choices">
        <Radio value="plan">
          <strong>{t.dataPlan}</strong>
          <span className="quiet setup-why">{t.dataPlanWhy}</span>
        </Radio>
        <Radio value="empty">
          <strong>{t.dataEmpty}</strong>
          <span className="quiet setup-why">{t.dataEmptyWhy}</span>
        </Radio>
      </Radio.Group>
    </Form.Item>
  )
}

export function NoticesStep() {
  const t = useText(locale)
  const ticked = [
    {
      validator: async (_rule: unknown, value: boolean) => {
        if (!value) throw new Error(t.mustAccept)
      },
    },
  ]
  return (
    <>
      <p>{t.noticesIntro}</p>
      <h2>{t.privacyTitle}</h2>
      <p>{t.privacyText}</p>
      <Form.Item name="privacy" valuePropName="checked" rules={ticked}>
        <Checkbox>{t.privacyAccept}</Checkbox>
      </Form.Item>
      <h2>{t.markTitle}</h2>
      <p>{t.markText}</p>
      <Form.Item name="planMark" valuePropName="checked" rules={ticked}>
        <Checkbox>{t.markAccept}</Checkbox>
      </Form.Item>
    </>
  )
}

export function DoneStep() {
  const t = useText(locale)
  return (
    <div role="status">
      <h2>{t.finished}</h2>
      <p>{t.finishedHint}</p>
      <div className="form-acts">
        <Button type="primary" size="large" href="/console/sign-in">
          {t.signIn}
        </Button>
        <Button size="large" href="/">
          {t.site}
        </Button>
      </div>
    </div>
  )
}
