import { createElement, Fragment, type ReactNode, useMemo } from 'react'
import './content.css'

const tags = new Set(
  'p h2 h3 ul ol li table thead tbody tr th td strong em a img figure figcaption blockquote br hr'.split(' '),
)
const kept: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'rel'],
  img: ['src', 'alt'],
  td: ['colSpan', 'rowSpan'],
  th: ['colSpan', 'rowSpan'],
}
const safeHref = /^(?:https?:\/\/|\/(?![/\\])|#)/i
const ownFile = /^\/files\/\d+/

/**
 * An article's text drawn as elements, tag by tag from a short list: the server has cleaned it already, and the console
 * trusts no HTML that a person wrote.
 */
export function ArticleBody({ html }: { html: string }) {
  const body = useMemo(() => drawn(new DOMParser().parseFromString(html, 'text/html').body), [html])
  return <div className="article-body">{body}</div>
}

function drawn(parent: Node): ReactNode[] {
  return [...parent.childNodes].map((node, index) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent
    if (!(node instanceof Element)) return null
    const tag = node.localName
    const children = drawn(node)
    if (!tags.has(tag)) return createElement(Fragment, { key: index }, ...children)
    if (tag === 'img' && !ownFile.test(node.getAttribute('src') ?? '')) return null
    const props = { key: index, ...attributesOf(node, tag) }
    // Blank lines between rows are no content of a table.
    const inside = /^(?:table|thead|tbody|tr)$/.test(tag)
      ? children.filter((child) => typeof child !== 'string')
      : children
    return inside.length > 0 ? createElement(tag, props, ...inside) : createElement(tag, props)
  })
}

function attributesOf(node: Element, tag: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of kept[tag] ?? []) {
    const value = node.getAttribute(name)
    if (value === null || (name === 'href' && !safeHref.test(value))) continue
    found[name] = value
  }
  return tag === 'a' ? { ...found, target: '_blank', rel: 'noopener noreferrer' } : found
}
