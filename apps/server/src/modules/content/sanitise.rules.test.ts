import { describe, expect, test } from 'vitest'
import { fileIdsOf, hasImageWithoutAlt, sanitiseBody, textOf } from './sanitise.rules.ts'

describe('what an article may hold', () => {
  test.each([
    ['text and headings', '<h2>一</h2><p>二<strong>三</strong><em>四</em></p>'],
    ['lists', '<ul><li>一</li></ul><ol><li>二</li></ol>'],
    ['a table', '<table><thead><tr><th>一</th></tr></thead><tbody><tr><td colspan="2">二</td></tr></tbody></table>'],
    ['an image of ours', '<figure><img src="/files/123" alt="大棚" /><figcaption>大棚</figcaption></figure>'],
    ['a size of an image of ours', '<img src="/files/123/640.webp" alt="大棚" />'],
    ['a link on the site', '<p><a href="/services">办事</a></p>'],
    ['a link out', '<p><a href="https://www.gov.cn/x?a=1" rel="noopener noreferrer">国务院</a></p>'],
    ['quotation, break and rule', '<blockquote><p>一<br />二</p></blockquote><hr />'],
  ])('%s stays', (_what, html) => {
    expect(sanitiseBody(html)).toBe(html)
  })

  test.each([
    ['a script', '<p>一</p><script>alert(1)</script>', '<p>一</p>'],
    ['a style sheet', '<style>p{display:none}</style><p>一</p>', '<p>一</p>'],
    ['an event', '<p onclick="alert(1)">一</p>', '<p>一</p>'],
    ['style and class', '<p style="color:red" class="x" id="y">一</p>', '<p>一</p>'],
    ['an image with an event', '<img src=x onerror=alert(1)>', ''],
    ['an image of another site', '<p><img src="https://bad.example/p.gif" alt="x"></p>', '<p></p>'],
    ['an image as data', '<img src="data:image/svg+xml,<svg onload=alert(1)>" alt="x">', ''],
    ['an image beside our folder', '<img src="/files/../api/me" alt="x">', ''],
    ['a script as a link', '<a href="javascript:alert(1)">一</a>', '<a>一</a>'],
    ['a script with blanks', '<a href=" java\tscript:alert(1)">一</a>', '<a>一</a>'],
    ['a script in entities', '<a href="&#106;avascript:alert(1)">一</a>', '<a>一</a>'],
    ['data as a link', '<a href="data:text/html,<script>1</script>">一</a>', '<a>一</a>'],
    ['another host without a scheme', '<a href="//bad.example">一</a>', '<a>一</a>'],
    ['another host by backslash', '<a href="/\\bad.example">一</a>', '<a>一</a>'],
    ['a frame', '<iframe src="https://bad.example"></iframe><p>一</p>', '<p>一</p>'],
    ['a drawing with script', '<svg><script>alert(1)</script></svg><p>一</p>', '<p>一</p>'],
    ['a form', '<form action="/api/x"><input name="a"><p>一</p></form>', '<p>一</p>'],
    ['an unclosed script', '<p>一</p><script>alert(1)', '<p>一</p>'],
    ['a broken tag', '<p>一</p><img src="/files/1" alt="a" onerror="x"', '<p>一</p>'],
    ['a comment', '<!--[if IE]><script>1</script><![endif]--><p>一</p>', '<p>一</p>'],
    ['mutation through noscript', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<p></p>'],
    ['the paragraph of a list item', '<ul><li><p>一</p></li></ul>', '<ul><li>一</li></ul>'],
    [
      'the paragraph of a cell',
      '<table><tr><td colspan="2"><p>一</p></td></tr></table>',
      '<table><tr><td colspan="2">一</td></tr></table>',
    ],
    ['a second h1', '<h1>一</h1>', '<h2>一</h2>'],
    ['Word', '<p class="MsoNormal"><b>一</b><o:p></o:p></p>', '<p><strong>一</strong></p>'],
  ])('%s goes', (_what, html, left) => {
    expect(sanitiseBody(html)).toBe(left)
  })

  test('cleaning twice is cleaning once', () => {
    const html = '<p>a &lt;script&gt; &amp;amp; b</p><a href="https://x.cn/?a=1&amp;b=2">c</a>'
    expect(sanitiseBody(sanitiseBody(html))).toBe(sanitiseBody(html))
    expect(sanitiseBody(html)).not.toContain('<script')
  })
})

test('two paragraphs of a list item stay two', () => {
  const html = '<ul><li><p>一</p><p>二</p></li></ul>'
  expect(sanitiseBody(html)).toBe(html)
})

test('the words of a text, one line a block', () => {
  expect(textOf('<h2>一</h2><p>二 &amp; 三</p><ul><li>四</li></ul>')).toBe('一\n二 & 三\n四')
})

test('files of a text and images without words', () => {
  expect(
    fileIdsOf('<img src="/files/12/640.webp" alt="a"><img src="/files/12" alt="b"><img src="/files/7" alt="">'),
  ).toEqual(['12', '7'])
  expect(hasImageWithoutAlt('<img src="/files/1" alt="" />')).toBe(true)
  expect(hasImageWithoutAlt('<img src="/files/1" />')).toBe(true)
  expect(hasImageWithoutAlt('<img src="/files/1" alt="一" />')).toBe(false)
})
