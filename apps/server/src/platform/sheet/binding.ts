import type { Actor } from '../actor.ts'
import type { Tx } from '../db.ts'
import type { SheetRow, SheetSpec } from './spec.ts'

/** What a list is narrowed to: the same words as the list's query, so an export gives what the filter shows. */
export type SheetFilter = Readonly<Record<string, unknown>>

export interface ExportContext {
  actor: Actor
  filter: SheetFilter
  /** personal data whole: the actor holds `people.reveal` and wrote a reason */
  reveal: boolean
}

export interface RowCheck {
  /** new = not there yet; changed = there, with other values; same = nothing to do; bad = see faults */
  state: 'new' | 'changed' | 'same' | 'bad'
  faults?: readonly { column: string; zh: string; en: string }[]
}

/** What one applied row did: the way back. `before` null = the row was new. */
export interface AppliedRow {
  subjectId: string
  before: object | null
  after: object
}

/** How a module's records become rows of a file and back. Make one with `bindSheet`. */
export interface SheetBindingOf<Row extends SheetRow> {
  spec: SheetSpec<Row>
  /** besides data.import and data.export; absent import = export only */
  permissions: { import?: string; export: string }
  /** what makes two rows of one file the same record ('' = no such key) */
  keyOf?(row: Row): string
  /** how many rows `list` will give in all: the file must hold exactly as many */
  count(tx: Tx, context: ExportContext): Promise<number>
  /** a page in a stable order; `after` is what the page before gave as `next` */
  list(
    tx: Tx,
    context: ExportContext,
    after: string | null,
    size: number,
  ): Promise<{ rows: Row[]; next: string | null }>
  /** absent columns of the file come as undefined: leave those fields as they are */
  check?(tx: Tx, row: Partial<Row>, actor: Actor): Promise<RowCheck>
  /** only for rows that `check` called new or changed, in the same transaction; may throw a Refusal */
  apply?(tx: Tx, actor: Actor, row: Partial<Row>): Promise<AppliedRow>
  /** back to `before`; 'changed' = somebody changed the record since, so it stays */
  undo?(tx: Tx, actor: Actor, record: AppliedRow): Promise<'undone' | 'changed'>
  /** after each chunk that wrote something (search, publicChanged) */
  written?(tx: Tx, subjectIds: readonly string[]): Promise<void>
}

/** A binding whose row type is forgotten: what the registry holds. */
export interface SheetBinding extends SheetBindingOf<SheetRow> {}

/** Forgets the row type; rows are only ever made by reading the binding's own spec. */
export function bindSheet<Row extends SheetRow>(binding: SheetBindingOf<Row>): SheetBinding {
  const { spec, check, apply, keyOf } = binding
  return {
    ...binding,
    spec: { ...spec, columns: spec.columns },
    ...(keyOf ? { keyOf: (row: SheetRow) => keyOf(row as Row) } : {}),
    ...(check
      ? { check: (tx: Tx, row: Partial<SheetRow>, actor: Actor) => check(tx, row as Partial<Row>, actor) }
      : {}),
    ...(apply
      ? { apply: (tx: Tx, actor: Actor, row: Partial<SheetRow>) => apply(tx, actor, row as Partial<Row>) }
      : {}),
  }
}

/** All bindings by key; two owners of one key do not start. */
export function sheetRegistry(bindings: readonly SheetBinding[]): ReadonlyMap<string, SheetBinding> {
  const all = new Map<string, SheetBinding>()
  for (const binding of bindings) {
    if (all.has(binding.spec.key)) throw new Error(`sheet declared twice: ${binding.spec.key}`)
    all.set(binding.spec.key, binding)
  }
  return all
}
