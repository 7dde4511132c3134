import type { FastifyRequest } from 'fastify'
import { discard } from '../../platform/files/stage.ts'
import type { Storage } from '../../platform/files/storage.ts'
import { Refusal } from '../../platform/refusal.ts'
import { mostBytes, receiveFile } from './store.service.ts'

export type ReceivedFile = Awaited<ReturnType<typeof receiveFile>>

/**
 * Reads a multipart form with one file and its text fields, whatever their order, and hands it to `work`; the
 * temporary file is gone afterwards. @throws Refusal files.none
 */
export async function withUpload<T>(
  request: FastifyRequest,
  storage: Storage,
  work: (file: ReceivedFile, name: string, fields: ReadonlyMap<string, string>) => Promise<T>,
): Promise<T> {
  const fields = new Map<string, string>()
  let received: { file: ReceivedFile; name: string } | undefined
  try {
    for await (const part of request.parts({ limits: { files: 1, fileSize: mostBytes + 1 } })) {
      if (part.type === 'field') {
        const text = String(part.value)
        if (text.includes('\u0000')) throw new Refusal('request.malformed')
        fields.set(part.fieldname, text)
      } else received = { file: await receiveFile(storage, part.file, part.filename), name: part.filename }
    }
    if (!received) throw new Refusal('files.none')
    return await work(received.file, received.name, fields)
  } finally {
    if (received) await discard(received.file)
  }
}
