/** Elder mode, contrast and size of type switch in place; the cookie is the one that the server reads (portal/modes.ts). */
export function switchModes(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-mode], a[data-text]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    const root = document.documentElement
    if (link.dataset.mode) root.classList.toggle(link.dataset.mode)
    if (link.dataset.text) {
      root.classList.toggle('text-large', link.dataset.text === '1')
      root.classList.toggle('text-huge', link.dataset.text === '2')
    }
    event.preventDefault()
    const has = (name: string) => root.classList.contains(name)
    const size = has('text-huge') ? '2' : has('text-large') ? '1' : '0'
    const value = `${has('elder') ? 'e' : ''}${has('contrast') ? 'c' : ''}${size}`
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is younger than Chrome 78
    document.cookie = `xh_modes=${value}; path=/; max-age=31536000; samesite=lax`
    show(value, size)
  })
}

// The links say what they will do next, and where they go without script.
function show(value: string, size: string): void {
  const modes = document.querySelectorAll<HTMLAnchorElement>('a[data-mode]')
  for (const link of Array.from(modes)) {
    const on = document.documentElement.classList.contains(link.dataset.mode || '')
    const words = link.querySelector('span')
    if (words) words.textContent = (on ? link.dataset.off : link.dataset.on) || ''
    link.classList.toggle('is-on', on)
    const letter = link.dataset.mode === 'elder' ? 'e' : 'c'
    retarget(link, on ? value.replace(letter, '') : letter + value)
  }
  const sizes = document.querySelectorAll<HTMLAnchorElement>('a[data-text]')
  for (const link of Array.from(sizes)) {
    const chosen = link.dataset.text === size
    link.classList.toggle('is-on', chosen)
    if (chosen) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
    retarget(link, value.slice(0, -1) + (link.dataset.text || '0'))
  }
}

function retarget(link: HTMLAnchorElement, value: string): void {
  const address = new URL(link.href)
  address.searchParams.set('modes', value)
  link.href = address.pathname + address.search
}
