import { filesContract } from '@xianghui/server/contract/files'
import { AttachmentList } from '../shared/attachment-list.tsx'
import { useCan } from '../shared/me.ts'
import { QueryView } from '../shared/query-view.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import type { Application } from './hall-shapes.ts'

const kind = 'application'

/** Papers of an application: what was handed in at the counter, what was delivered. Only for those who may read it. */
export function Attachments({ application: { id, stationId } }: { application: Application }) {
  const can = useCan()
  const query = useApi(filesContract.listAttachments, { query: { kind, id } })
  const save = useAct(filesContract.setAttachments)
  const mayWrite = can('hall.handle', stationId ?? undefined) && can('file.write')
  return (
    <QueryView query={query}>
      {({ items }) => (
        <AttachmentList
          value={items.map((one) => ({ id: one.fileId, name: one.name, size: one.size, url: one.url }))}
          {...(mayWrite
            ? {
                onChange: (files) =>
                  void save.act({ body: { kind, id, files: files.map((one) => ({ fileId: one.id })) } }),
              }
            : {})}
        />
      )}
    </QueryView>
  )
}
