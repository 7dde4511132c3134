import { icon } from './art/icons.ts'
import { art, type Html, html, none, raw } from './html.ts'
import type { PageContext } from './page-context.ts'

export type FieldType = 'text' | 'textarea' | 'number' | 'date' | 'select' | 'region' | 'multiselect' | 'tel' | 'rating'

export interface FormField {
  key: string
  label: string
  type: FieldType
  required: boolean
  help?: string
  options?: readonly { value: string; label: string }[]
  autocomplete?: string
  maxLength?: number
}

/** What was typed and what is wrong with it; nothing typed is ever lost. */
export interface FormState {
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
  /** a refusal that belongs to no field */
  problem?: string
}

export const emptyForm: FormState = { values: {}, errors: {} }

export interface FormOptions {
  action: string
  submit: string
  fields: readonly FormField[]
  state: FormState
  /** one-time key against double sending */
  onceKey?: string
  hidden?: Readonly<Record<string, string>>
  /** text beside the tick box of consent; the field is `consent` */
  consent?: Html
  /** drafts are kept in the browser under this name until the form is sent (islands/site.ts) */
  draft?: string
}

/** One column, label above, reason under it, errors in words; the browser's own checks stay off so that ours are read. */
export function form(ctx: PageContext, options: FormOptions): Html {
  const { state } = options
  return html`<form class="form" method="post" action="${options.action}" novalidate${options.draft ? html` data-draft="${options.draft}"` : none}>
${errorSummary(ctx, options)}
${options.onceKey ? hidden('onceKey', options.onceKey) : none}${Object.entries(options.hidden ?? {}).map(([name, value]) => hidden(name, value))}
${options.fields.map((field) => fieldView(ctx, field, state))}
${options.consent ? consentView(ctx, options.consent, state) : none}
<div class="form-actions"><button class="btn" type="submit">${options.submit}</button></div></form>`
}

function errorSummary(ctx: PageContext, options: FormOptions): Html {
  const { errors, problem } = options.state
  const labels: [string, string][] = [
    ...options.fields.map((field): [string, string] => [field.key, field.label]),
    ['consent', ctx.t.form.consentLabel],
  ]
  const wrong = labels.filter(([key]) => errors[key])
  if (wrong.length === 0 && !problem) return none
  const links = wrong.map(
    ([key, label], index) => html`${index > 0 ? ctx.t.form.separator : ''}<a href="#field-${key}">${label}</a>`,
  )
  return html`<div class="notice notice-error" role="alert" id="form-errors" tabindex="-1">${art(icon('alert'))}<p>${
    problem ?? none
  }${wrong.length > 0 ? html`${ctx.t.form.wrong(wrong.length)}${links}` : none}</p></div>`
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}

/** A label, its help, its input and its fault. */
export function fieldView(ctx: PageContext, field: FormField, state: FormState): Html {
  const id = `field-${field.key}`
  const error = state.errors[field.key]
  const described = [field.help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  const attributes = html`${described ? html` aria-describedby="${described}"` : none}${error ? raw(' aria-invalid="true"') : none}${
    field.required ? raw(' aria-required="true"') : none
  }`
  const optional = field.required ? none : html` <span class="field-optional">${ctx.t.form.optional}</span>`
  const help = field.help ? html`<p class="field-help" id="${id}-help">${field.help}</p>` : none
  const fault = error ? html`<p class="field-error" id="${id}-error">${art(icon('alert', 20))}${error}</p>` : none
  if (field.type === 'multiselect' || field.type === 'rating')
    return html`<fieldset class="field" id="${id}" tabindex="-1"${described ? html` aria-describedby="${described}"` : none}><legend class="field-label">${field.label}${optional}</legend>${help}${choicesOf(field, state)}${fault}</fieldset>`
  return html`<div class="field"><label class="field-label" for="${id}">${field.label}${optional}</label>${help}${inputOf(ctx, field, id, attributes, state)}${fault}</div>`
}

function inputOf(ctx: PageContext, field: FormField, id: string, attributes: Html, state: FormState): Html {
  const value = state.values[field.key] ?? ''
  const name = html` id="${id}" name="${field.key}"`
  const most = html` maxlength="${field.maxLength ?? 200}"`
  if (field.type === 'textarea')
    return html`<textarea class="input"${name} rows="5" maxlength="${field.maxLength ?? 2000}"${attributes}>${value}</textarea>`
  if (field.type === 'select' || field.type === 'region')
    return html`<select class="input"${name}${attributes}><option value="">${ctx.t.form.choose}</option>${(
      field.options ?? []
    ).map(
      (one) => html`<option value="${one.value}"${one.value === value ? raw(' selected') : none}>${one.label}</option>`,
    )}</select>`
  const complete = field.autocomplete ? html` autocomplete="${field.autocomplete}"` : none
  const kinds = {
    number: raw(' type="text" inputmode="decimal"'),
    date: raw(' type="date"'),
    tel: raw(' type="tel"'),
    text: raw(' type="text"'),
  } as const
  const kind = kinds[field.type as keyof typeof kinds] ?? kinds.text
  return html`<input class="input"${kind}${name} value="${value}"${field.type === 'date' ? none : most}${complete}${attributes}>`
}

function choicesOf(field: FormField, state: FormState): Html {
  const chosen = new Set((state.values[field.key] ?? '').split(','))
  const type = field.type === 'rating' ? 'radio' : 'checkbox'
  return html`${(field.options ?? []).map(
    (one) =>
      html`<label class="choice"><input type="${type}" name="${field.key}" value="${one.value}"${chosen.has(one.value) ? raw(' checked') : none}>${one.label}</label>`,
  )}`
}

function consentView(ctx: PageContext, words: Html, state: FormState): Html {
  const error = state.errors.consent
  return html`<div class="field"><label class="choice" for="field-consent"><input type="checkbox" id="field-consent" name="consent" value="yes"${
    state.values.consent === 'yes' ? raw(' checked') : none
  }${error ? raw(' aria-invalid="true" aria-describedby="field-consent-error"') : none}><span>${words}</span></label>${
    error
      ? html`<p class="field-error" id="field-consent-error">${art(icon('alert', 20))}${error}</p>`
      : html`<span class="visually-hidden">${ctx.t.form.consentNeeded}</span>`
  }</div>`
}
