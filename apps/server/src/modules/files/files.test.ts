import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SignedInUser, startTestApp, type TestApp } from '../../testing/app.ts'

let t: TestApp
let editor: SignedInUser
const dir = mkdtempSync(join(tmpdir(), 'xianghui-files-'))

beforeAll(async () => {
  t = await startTestApp({ env: { DATA_DIR: dir } })
  editor = await t.signIn(['editor'])
})
afterAll(async () => {
  await t.close()
  rmSync(dir, { recursive: true, force: true })
})

function form(content: Uint8Array, name: string, type: string, fields: Record<string, string> = {}) {
  const boundary = 'xh-boundary'
  const parts = Object.entries(fields).map(
    ([key, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(parts.join('') + head),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  }
}

async function upload(content: Uint8Array, name: string, type = 'application/octet-stream', fields = {}) {
  const { headers, payload } = form(content, name, type, fields)
  const response = await t.app.http.inject({
    method: 'POST',
    url: '/api/files',
    headers: { ...headers, cookie: editor.cookie },
    payload,
  })
  return { status: response.statusCode, body: response.json() }
}

const photo = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#2d7a4f' } })
    .withExif({ IFD0: { Artist: 'SECRET-ARTIST' }, IFD3: { GPSLatitude: '25/1 58/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

describe('upload', () => {
  test('a photo loses its place and camera, is turned, and gets its sizes', async () => {
    const content = await photo()
    const before = await sharp(content).metadata()
    expect(before.exif?.toString('latin1')).toContain('SECRET-ARTIST')
    const { status, body } = await upload(content, '现场.PNG', 'image/png', { isPublic: 'true', alt: '集配中心门口' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      name: '现场.jpg',
      mime: 'image/jpeg',
      width: 600,
      height: 900,
      isPublic: true,
      alt: '集配中心门口',
    })
    expect(body.variants.map((one: { name: string }) => one.name)).toEqual(['320.webp', '320.avif', '320.jpeg'])
    for (const address of [body.url, `${body.url}/320.jpeg`, `${body.url}/640.webp`]) {
      const got = await t.app.http.inject({ method: 'GET', url: address })
      expect(got.statusCode).toBe(200)
      const meta = await sharp(got.rawPayload).metadata()
      expect(meta.exif).toBeUndefined()
      expect(meta.orientation).toBeUndefined()
      expect(meta.height ?? 0).toBeGreaterThan(meta.width ?? 0)
      expect(got.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'public, max-age=31536000, immutable',
      })
      const again = await t.app.http.inject({
        method: 'GET',
        url: address,
        headers: { 'if-none-match': String(got.headers.etag) },
      })
      expect(again.statusCode).toBe(304)
    }
  })

  test('an animated GIF becomes a moving WebP', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#00ff00', '#0000ff'].map((background) =>
        sharp({ create: { width: 64, height: 48, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const gif = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100, 100] })
      .toBuffer()
    const { body } = await upload(gif, 'a.gif')
    expect(body).toMatchObject({ mime: 'image/webp', width: 64, height: 48 })
    const got = await t.app.http.inject({ method: 'GET', url: body.url, headers: { cookie: editor.cookie } })
    expect((await sharp(got.rawPayload, { animated: true }).metadata()).pages).toBe(3)
  })

  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  test.each([
    ['SVG called PNG', svg, 'a.png', 'image/png', 415, 'files.type'],
    ['SVG called text', svg, 'a.txt', 'text/plain', 415, 'files.type'],
    [
      'SVG with an XML head',
      Buffer.concat([Buffer.from('<?xml version="1.0"?>'), svg]),
      'a.svg',
      'image/svg+xml',
      415,
      'files.type',
    ],
    ['HTML called CSV', Buffer.from('a,b\n<html><body>'), 'a.csv', 'text/csv', 415, 'files.type'],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01\x00'), 'a.pdf', 'application/pdf', 415, 'files.type'],
    ['nothing', Buffer.alloc(0), 'a.txt', 'text/plain', 400, 'files.empty'],
    [
      'half a JPEG',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1, 0, 0, 1]),
      'a.jpg',
      'image/jpeg',
      415,
      'files.broken_image',
    ],
  ])('%s is refused', async (_what, content, name, type, status, code) => {
    const answer = await upload(content, name, type)
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code })
  })

  test('a small file that would unpack to 42 megapixels is refused', async () => {
    const bomb = await sharp({
      create: { width: 6_500, height: 6_500, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png({ palette: true })
      .toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    expect((await upload(bomb, 'bomb.png')).body).toMatchObject({ code: 'files.too_many_pixels' })
  })

  test.each([
    [
      'cut off',
      'multipart/form-data; boundary=xh',
      '--xh\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc',
    ],
    ['without boundary', 'multipart/form-data', 'abc'],
    ['with no part', 'multipart/form-data; boundary=xh', '--xh--\r\n'],
    ['JSON instead', 'application/json', '{}'],
  ])('a form %s is 400', async (_what, type, payload) => {
    const response = await t.app.http.inject({
      method: 'POST',
      url: '/api/files',
      headers: { 'content-type': type, cookie: editor.cookie },
      payload,
    })
    expect(response.statusCode).toBe(400)
  })
})

describe('serving', () => {
  test('a text is saved, never shown; ranges are exact', async () => {
    const { body } = await upload(Buffer.from('0123456789'), '账目.txt', 'text/html', { isPublic: 'true' })
    const whole = await t.app.http.inject({ method: 'GET', url: body.url })
    expect(whole.headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''%E8%B4%A6%E7%9B%AE\.txt$/)
    expect(whole.headers['content-type']).toBe('text/plain; charset=utf-8')
    const part = (range: string) => t.app.http.inject({ method: 'GET', url: body.url, headers: { range } })
    expect([(await part('bytes=2-4')).statusCode, (await part('bytes=2-4')).body]).toEqual([206, '234'])
    expect((await part('bytes=-3')).body).toBe('789')
    expect((await part('bytes=7-')).headers['content-range']).toBe('bytes 7-9/10')
    expect((await part('bytes=10-')).statusCode).toBe(416)
  })

  test('a private file is for its uploader and for file.read; for others it is not there', async () => {
    const { body } = await upload(Buffer.from('内部材料'), '内部.txt')
    const stranger = await t.signIn(['security'])
    const status = async (cookie?: string) =>
      (await t.app.http.inject({ method: 'GET', url: body.url, headers: cookie ? { cookie } : {} })).statusCode
    expect([await status(), await status(stranger.cookie), await status(editor.cookie)]).toEqual([404, 404, 200])
    const manager = await t.signIn(['manager'])
    expect(await status(manager.cookie)).toBe(200)
  })

  test('a removed file is gone from the list and from its address', async () => {
    const { body } = await upload(Buffer.from('旧'), '旧.txt')
    const at = (method: 'GET' | 'DELETE', url: string) =>
      t.app.http.inject({
        method,
        url,
        headers: { cookie: editor.cookie },
        ...(method === 'DELETE' ? { payload: {} } : {}),
      })
    expect((await at('DELETE', `/api/files/${body.id}`)).statusCode).toBe(200)
    expect((await at('GET', body.url)).statusCode).toBe(404)
    expect((await at('GET', `/api/files/${body.id}`)).statusCode).toBe(404)
    const list = (await at('GET', '/api/files?q=旧')).json()
    expect(list.items).toEqual([])
  })
})
