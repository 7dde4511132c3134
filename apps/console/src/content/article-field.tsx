import { Input } from 'antd'
import { type ReactNode, useId } from 'react'

export interface FieldProps {
  label: string
  why?: string
  fault?: string | undefined
}

/** A line or a few lines of text with its label. */
export function TextField(
  props: FieldProps & { value: string; max: number; rows?: number; onChange: (text: string) => void },
) {
  const id = useId()
  const common = {
    id,
    value: props.value,
    maxLength: props.max,
    status: props.fault ? ('error' as const) : ('' as const),
    onChange: (event: { target: { value: string } }) => props.onChange(event.target.value),
  }
  return (
    <Labelled {...props} id={id}>
      {props.rows ? <Input.TextArea {...common} rows={props.rows} className="grows" /> : <Input {...common} />}
    </Labelled>
  )
}

/** Label, control, then the fault or the reason. */
export function Labelled({ id, label, why, fault, children }: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className="article-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {fault ? <p className="fault">{fault}</p> : why && <p className="why">{why}</p>}
    </div>
  )
}
