import { stationsContract } from '@xianghui/server/contract/stations'
import { DateText } from '../shared/date-text.tsx'
import { DetailDrawer } from '../shared/detail-drawer.tsx'
import { Facts } from '../shared/facts.tsx'
import { useText } from '../shared/locale.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { TimelineList } from '../shared/timeline-list.tsx'
import { useApi } from '../shared/use-api.ts'
import { YuanText } from '../shared/yuan-text.tsx'
import { locale } from './locale.ts'
import { StationActs } from './station-acts.tsx'
import { StationMap } from './station-map.tsx'
import { actTones, type Station, type StationReply, stationStates } from './station-shapes.ts'

/** One station: what it is, where, what may be done now, and its whole life. */
export function StationDrawer({ id }: { id: string }) {
  const t = useText(locale)
  const query = useApi(stationsContract.getStation, { params: { id } })
  const reply = query.data
  return (
    <DetailDrawer
      title={reply?.station.name ?? ''}
      status={reply && <StatusTag status={stationStates[reply.station.state]} />}
      closeTo="/stations"
      query={query}
      width={720}
    >
      {reply && (
        <>
          <StationActs reply={reply} />
          <StationFacts station={reply.station} />
          <section className="station-section">
            <h3>{t.position}</h3>
            <StationMap regionCode={reply.station.regionCode} at={placeOf(reply.station)} name={reply.station.name} />
          </section>
          <Appraisals reply={reply} />
          <section className="station-section">
            <h3>{t.history}</h3>
            <History reply={reply} />
          </section>
        </>
      )}
    </DetailDrawer>
  )
}

const placeOf = ({ longitude, latitude }: Station) =>
  longitude === null || latitude === null ? null : { longitude, latitude }

function StationFacts({ station }: { station: Station }) {
  const t = useText(locale)
  return (
    <Facts
      columns={2}
      items={[
        { label: t.code, value: <span className="figures">{station.code}</span> },
        { label: t.level, value: t.levels[station.level] },
        { label: t.region, value: station.regionName ?? station.regionCode },
        { label: t.address, value: station.address },
        { label: t.keeper, value: station.keeperName },
        { label: t.phone, value: station.phone },
        { label: t.hours, value: station.hours },
        { label: t.openedOn, value: station.openedOn && <DateText value={station.openedOn} /> },
        station.closedOn !== null && { label: t.closedOn, value: <DateText value={station.closedOn} /> },
        { label: t.reason, value: station.reason, wide: true },
        station.note !== null && { label: t.note, value: station.note, wide: true },
      ]}
    />
  )
}

function Appraisals({ reply }: { reply: StationReply }) {
  const t = useText(locale)
  return (
    <section className="station-section">
      <h3>{t.appraisals}</h3>
      {reply.appraisals.length === 0 && <p className="quiet">{t.noAppraisals}</p>}
      <TimelineList
        items={reply.appraisals.map((one) => ({
          key: String(one.year),
          at: one.createdAt,
          by: one.createdByName,
          title: `${one.year} · ${t.scoreOf(one.score)} · ${t.results[one.result]}`,
          tone: one.result === 'excellent' || one.result === 'pass' ? ('good' as const) : ('bad' as const),
          note: (
            <>
              {one.subsidyFen !== null && (
                <span>
                  {t.subsidy} <YuanText fen={one.subsidyFen} />{' '}
                </span>
              )}
              {one.note}
            </>
          ),
        }))}
      />
    </section>
  )
}

function History({ reply }: { reply: StationReply }) {
  const t = useText(locale)
  const words: Readonly<Record<string, string>> = t.acts
  return (
    <TimelineList
      items={[...reply.events].reverse().map((event) => ({
        key: event.id,
        at: event.at,
        by: event.actorName,
        title: words[event.act] ?? '',
        tone: actTones[event.act] ?? 'quiet',
        note: event.note,
      }))}
    />
  )
}
