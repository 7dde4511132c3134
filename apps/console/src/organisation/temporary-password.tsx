import { Alert, Button } from 'antd'
import { useText } from '../shared/locale.ts'
import { useToast } from '../shared/toast.ts'
import { locale } from './locale.ts'
import './organisation.css'

/** A password that is shown once. */
export function TemporaryPassword({ password, onKnown }: { password: string; onKnown: () => void }) {
  const t = useText(locale)
  const toast = useToast()
  const copy = async () => {
    // The clipboard exists on https and localhost only; the text can be selected anywhere.
    await navigator.clipboard?.writeText(password)
    toast.done(t.copied)
  }
  return (
    <>
      <Alert type="warning" showIcon title={t.temporaryTitle} description={t.temporaryHint} />
      <p className="temporary-password">{password}</p>
      <div className="form-acts">
        <Button type="primary" onClick={onKnown}>
          {t.known}
        </Button>
        {'clipboard' in navigator && <Button onClick={() => void copy()}>{t.copy}</Button>}
      </div>
    </>
  )
}
