import { Button } from 'antd'
import { switchLocale, useLocale, useText } from '../shared/locale.ts'

/** The other language, named in itself. */
export function LanguageSwitch() {
  const t = useText()
  const locale = useLocale()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <Button type="text" lang={other} className="language" onClick={() => switchLocale(other)}>
      {other === 'en' ? t.english : t.chinese}
    </Button>
  )
}
