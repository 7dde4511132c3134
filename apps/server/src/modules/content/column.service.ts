import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Column } from './column.defaults.ts'
import { listColumns, saveColumn } from './column.queries.ts'
import { countByColumn } from './publication.queries.ts'

/** @throws Refusal record.changed | content.column_in_use */
export async function keepColumn(tx: Tx, actor: Actor, column: Column): Promise<void> {
  const before = (await listColumns(tx)).find((one) => one.key === column.key)
  if (!column.isShown && ((await countByColumn(tx)).get(column.key) ?? 0) > 0)
    throw new Refusal('content.column_in_use')
  if ((before?.version ?? 0) !== column.version || !(await saveColumn(tx, column))) throw new Refusal('record.changed')
  await recordAct(tx, actor, {
    action: 'content.column_saved',
    subject: { kind: 'column', id: column.key },
    summary: `${actor.name} 保存了栏目“${column.name}”`,
    before: before ?? null,
    after: column,
  })
  await publicChanged(tx)
}
