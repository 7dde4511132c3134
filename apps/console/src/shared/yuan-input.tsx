import { formatYuan, parseYuan } from '@xianghui/kit/money'
import { Input } from 'antd'
import { useState } from 'react'
import { useText } from './locale.ts'

export interface YuanInputProps {
  id?: string
  /** fen */
  value: number | null
  onChange: (fen: number | null) => void
  disabled?: boolean
}

/** An amount typed in yuan and kept in fen; what is no amount stays on the screen and is told, never rounded. */
export function YuanInput({ id, value, onChange, disabled }: YuanInputProps) {
  const t = useText()
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? (value === null ? '' : formatYuan(value))
  const bad = shown.trim() !== '' && !parseYuan(shown).ok
  return (
    <>
      <Input
        id={id}
        inputMode="decimal"
        prefix="¥"
        suffix={t.yuan}
        value={shown}
        disabled={disabled}
        status={bad ? 'error' : undefined}
        onChange={(event) => {
          setTyped(event.target.value)
          const amount = parseYuan(event.target.value)
          onChange(amount.ok ? amount.value : null)
        }}
        onBlur={() => !bad && setTyped(undefined)}
      />
      {bad && (
        <span role="alert" className="refused">
          {t.badYuan}
        </span>
      )}
    </>
  )
}
