/** Print and share: buttons that only a script can serve, so the style sheet shows them only where one runs. */
export function bindActs(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-act]')
    if (!button) return
    if (button.dataset.act === 'print') window.print()
    if (button.dataset.act === 'share') share(button)
  })
}

function share(button: HTMLElement): void {
  const what = { title: document.title, url: location.href }
  const browser = navigator as Navigator & { share?: (data: typeof what) => Promise<void> }
  if (browser.share) {
    // The visitor closing the sheet is no fault.
    browser.share(what).catch(() => undefined)
    return
  }
  const done = () => {
    const words = button.querySelector('span')
    if (words) words.textContent = button.dataset.done || ''
  }
  if (navigator.clipboard) navigator.clipboard.writeText(what.url).then(done, () => copyBySelection(what.url, done))
  else copyBySelection(what.url, done)
}

function copyBySelection(text: string, done: () => void): void {
  const field = document.createElement('textarea')
  field.value = text
  field.setAttribute('readonly', '')
  field.className = 'visually-hidden'
  document.body.appendChild(field)
  field.select()
  if (document.execCommand('copy')) done()
  field.remove()
}
