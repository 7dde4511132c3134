import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { frameLocale } from '../locale/frame.ts'
import { useText } from '../shared/locale.ts'

/** Shown once: to print or copy by hand. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const words = useText(frameLocale)
  const t = useText()
  return (
    <section>
      <p>{words.recoveryIntro}</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="form-acts no-print">
        <Button icon={<PrinterOutlined />} size="large" onClick={() => window.print()}>
          {t.print}
        </Button>
        <Button type="primary" size="large" onClick={onDone}>
          {words.recoverySaved}
        </Button>
      </div>
    </section>
  )
}
