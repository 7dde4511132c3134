import { Alert, Button, Form, Space } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ApiProblem } from './api.ts'
import { dateWords } from './date-words.ts'
import { FieldControl } from './field-input.tsx'
import { dropDraft, findDraft, saveDraft } from './form-drafts.ts'
import type { FormField } from './form-field.ts'
import { rulesOf } from './form-rules.ts'
import { bodyOf, fieldAt, pathOf, withFacets } from './form-schema.ts'
import { useLocale, useText } from './locale.ts'
import { useMe } from './me.ts'
import { useToast } from './toast.ts'
import { useUnsent } from './use-unsent.tsx'

export type { FormField } from './form-field.ts'

type Values = Record<string, unknown>

export interface ResourceFormProps<V> {
  /** names the draft: 'station:new', 'station:123' */
  name: string
  fields: readonly FormField[]
  initial?: Partial<V>
  /** the endpoint's body schema: lengths, requiredness, what an empty field means */
  schema?: unknown
  /** the verb of the main button; default 保存 */
  submit?: string
  onSubmit: (values: V) => Promise<unknown>
  onDone?: (reply: unknown) => void
  onCancel?: () => void
  readOnly?: boolean
  /** false = no draft (secrets, one-field forms) */
  draft?: boolean
  /** secondary acts beside the main button */
  extra?: ReactNode
}

/** The one form of the console: one column, a reason for each field, faults on their fields, drafts that save themselves. */
export function ResourceForm<V>(props: ResourceFormProps<V>) {
  const t = useText()
  const toast = useToast()
  const unsent = useUnsent()
  const [form] = Form.useForm<Values>()
  const [running, setRunning] = useState(false)
  const [refused, setRefused] = useState('')
  const [values, setValues] = useState<Values>({ ...props.initial })
  const fields = props.fields.map((field) => withFacets(field, props.schema))
  const drafts = useDraft(props, fields, (kept) => {
    form.setFieldsValue(kept)
    setValues(form.getFieldsValue(true))
    unsent.mark()
  })

  const send = async () => {
    setRunning(true)
    setRefused('')
    try {
      const all: Values = { ...props.initial, ...form.getFieldsValue(true) }
      const reply = await props.onSubmit(bodyOf(all, fields, props.schema) as V)
      unsent.clear()
      drafts.drop()
      props.onDone?.(reply)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      placeFaults(error)
    } finally {
      setRunning(false)
    }
  }

  const placeFaults = (problem: ApiProblem) => {
    const placed = problem.fields.map((fault) => ({ fault, field: fieldAt(fields, fault.field) }))
    const loose = placed.filter(({ field }) => !field).map(({ fault }) => fault.message)
    const known = placed.flatMap(({ fault, field }) =>
      field ? [{ name: pathOf(field.key), errors: [fault.message] }] : [],
    )
    form.setFields(known)
    setRefused([problem.message, ...loose].join(' '))
    const first = known[0]
    if (first) form.scrollToField(first.name, { focus: true, block: 'center' })
    else toast.refused(problem.message)
  }

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="form"
      name={props.name.replace(/\W+/g, '-')}
      initialValues={props.initial as Values | undefined}
      disabled={props.readOnly}
      scrollToFirstError={{ focus: true, block: 'center' }}
      requiredMark={(label, { required }) => (
        <>
          {label}
          {!required && <span className="quiet optional">{t.optional}</span>}
        </>
      )}
      onValuesChange={(_changed, all) => {
        unsent.mark()
        setValues(all)
        drafts.keep(form.getFieldsValue(true))
      }}
      onFinish={() => void send()}
      onFinishFailed={({ errorFields }) => setRefused(t.someWrong(errorFields.length))}
    >
      {drafts.found && (
        <Alert
          type="info"
          showIcon
          title={t.draftFound(drafts.found)}
          action={
            <Space>
              <Button size="small" type="primary" onClick={drafts.restore}>
                {t.draftRestore}
              </Button>
              <Button size="small" onClick={drafts.drop}>
                {t.draftDrop}
              </Button>
            </Space>
          }
        />
      )}
      {fields.map((field) => (
        <FieldItem key={field.key} field={field} values={values} />
      ))}
      {refused && (
        <p role="alert" className="refused">
          {refused}
        </p>
      )}
      {!props.readOnly && (
        <div className="form-acts">
          <Button type="primary" htmlType="submit" loading={running}>
            {props.submit ?? t.save}
          </Button>
          {props.onCancel && <Button onClick={props.onCancel}>{t.cancel}</Button>}
          {props.extra}
          <span className="quiet" aria-live="polite">
            {drafts.kept && t.draftKept}
          </span>
        </div>
      )}
    </Form>
  )
}

function FieldItem({ field, values }: { field: FormField; values: Values }) {
  const t = useText()
  if (field.when && !field.when(values)) return null
  if (field.kind === 'heading') {
    return (
      <div className="form-heading">
        <h3>{field.label}</h3>
        {field.why && <p className="quiet">{field.why}</p>}
      </div>
    )
  }
  return (
    <Form.Item
      name={pathOf(field.key)}
      label={field.label}
      extra={field.why}
      rules={rulesOf(field, t)}
      required={field.required || field.kind === 'switch'}
      validateTrigger={['onBlur', 'onSubmit']}
    >
      <FieldControl field={field} values={values} disabled={field.readOnly} />
    </Form.Item>
  )
}

/** Offers a kept draft once, and keeps what is typed half a second after it was. */
function useDraft<V>(props: ResourceFormProps<V>, fields: readonly FormField[], put: (values: Values) => void) {
  const { accountId } = useMe()
  const locale = useLocale()
  const off = props.draft === false || props.readOnly === true
  const [draft, setDraft] = useState(() => (off ? undefined : findDraft(accountId, props.name)))
  const [kept, setKept] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const secrets = fields.filter(({ kind }) => kind === 'password' || kind === 'attachments').map(({ key }) => key)
  return {
    found: draft && dateWords(draft.at, locale),
    kept,
    restore: () => {
      if (draft) put(draft.values)
      setDraft(undefined)
    },
    drop: () => {
      clearTimeout(timer.current)
      dropDraft(accountId, props.name)
      setDraft(undefined)
      setKept(false)
    },
    keep: (values: Values) => {
      if (off) return
      clearTimeout(timer.current)
      timer.current = setTimeout(
        () => setKept(saveDraft(accountId, props.name, { at: new Date().toISOString(), values }, secrets)),
        500,
      )
    },
  }
}
