import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A small strict object store for tests: it believes no request whose signature it has not computed itself. */
export interface S3Standin {
  endpoint: string
  objects: Map<string, { content: Buffer; at: Date }>
  /** what it refused, by S3's own codes */
  refused: string[]
  close(): Promise<void>
}

export interface StandinKeys {
  accessKey: string
  secretKey: string
  region: string
  bucket: string
}

export async function startS3Standin(keys: StandinKeys): Promise<S3Standin> {
  const objects: S3Standin['objects'] = new Map()
  const refused: string[] = []
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  const refuse = (response: ServerResponse, status: number, code: string) => {
    refused.push(code)
    response.writeHead(status).end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const url = new URL(request.url ?? '/', 'http://standin')
    if (request.method === 'PUT' && request.headers['content-length'] === undefined)
      return refuse(response, 411, 'MissingContentLength')
    const fault = signatureFault(request, url, body, keys)
    if (fault) return refuse(response, 403, fault)
    const [, bucket, ...rest] = url.pathname.split('/')
    const key = decodeURIComponent(rest.join('/'))
    if (bucket !== keys.bucket) return refuse(response, 404, 'NoSuchBucket')
    if (key === '') return void response.writeHead(200).end(listing(objects, url.searchParams))
    if (request.method === 'PUT') {
      objects.set(key, { content: body, at: new Date() })
      return void response.writeHead(200).end()
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return void response.writeHead(204).end()
    }
    const found = objects.get(key)
    if (!found) return refuse(response, 404, 'NoSuchKey')
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
    const content = range ? found.content.subarray(Number(range[1]), Number(range[2]) + 1) : found.content
    response.writeHead(range ? 206 : 200, { 'content-length': content.length })
    response.end(request.method === 'HEAD' ? undefined : content)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    refused,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Two objects a page, so that paging is exercised. */
function listing(objects: S3Standin['objects'], query: URLSearchParams): string {
  const keys = [...objects.keys()].sort()
  const from = Number(query.get('continuation-token') ?? 0)
  const page = keys.slice(from, from + 2)
  const entries = page.map(
    (key) => `<Contents><Key>${key}</Key><LastModified>${objects.get(key)?.at.toISOString()}</LastModified></Contents>`,
  )
  const next = from + 2 < keys.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''
  return `<ListBucketResult>${entries.join('')}${next}</ListBucketResult>`
}

/** AWS Signature Version 4 as the manual has it, by node:crypto alone. */
function signatureFault(request: IncomingMessage, url: URL, body: Buffer, keys: StandinKeys): string | undefined {
  const form = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/
  const match = form.exec(request.headers.authorization ?? '')
  if (!match) return 'AccessDenied'
  const [, credential = '', signedNames = '', signature = ''] = match
  const [accessKey, day, region, service, ending] = credential.split('/')
  const at = String(request.headers['x-amz-date'] ?? '')
  if (accessKey !== keys.accessKey) return 'InvalidAccessKeyId'
  if (region !== keys.region || service !== 's3' || ending !== 'aws4_request' || at.slice(0, 8) !== day)
    return 'AuthorizationHeaderMalformed'
  const instant = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!(Math.abs(Date.now() - instant) < 15 * 60_000)) return 'RequestTimeTooSkewed'
  const names = signedNames.split(';')
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name))) return 'AccessDenied'
  const declared = String(request.headers['x-amz-content-sha256'] ?? '')
  if (declared !== 'UNSIGNED-PAYLOAD' && declared !== sha256(body)) return 'XAmzContentSHA256Mismatch'
  if (body.length > 0 && declared === 'UNSIGNED-PAYLOAD') return 'XAmzContentSHA256Mismatch'
  const canonical = [
    request.method,
    url.pathname,
    [...url.searchParams]
      .map(([k, v]) => `${encodeURIComponent(k)}=${encodeURIComponent(v)}`)
      .sort()
      .join('&'),
    ...names.map(
      (name) =>
        `${name}:${String(request.headers[name] ?? '')
          .trim()
          .replace(/ +/g, ' ')}`,
    ),
    '',
    signedNames,
    declared,
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', at, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n')
  const key = [day ?? '', region ?? '', 's3', 'aws4_request'].reduce<Buffer | string>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${keys.secretKey}`,
  )
  const expected = createHmac('sha256', key).update(toSign).digest()
  return timingSafeEqual(expected, Buffer.from(signature, 'hex')) ? undefined : 'SignatureDoesNotMatch'
}

const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex')

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
