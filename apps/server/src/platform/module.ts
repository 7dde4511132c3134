import type { Flow } from './approval.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import type { Attachable, FileUse } from './files/attachable.ts'
import type { Storage } from './files/storage.ts'
import type { Mount } from './http.ts'
import type { JobHandler, Schedule } from './jobs.ts'
import type { Logger } from './log.ts'
import type { MessageTable } from './messages.ts'
import type { EventHandler } from './outbox.ts'
import type { Sender } from './outgoing.ts'
import type { ChangeFeed } from './public-change.ts'
import type { SheetBinding } from './sheet/binding.ts'

/** What every module may ask for; nothing here has business words. */
export interface ModuleDeps {
  config: Config
  db: Db
  log: Logger
  now: () => Date
  sender: Sender
  /** what visitors see has changed: caches and open streams follow it */
  feed: ChangeFeed
  /** aborted when the server begins to close: long answers (event streams) end then */
  stopping: AbortSignal
  /** all approval flows of all modules, by name */
  flows: ReadonlyMap<string, Flow>
  storage: Storage
  /** sentences of every refusal, for faults that are told later than the request (rows of an import) */
  messages: MessageTable
  /** all tables that can be imported or exported, by key */
  sheets: ReadonlyMap<string, SheetBinding>
  /** all kinds of things that can have files, by kind */
  attachables: ReadonlyMap<string, Attachable>
  fileUses: readonly FileUse[]
}

/** A module as the composition root sees it; parts it does not have are absent. */
export interface Module {
  name: string
  messages?: MessageTable
  flows?: readonly Flow[]
  /** tables for import and export */
  sheets?: readonly SheetBinding[]
  /** kinds of things that can have files */
  attachables?: readonly Attachable[]
  /** where else this module keeps file ids */
  fileUses?: readonly FileUse[]
  mount?(mount: Mount, deps: ModuleDeps): void
  /** reactions to other modules' facts */
  handlers?(deps: ModuleDeps): readonly EventHandler[]
  jobs?(deps: ModuleDeps): Readonly<Record<string, JobHandler>>
  schedules?(deps: ModuleDeps): readonly Schedule[]
}
