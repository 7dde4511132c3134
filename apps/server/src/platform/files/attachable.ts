import type { Actor } from '../actor.ts'
import { may } from '../actor.ts'
import type { Tx } from '../db.ts'

/** A kind of thing that can have files; each module registers its own (`Module.attachables`). */
export interface Attachable {
  /** `station`, `article`, `application`: the same word as in the ledger of acts */
  kind: string
  zh: string
  en: string
  /**
   * true: its files are for those who may read the subject, not for everyone with `file.read`
   * (applications with identity papers, exports)
   */
  confidential?: boolean
  /** what the thing is called and where the console shows it; undefined = there is no such thing */
  find(tx: Tx, id: string): Promise<{ title: string; link: string } | undefined>
  /** a permission, or a question about this very subject */
  read: string | ((tx: Tx, actor: Actor, id: string) => Promise<boolean>)
  write: string | ((tx: Tx, actor: Actor, id: string) => Promise<boolean>)
}

/** Other places that hold a file's id (a cover image, an image in a text): they keep it from being removed. */
export interface FileUse {
  /** uses of these files outside the attachment list */
  find(tx: Tx, fileIds: readonly string[]): Promise<{ fileId: string; title: string; link: string }[]>
}

export async function mayAttachable(
  tx: Tx,
  actor: Actor,
  subject: Attachable,
  id: string,
  how: 'read' | 'write',
): Promise<boolean> {
  const rule = subject[how]
  return typeof rule === 'string' ? may(actor, rule) : rule(tx, actor, id)
}
