import type { BodyOf } from '@xianghui/kit/contract'
import { centreContract } from '@xianghui/server/contract/centre'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { Can } from '../shared/can.tsx'
import { DetailDrawer } from '../shared/detail-drawer.tsx'
import { Facts } from '../shared/facts.tsx'
import { FormDrawer, FormModal } from '../shared/form-drawer.tsx'
import { useText } from '../shared/locale.ts'
import { ResourceForm } from '../shared/resource-form.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'
import { useValidity } from './region-shapes.ts'

type NewBody = BodyOf<typeof centreContract.addRegion>

/** A code's every stretch of days, and what took over. */
export function RegionDrawer({ code }: { code: string }) {
  const t = useText(locale)
  const validity = useValidity()
  const query = useApi(centreContract.regionHistory, { params: { code } })
  const rows = query.data ?? []
  const open = rows.some((row) => row.validTo === null)
  return (
    <DetailDrawer
      title={rows.at(-1)?.name ?? code}
      closeTo="/regions"
      query={query}
      acts={open && <Can permission="region.write">{<CloseRegion code={code} />}</Can>}
    >
      {rows.map((row) => (
        <section key={row.validFrom ?? ''} className="panel">
          <Facts
            items={[
              { label: t.code, value: row.code },
              { label: t.name, value: row.name },
              { label: t.nameEn, value: row.nameEn },
              { label: t.level, value: t.levels[row.level] },
              {
                label: t.parent,
                value: row.parentCode && <Link to={`/regions/${row.parentCode}`}>{row.parentCode}</Link>,
              },
              { label: t.validity, value: validity(row) },
              row.successors.length > 0 && {
                label: t.successors,
                value: row.successors.map((one) => (
                  <div key={one.code}>
                    <Link to={`/regions/${one.code}`}>{one.name}</Link> <span className="quiet">{one.code}</span>
                  </div>
                )),
              },
              {
                label: t.seat,
                value:
                  row.longitude === null || row.latitude === null
                    ? null
                    : `${row.longitude}, ${row.latitude}（${t.seatNote}）`,
              },
              { label: t.source, value: row.source },
              { label: t.note, value: row.note },
            ]}
          />
        </section>
      ))}
    </DetailDrawer>
  )
}

function CloseRegion({ code }: { code: string }) {
  const t = useText(locale)
  const end = useAct(centreContract.closeRegion, { done: t.closed, quiet: true })
  return (
    <FormModal title={t.close} trigger={<Button danger>{t.close}</Button>}>
      {(close) => (
        <ResourceForm<{ lastDay: string; reason: string }>
          name={`region-close:${code}`}
          draft={false}
          submit={t.close}
          fields={[
            { key: 'lastDay', label: t.lastDay, kind: 'day', required: true },
            { key: 'reason', label: t.reason, why: t.sourceWhy, kind: 'textarea', required: true, max: 500 },
          ]}
          onSubmit={(body) => end.actOrThrow({ params: { code }, body })}
          onDone={close}
          onCancel={close}
        />
      )}
    </FormModal>
  )
}

export function NewRegion() {
  const t = useText(locale)
  const navigate = useNavigate()
  const add = useAct(centreContract.addRegion, { done: t.added, quiet: true })
  return (
    <FormDrawer title={t.add} closeTo="/regions">
      <ResourceForm<NewBody>
        name="region:new"
        schema={centreContract.addRegion.body}
        fields={[
          { key: 'code', label: t.code, kind: 'text', required: true },
          { key: 'name', label: t.name, kind: 'text', required: true },
          { key: 'nameEn', label: t.nameEn, kind: 'text' },
          {
            key: 'level',
            label: t.level,
            kind: 'select',
            required: true,
            options: Object.entries(t.levels).map(([value, label]) => ({ value, label })),
          },
          { key: 'parentCode', label: t.parent, why: t.parentWhy, kind: 'text' },
          { key: 'validFrom', label: t.validFrom, kind: 'day', required: true },
          { key: 'validTo', label: t.validTo, kind: 'day' },
          { key: 'longitude', label: t.longitude, kind: 'number' },
          { key: 'latitude', label: t.latitude, kind: 'number' },
          { key: 'source', label: t.source, why: t.sourceWhy, kind: 'text', required: true },
          { key: 'note', label: t.note, kind: 'textarea' },
        ]}
        initial={{ nameEn: '', level: 'township' }}
        onSubmit={(body) => add.actOrThrow({ body })}
        onDone={() => navigate('/regions')}
        onCancel={() => navigate('/regions')}
      />
    </FormDrawer>
  )
}
