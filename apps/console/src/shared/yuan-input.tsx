import { formatYuan, parseYuan } from '@xianghui/kit/money'
import { Input } from 'antd'
import { useState } from 'react'
import { useText } from './locale.ts'

export interface YuanInputProps {
  id?: string
  /** fen; NaN = what stands there is no amount (the form's rule says so) */
  value: number | null
  onChange: (fen: number | null) => void
  disabled?: boolean
}

/** An amount typed in yuan and kept in fen; what is no amount stays on the screen and is never rounded or dropped. */
export function YuanInput({ id, value, onChange, disabled }: YuanInputProps) {
  const t = useText()
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? (value === null || Number.isNaN(value) ? '' : formatYuan(value))
  return (
    <Input
      id={id}
      inputMode="decimal"
      prefix="¥"
      suffix={t.yuan}
      value={shown}
      disabled={disabled}
      onChange={(event) => {
        setTyped(event.target.value)
        const amount = parseYuan(event.target.value)
        onChange(amount.ok ? amount.value : event.target.value.trim() === '' ? null : Number.NaN)
      }}
      onBlur={() => !Number.isNaN(value) && setTyped(undefined)}
    />
  )
}
