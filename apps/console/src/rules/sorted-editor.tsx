import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { FieldInput } from '../shared/form-field.ts'
import { useText } from '../shared/locale.ts'
import type { Option } from '../shared/status.ts'
import { locale } from './locale.ts'

/** An order, moved by buttons: works with a keyboard and with a thumb. */
export function SortedEditor({ id, value, onChange, disabled, options }: FieldInput & { options: readonly Option[] }) {
  const t = useText(locale)
  const order = Array.isArray(value) ? value.map(String) : options.map((option) => option.value)
  const move = (from: number, to: number) => {
    const next = [...order]
    const [one] = next.splice(from, 1)
    if (one !== undefined) next.splice(to, 0, one)
    onChange?.(next)
  }
  return (
    <ol id={id} className="rule-sorted">
      {order.map((code, index) => {
        const label = options.find((option) => option.value === code)?.label ?? code
        return (
          <li key={code}>
            <span>{label}</span>
            <Button
              icon={<ArrowUpOutlined />}
              aria-label={`${t.up}：${label}`}
              disabled={disabled || index === 0}
              onClick={() => move(index, index - 1)}
            />
            <Button
              icon={<ArrowDownOutlined />}
              aria-label={`${t.down}：${label}`}
              disabled={disabled || index === order.length - 1}
              onClick={() => move(index, index + 1)}
            />
          </li>
        )
      })}
    </ol>
  )
}
