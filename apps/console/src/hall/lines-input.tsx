import { Input } from 'antd'

interface Props {
  id?: string
  value: readonly string[]
  onChange: (value: string[]) => void
  disabled: boolean
}

/** A list as people write it: one entry a line. Blank lines go when the field is left. */
export function LinesInput({ id, value, onChange, disabled }: Props) {
  return (
    <Input.TextArea
      {...(id ? { id } : {})}
      rows={Math.max(3, value.length + 1)}
      value={value.join('\n')}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value.split('\n'))}
      onBlur={() => onChange(value.map((line) => line.trim()).filter((line) => line !== ''))}
    />
  )
}
