export interface RssItem {
  title: string
  link: string
  text: string
  at: Date
}

/** RSS 2.0 of the newest articles. */
export function rssFeed(feed: {
  title: string
  origin: string
  description: string
  items: readonly RssItem[]
}): string {
  const items = feed.items.map(
    (one) =>
      `<item><title>${xml(one.title)}</title><link>${xml(one.link)}</link><guid isPermaLink="true">${xml(one.link)}</guid>` +
      `<description>${xml(one.text)}</description><pubDate>${one.at.toUTCString()}</pubDate></item>`,
  )
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>` +
    `<title>${xml(feed.title)}</title><link>${xml(feed.origin)}/</link><description>${xml(feed.description)}</description>` +
    `<language>zh-CN</language><atom:link href="${xml(feed.origin)}/rss.xml" rel="self" type="application/rss+xml"/>` +
    `${items.join('\n')}</channel></rss>\n`
  )
}

/** Text inside XML; control characters, which XML cannot hold, are left out. */
export function xml(text: string): string {
  const printable = Array.from(text).filter((one) => one >= ' ' || one === '\n' || one === '\t')
  return printable
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
