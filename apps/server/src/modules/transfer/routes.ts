import { may } from '../../platform/actor.ts'
import type { Mount } from '../../platform/http.ts'
import type { ModuleDeps } from '../../platform/module.ts'
import { Refusal } from '../../platform/refusal.ts'
import { writeTemplate } from '../../platform/sheet/template.ts'
import { contentDisposition, keepFile, withUpload } from '../files/index.ts'
import { transferContract as contract } from './contract.ts'
import { listTasks } from './task.queries.ts'
import { cancelTask, confirmImport, getTask, sheetFor, startExport, startImport, undoImport } from './task.service.ts'
import { detailOf, viewOf } from './task.view.ts'

const xlsxMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function mountTransfer(mount: Mount, deps: ModuleDeps): void {
  mountSheets(mount, deps)
  mountTasks(mount, deps)
}

function mountSheets(mount: Mount, deps: ModuleDeps): void {
  mount(contract.listSheets, { may: 'signed-in' }, async ({ actor }) => ({
    items: [...deps.sheets.values()].map(({ spec, permissions, apply }) => ({
      key: spec.key,
      zh: spec.zh,
      en: spec.en,
      canImport:
        apply !== undefined &&
        permissions.import !== undefined &&
        may(actor, 'data.import') &&
        may(actor, permissions.import),
      canExport: may(actor, 'data.export') && may(actor, permissions.export),
    })),
  }))
  mount(contract.template, { may: 'data.import' }, async ({ params, query, actor, reply, locale }) => {
    const { spec } = sheetFor(deps.sheets, params.sheet, actor, 'import')
    const format = query.format === 'csv' ? 'csv' : 'xlsx'
    const content = await writeTemplate(format, spec, locale === 'en' ? 'en' : 'zh')
    const name = locale === 'en' ? `${spec.en} template.${format}` : `${spec.zh}-导入模板.${format}`
    return reply
      .header('content-disposition', contentDisposition(name, false))
      .type(format === 'csv' ? 'text/csv; charset=utf-8' : xlsxMime)
      .send(Buffer.from(content))
  })
  mount(contract.startImport, { may: 'data.import' }, async ({ params, actor, centreId, request, inCentre, now }) => {
    const binding = sheetFor(deps.sheets, params.sheet, actor, 'import')
    return withUpload(request, deps.storage, async (received, name) => {
      const { ext } = received.kind
      if (!['csv', 'txt', 'xlsx'].includes(ext)) throw new Refusal('transfer.import_type')
      const file = await keepFile(deps, received, { centreId, name, createdBy: actor.id })
      const task = await inCentre((tx) => startImport(tx, actor, binding, file, ext))
      return viewOf(task, now)
    })
  })
  mount(contract.startExport, { may: 'data.export' }, async ({ params, body, actor, inCentre, now }) => {
    const binding = sheetFor(deps.sheets, params.sheet, actor, 'export')
    const request = {
      filter: body.filter ?? {},
      format: body.format === 'csv' ? ('csv' as const) : ('xlsx' as const),
      revealReason: body.revealReason ?? null,
    }
    return inCentre(async (tx) => viewOf(await startExport(tx, actor, binding, request), now))
  })
}

function mountTasks(mount: Mount, deps: ModuleDeps): void {
  mount(contract.listTasks, { may: 'signed-in' }, async ({ query, actor, inCentre, now }) => {
    const page = query.page ?? 1
    const size = query.size ?? 20
    const found = await inCentre((tx) => listTasks(tx, { ...query, createdBy: actor.id ?? '0', page, size }))
    return { items: found.items.map((task) => viewOf(task, now)), total: found.total, page, size }
  })
  mount(contract.getTask, { may: 'signed-in' }, async ({ params, actor, inCentre, now }) =>
    detailOf(await inCentre((tx) => getTask(tx, actor, params.id)), now, deps.sheets),
  )
  mount(contract.confirmImport, { may: 'data.import' }, async ({ params, body, actor, inCentre, now }) =>
    inCentre(async (tx) => viewOf(await confirmImport(tx, actor, params.id, body.skipBad ?? false), now)),
  )
  mount(contract.cancelTask, { may: 'signed-in' }, async ({ params, actor, inCentre, now }) =>
    inCentre(async (tx) => viewOf(await cancelTask(tx, actor, params.id), now)),
  )
  mount(contract.undoImport, { may: 'data.import' }, async ({ params, actor, inCentre, now }) =>
    inCentre(async (tx) => viewOf(await undoImport(tx, actor, params.id), now)),
  )
}
