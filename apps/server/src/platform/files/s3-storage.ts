import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, openAsBlob } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import type { S3Files } from '../config.ts'
import { checkedKey, type Storage, StoredFileMissing, type StoredObject } from './storage.ts'

const timeoutMs = 60_000

/** Any S3-compatible store by path-style addresses (`endpoint/bucket/key`): MinIO, Ceph, OSS and COS in S3 mode. */
export function createS3Storage(settings: S3Files, stagingDir: string): Storage {
  const client = new AwsClient({
    accessKeyId: settings.accessKey,
    secretAccessKey: settings.secretKey,
    region: settings.region,
    service: 's3',
    retries: 2,
  })
  const bucket = `${settings.endpoint.replace(/\/+$/, '')}/${encodeURIComponent(settings.bucket)}`
  const addressOf = (key: string) => `${bucket}/${checkedKey(key)}`
  const ask = (address: string, init: RequestInit = {}) =>
    client.fetch(address, { ...init, signal: AbortSignal.timeout(timeoutMs) })

  async function putFile(key: string, path: string): Promise<void> {
    // The hash signs the content; the blob tells the length, which S3 insists on.
    const sha256 = await hashOf(path)
    const response = await ask(addressOf(key), {
      method: 'PUT',
      body: await openAsBlob(path),
      headers: { 'x-amz-content-sha256': sha256 },
    })
    await refuseUnless(response, 'put')
    await rm(path, { force: true })
  }

  return {
    stagingDir,
    putFile,
    put: async (key, content) => {
      await mkdir(stagingDir, { recursive: true })
      const aside = join(stagingDir, randomUUID())
      try {
        await pipeline(content instanceof Uint8Array ? Readable.from([content]) : content, createWriteStream(aside))
        await putFile(key, aside)
      } finally {
        await rm(aside, { force: true })
      }
    },
    open: async (key, range) => {
      const headers = range ? { range: `bytes=${range.start}-${range.end}` } : undefined
      // A long download may take longer than any answer should: only its beginning is timed.
      const response = await client.fetch(addressOf(key), { headers })
      if (response.status === 404) throw new StoredFileMissing(key)
      await refuseUnless(response, 'get')
      if (!response.body) return Readable.from([])
      return Readable.fromWeb(response.body as ReadableStream<Uint8Array>)
    },
    exists: async (key) => {
      const response = await ask(addressOf(key), { method: 'HEAD' })
      if (response.status === 404) return false
      await refuseUnless(response, 'head')
      return true
    },
    delete: async (key) => {
      const response = await ask(addressOf(key), { method: 'DELETE' })
      if (response.status !== 404) await refuseUnless(response, 'delete')
    },
    list: () => listObjects(bucket, ask),
  }
}

async function* listObjects(bucket: string, ask: (address: string) => Promise<Response>): AsyncGenerator<StoredObject> {
  let token = ''
  do {
    const query = new URLSearchParams({ 'list-type': '2', ...(token ? { 'continuation-token': token } : {}) })
    const response = await ask(`${bucket}?${query}`)
    if (!response.ok) await refuseUnless(response, 'list')
    const xml = await response.text()
    for (const [, entry = ''] of xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g))
      yield { key: tag(entry, 'Key'), modifiedAt: new Date(tag(entry, 'LastModified')) }
    token = tag(xml, 'NextContinuationToken')
  } while (token)
}

function tag(xml: string, name: string): string {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

async function refuseUnless(response: Response, act: string): Promise<void> {
  if (response.ok) {
    if (act !== 'get') await response.body?.cancel()
    return
  }
  const text = await response.text()
  throw new Error(`object store refused to ${act}: ${response.status} ${tag(text, 'Code')} ${tag(text, 'Message')}`)
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
