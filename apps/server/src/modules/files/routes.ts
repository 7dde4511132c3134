import type { Mount } from '../../platform/http.ts'
import type { ModuleDeps } from '../../platform/module.ts'
import { confidentialKinds } from './access.ts'
import { readAttachments, setAttachments } from './attachment.service.ts'
import { filesContract as contract, fileAddress, type StoredFile } from './contract.ts'
import { type FileRecord, listFiles } from './file.queries.ts'
import { changeFile, countUses, getFile, removeFile, usesOf } from './file.service.ts'
import { serveFile } from './serve.ts'
import { keepFile, saveFile } from './store.service.ts'
import { withUpload } from './upload.ts'

export function mountFiles(mount: Mount, deps: ModuleDeps): void {
  mountLibrary(mount, deps)
  mount(contract.listAttachments, { may: 'signed-in' }, async ({ query, actor, inCentre }) => ({
    items: await inCentre((tx) => readAttachments(tx, actor, query, deps.attachables)),
  }))
  mount(contract.setAttachments, { may: 'signed-in' }, async ({ body, actor, inCentre }) => ({
    items: await inCentre((tx) => setAttachments(tx, actor, body, body.files, deps.attachables)),
  }))
  mount(contract.serve, { may: 'public' }, async ({ request, reply, params }) =>
    serveFile(deps, request, reply, params),
  )
}

function mountLibrary(mount: Mount, deps: ModuleDeps): void {
  mount(contract.upload, { may: 'file.write' }, async ({ request, actor, centreId, now, inCentre }) =>
    withUpload(request, deps.storage, async (received, name, fields) => {
      const file = await keepFile(deps, received, {
        centreId,
        name,
        createdBy: actor.id,
        isPublic: fields.get('isPublic') === 'true',
        alt: fields.get('alt')?.slice(0, 300) ?? null,
      })
      await inCentre((tx) => saveFile(tx, file))
      return viewOf({ ...file, createdAt: now, deletedAt: null }, 0)
    }),
  )
  mount(contract.list, { may: 'file.read' }, async ({ query, inCentre }) => {
    const page = query.page ?? 1
    const size = query.size ?? 20
    return inCentre(async (tx) => {
      const found = await listFiles(tx, {
        ...query,
        page,
        size,
        confidentialKinds: confidentialKinds(deps.attachables),
      })
      const uses = await countUses(
        tx,
        found.items.map((one) => one.id),
        deps,
      )
      return { items: found.items.map((one) => viewOf(one, uses.get(one.id) ?? 0)), total: found.total, page, size }
    })
  })
  mount(contract.get, { may: 'file.read' }, async ({ params, actor, inCentre }) =>
    inCentre(async (tx) => {
      const file = await getFile(tx, actor, params.id, deps)
      const usedBy = await usesOf(tx, file.id, deps)
      return { ...viewOf(file, usedBy.length), usedBy }
    }),
  )
  mount(contract.update, { may: 'file.write' }, async ({ params, body, actor, inCentre }) =>
    inCentre(async (tx) => {
      const file = await changeFile(tx, actor, params.id, body, deps)
      return viewOf(file, (await countUses(tx, [file.id], deps)).get(file.id) ?? 0)
    }),
  )
  mount(contract.remove, { may: 'file.write' }, async ({ params, actor, inCentre }) => {
    await inCentre((tx) => removeFile(tx, actor, params.id, deps))
    return { ok: true as const }
  })
}

function viewOf(file: FileRecord, uses: number): StoredFile {
  return {
    id: file.id,
    name: file.name,
    mime: file.mime,
    size: file.size,
    isImage: file.mime.startsWith('image/'),
    width: file.width,
    height: file.height,
    variants: file.variants.map(({ name, width, height }) => ({ name, width, height })),
    isPublic: file.isPublic,
    alt: file.alt,
    url: fileAddress(file.id),
    createdAt: file.createdAt.toISOString(),
    uses,
  }
}
