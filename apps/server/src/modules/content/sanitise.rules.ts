import sanitizeHtml from 'sanitize-html'

const ownFile = /^\/files\/[1-9]\d{0,18}(?:\/[\w.-]{1,40})?$/
// A path of this site: one slash, then anything but a second slash or a backslash (both lead to another host).
const ownPath = /^(?:\/(?![/\\])|#)/
const web = /^https?:\/\/[^\s]+$/i

const options: sanitizeHtml.IOptions = {
  allowedTags: 'p h2 h3 ul ol li table thead tbody tr th td strong em a img figure figcaption blockquote br hr'.split(
    ' ',
  ),
  allowedAttributes: {
    a: ['href', 'rel'],
    img: ['src', 'alt'],
    th: ['colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['http', 'https'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  // What Word and other sites paste: the look goes, the meaning stays. The page has one h1, its title.
  transformTags: {
    b: 'strong',
    i: 'em',
    h1: 'h2',
    h4: 'h3',
    h5: 'h3',
    h6: 'h3',
    div: 'p',
    a: (_tag, { href = '' }) => ({ tagName: 'a', attribs: linkAttributes(href.trim()) }),
    img: (_tag, { src = '', alt = '' }) => ({ tagName: 'img', attribs: { src: src.trim(), alt: alt.trim() } }),
    td: (_tag, attribs) => ({ tagName: 'td', attribs: spans(attribs) }),
    th: (_tag, attribs) => ({ tagName: 'th', attribs: spans(attribs) }),
  },
  exclusiveFilter: (frame) =>
    (frame.tag === 'img' && !ownFile.test(frame.attribs.src ?? '')) ||
    (frame.tag === 'a' && frame.text.trim() === '' && !frame.mediaChildren?.length),
}

/** The HTML of an article with nothing in it but an article: no script, style, class, foreign image or odd address. */
export const sanitiseBody = (html: string): string =>
  sanitizeHtml(html, options).trim().replace(loneParagraph, '<$1$2>$3</$1>')

// The editor wraps the words of every list item and table cell in a paragraph of their own; readers need no such gap.
const loneParagraph = /<(li|td|th)((?: (?:col|row)span="\d+")*)><p>((?:(?!<\/?p>)[\s\S])*)<\/p><\/\1>/g

/** The words alone, one line a block: for search, counting and hints. */
export function textOf(html: string): string {
  const spaced = html.replace(/<(?:br|hr)\s*\/?>|<\/(?:p|h2|h3|li|tr|td|th|figcaption|blockquote)>/gi, '$&\n')
  return decodeEntities(sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} }))
    .replace(/[ \t\u3000]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}

/** Files that the text shows. */
export function fileIdsOf(html: string): string[] {
  return [...new Set([...html.matchAll(/src="\/files\/([1-9]\d{0,18})/g)].map((match) => match[1] ?? ''))]
}

/** Images without words for those who can not see them (无障碍): none may be published. */
export const hasImageWithoutAlt = (html: string): boolean => /<img\b(?![^>]*\balt="[^"]+")[^>]*>/i.test(html)

function linkAttributes(href: string): Record<string, string> {
  if (web.test(href)) return { href, rel: 'noopener noreferrer' }
  return ownPath.test(href) ? { href } : {}
}

function spans(attribs: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attribs).filter(([name, value]) => /^(?:col|row)span$/.test(name) && /^[1-9]\d?$/.test(value)),
  )
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': ' ' }

function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => entities[entity] ?? entity)
}
