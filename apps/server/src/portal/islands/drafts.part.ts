/** What was typed outlives a reload or a lost signal: kept in this window only, gone when the form was sent. */
const prefix = 'xh-draft:'
const unkept = new Set(['onceKey', 'number', 'proof', 'consent'])

export function keepDrafts(): void {
  const sent = document.querySelector<HTMLElement>('[data-draft-sent]')
  if (sent) sessionStorage.removeItem(prefix + (sent.dataset.draftSent || ''))
  const form = document.querySelector<HTMLFormElement>('form[data-draft]')
  if (!form) return
  const key = prefix + (form.dataset.draft || '')
  restore(form, key)
  form.addEventListener('input', () => save(form, key))
  form.addEventListener('submit', () => {
    const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
    // Disabled after the form is on its way, so that a second tap does nothing.
    if (button) setTimeout(() => button.setAttribute('disabled', ''), 0)
  })
  // A page that comes back from the browser's memory must be able to send again.
  window.addEventListener('pageshow', () => {
    const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
    if (button) button.removeAttribute('disabled')
  })
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

function fieldsOf(form: HTMLFormElement): Field[] {
  return (Array.from(form.elements) as Field[]).filter((field) => field.name && !unkept.has(field.name))
}

function save(form: HTMLFormElement, key: string): void {
  const values = fieldsOf(form).map((field) => [
    field.name,
    field.value,
    field instanceof HTMLInputElement && /checkbox|radio/.test(field.type) ? field.checked : true,
  ])
  try {
    sessionStorage.setItem(key, JSON.stringify(values))
  } catch {
    // A full or forbidden store only means that there is no draft.
    form.removeAttribute('data-draft')
  }
}

function restore(form: HTMLFormElement, key: string): void {
  const kept = sessionStorage.getItem(key)
  const fields = fieldsOf(form)
  // What the server sends back after an error is newer than the draft.
  const answered = fields.some(
    (field) => field instanceof HTMLInputElement && !/checkbox|radio|hidden/.test(field.type) && field.value,
  )
  if (!kept || answered) return
  for (const [name, value, on] of JSON.parse(kept) as [string, string, boolean][]) {
    const same = fields.filter((field) => field.name === name)
    const field = same.find(
      (one) => !(one instanceof HTMLInputElement) || !/checkbox|radio/.test(one.type) || one.value === value,
    )
    if (!field) continue
    if (field instanceof HTMLInputElement && /checkbox|radio/.test(field.type)) field.checked = on
    else field.value = value
  }
}
