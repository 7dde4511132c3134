import { open } from 'node:fs/promises'
import { Refusal } from '../refusal.ts'

/** A kind of file that may be kept; `image` ones are drawn anew before anybody sees them. */
export interface FileKind {
  mime: string
  ext: string
  image: boolean
}

const images = ['jpg', 'png', 'webp', 'gif', 'avif'] as const
const documents = ['pdf', 'docx', 'xlsx', 'pptx', 'zip'] as const
const headBytes = 8192

/**
 * What a file is by its own bytes; name and declared type are not believed (ASVS 5.2.2). Text has no mark of its own:
 * there the name chooses between CSV and plain text, and anything a browser might run is refused.
 * @throws Refusal files.type
 */
export async function sniffFile(path: string, name: string): Promise<FileKind> {
  const { fileTypeFromFile } = await import('file-type')
  const found = await fileTypeFromFile(path)
  if (found && (images as readonly string[]).includes(found.ext))
    return { mime: found.mime, ext: found.ext, image: true }
  if (found && (documents as readonly string[]).includes(found.ext))
    return { mime: found.mime, ext: found.ext, image: false }
  if (!found && isPlainText(await readHead(path))) {
    if (/\.csv$/i.test(name)) return { mime: 'text/csv', ext: 'csv', image: false }
    if (/\.txt$/i.test(name)) return { mime: 'text/plain', ext: 'txt', image: false }
  }
  throw new Refusal('files.type', { name })
}

/** Text of a person, not markup: no control characters, and no beginning that a browser takes for a page or drawing. */
export function isPlainText(head: Uint8Array): boolean {
  // Excel's «Unicode text»: UTF-16 with its mark.
  if (head[0] === 0xff && head[1] === 0xfe) {
    const text = new TextDecoder('utf-16le').decode(head)
    return !text.includes('<') && !text.includes('\0')
  }
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) return false
  const start = new TextDecoder('utf-8').decode(head).replace(/^\uFEFF/, '')
  return !/<\s*(!doctype|html|head|body|svg|script|iframe|math|\?xml|style|object|embed)/i.test(start)
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
