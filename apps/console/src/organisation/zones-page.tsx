import { organisationContract } from '@xianghui/server/contract/organisation'
import { Link, useParams } from 'react-router'
import { Empty } from '../shared/empty.tsx'
import { LinkButton } from '../shared/link-button.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { QueryView } from '../shared/query-view.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'
import { type Zone, zoneStates } from './shapes.ts'
import { ZoneDrawer } from './zone-drawer.tsx'
import './organisation.css'

/** The nine zones: what they are for, when open, who is in charge. */
export default function ZonesPage() {
  const t = useText(locale)
  const { id } = useParams()
  const query = useApi(organisationContract.listZones)
  const chosen = query.data?.find((zone) => zone.id === id)
  return (
    <Page title={t.zones} intro={t.zonesIntro} act={<LinkButton to="/equipment">{t.equipmentRegister}</LinkButton>}>
      <QueryView query={query}>
        {(zones) =>
          zones.length === 0 ? (
            <Empty title={t.noZones} hint={t.noZonesHint} />
          ) : (
            <ul className="zone-cards">
              {zones.map((zone) => (
                <ZoneCard key={zone.id} zone={zone} />
              ))}
            </ul>
          )
        }
      </QueryView>
      {chosen && <ZoneDrawer zone={chosen} />}
    </Page>
  )
}

function ZoneCard({ zone }: { zone: Zone }) {
  const t = useText(locale)
  const pick = usePick()
  return (
    <li className="panel zone-card">
      <div className="org-head">
        <h2>
          <span className="quiet figures">{zone.position}</span>{' '}
          <Link to={`/zones/${zone.id}`}>{pick({ zh: zone.name, en: zone.nameEn || zone.name })}</Link>
        </h2>
        <StatusTag status={zoneStates[zone.state]} />
      </div>
      <p>{pick({ zh: zone.purpose, en: zone.purposeEn || zone.purpose })}</p>
      <p className="quiet">
        {t.staff} {zone.staffName ?? t.unset} · {t.openingHours} {zone.openingHours ?? t.unset}
      </p>
    </li>
  )
}
