import type { Flow } from './approval.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import type { Mount } from './http.ts'
import type { JobHandler, Schedule } from './jobs.ts'
import type { Logger } from './log.ts'
import type { MessageTable } from './messages.ts'
import type { EventHandler } from './outbox.ts'
import type { Sender } from './outgoing.ts'

/** What every module may ask for; nothing here has business words. */
export interface ModuleDeps {
  config: Config
  db: Db
  log: Logger
  now: () => Date
  sender: Sender
  /** all approval flows of all modules, by name */
  flows: ReadonlyMap<string, Flow>
}

/** A module as the composition root sees it; parts it does not have are absent. */
export interface Module {
  name: string
  messages?: MessageTable
  flows?: readonly Flow[]
  mount?(mount: Mount, deps: ModuleDeps): void
  /** reactions to other modules' facts */
  handlers?(deps: ModuleDeps): readonly EventHandler[]
  jobs?(deps: ModuleDeps): Readonly<Record<string, JobHandler>>
  schedules?(deps: ModuleDeps): readonly Schedule[]
}
