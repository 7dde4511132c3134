import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type S3Standin, startS3Standin } from '../../testing/s3-standin.ts'
import { createDiskStorage } from './disk-storage.ts'
import { createS3Storage } from './s3-storage.ts'
import { ownerOfKey, type Storage, StoredFileMissing, storageKey } from './storage.ts'

const dir = mkdtempSync(join(tmpdir(), 'xianghui-storage-'))
const keys = { accessKey: 'AKTEST', secretKey: 'secret/+=', region: 'cn-north-1', bucket: 'county' }
let store: S3Standin
const storages: Record<string, Storage> = {}

beforeAll(async () => {
  store = await startS3Standin(keys)
  storages.disk = createDiskStorage(join(dir, 'files'))
  storages.s3 = createS3Storage({ kind: 's3', endpoint: store.endpoint, ...keys }, join(dir, 'tmp'))
})
afterAll(async () => {
  await store.close()
  rmSync(dir, { recursive: true, force: true })
})

const keyOf = (text: string, fileId: string) =>
  storageKey({ sha256: createHash('sha256').update(text).digest('hex'), centreId: '1', fileId })

describe.each(['disk', 's3'])('storage on %s', (kind) => {
  const storage = (): Storage => {
    const one = storages[kind]
    if (!one) throw new Error(kind)
    return one
  }

  test('keeps, gives back whole and by range, tells what is there, removes', async () => {
    const key = keyOf('0123456789', '7')
    await storage().put(key, Readable.from([Buffer.from('01234'), Buffer.from('56789')]))
    expect((await buffer(await storage().open(key))).toString()).toBe('0123456789')
    expect((await buffer(await storage().open(key, { start: 3, end: 5 }))).toString()).toBe('345')
    expect(await storage().exists(key)).toBe(true)
    await storage().delete(key)
    await storage().delete(key)
    expect(await storage().exists(key)).toBe(false)
    await expect(storage().open(key)).rejects.toThrow(StoredFileMissing)
  })

  test('lists every object over several pages', async () => {
    const made = ['1', '2', '3', '4', '5'].map((id) => keyOf(`file ${id}`, id))
    for (const key of made) await storage().put(`${key}.320.webp`, Buffer.from(key))
    const listed: string[] = []
    for await (const { key, modifiedAt } of storage().list()) {
      listed.push(key)
      expect(Math.abs(Date.now() - modifiedAt.getTime())).toBeLessThan(60_000)
    }
    expect(listed.sort()).toEqual(made.map((key) => `${key}.320.webp`).sort())
    expect(ownerOfKey(listed[0] ?? '')?.centreId).toBe('1')
  })

  test.each(['../../etc/passwd', 'aa/../../x', `zz/${'0'.repeat(64)}-1-2`, ''])(
    'the key %j is nobody’s',
    async (key) => {
      await expect(storage().put(key, Buffer.from('x'))).rejects.toThrow('not a storage key')
    },
  )

  test('a stream that breaks leaves nothing behind', async () => {
    const key = keyOf('broken', '9')
    async function* broken() {
      yield Buffer.from('half')
      throw new Error('cut')
    }
    await expect(storage().put(key, Readable.from(broken()))).rejects.toThrow('cut')
    expect(await storage().exists(key)).toBe(false)
    expect(readdirSync(storage().stagingDir)).toEqual([])
  })
})

describe('the stand-in believes nothing', () => {
  test('every honest request was accepted, but for what is not there', () => {
    expect(store.refused.filter((code) => code !== 'NoSuchKey')).toEqual([])
  })

  test.each([
    ['a wrong secret', { secretKey: 'other' }, 'SignatureDoesNotMatch'],
    ['a wrong key', { accessKey: 'OTHER' }, 'InvalidAccessKeyId'],
    ['another region', { region: 'us-east-1' }, 'AuthorizationHeaderMalformed'],
    ['another bucket', { bucket: 'elsewhere' }, 'NoSuchBucket'],
  ])('%s is refused, and the refusal is told', async (_what, change, code) => {
    const storage = createS3Storage({ kind: 's3', endpoint: store.endpoint, ...keys, ...change }, join(dir, 'tmp'))
    await expect(storage.put(keyOf('x', '3'), Buffer.from('x'))).rejects.toThrow(code)
  })
})
