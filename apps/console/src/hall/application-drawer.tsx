import { call } from '../shared/api.ts'
import { DateText } from '../shared/date-text.tsx'
import { DetailDrawer } from '../shared/detail-drawer.tsx'
import { Facts } from '../shared/facts.tsx'
import { useLocale, usePick, useText } from '../shared/locale.ts'
import { MaskedText } from '../shared/masked-text.tsx'
import type { Tone } from '../shared/status.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { TimelineList } from '../shared/timeline-list.tsx'
import { useApi } from '../shared/use-api.ts'
import { ApplicationActs } from './application-acts.tsx'
import { Attachments } from './application-attachments.tsx'
import { type Application, applicationStates, applications } from './hall-shapes.ts'
import { locale } from './locale.ts'

/** One application: who, what, how far, and what may be done now. */
export function ApplicationDrawer({ id }: { id: string }) {
  const t = useText(locale)
  const query = useApi(applications.get, { params: { id } })
  const one = query.data
  return (
    <DetailDrawer
      title={one?.serviceName ?? ''}
      status={one && <StatusTag status={applicationStates[one.state]} />}
      closeTo="/hall/applications"
      query={query}
      width={720}
    >
      {one && (
        <>
          <ApplicationActs application={one} />
          <Applicant application={one} />
          <section className="hall-section">
            <h3>{t.answers}</h3>
            <Answers rows={one.answers} />
          </section>
          <section className="hall-section">
            <h3>{t.attachments}</h3>
            <Attachments application={one} />
          </section>
          <section className="hall-section">
            <h3>{t.history}</h3>
            <History application={one} />
          </section>
        </>
      )}
    </DetailDrawer>
  )
}

function Applicant({ application: one }: { application: Application }) {
  const t = useText(locale)
  const reveal = (which: 'applicantName' | 'phone') => async (reason: string) => {
    const whole = await call(applications.reveal, { params: { id: one.id }, body: { reason } })
    return whole[which]
  }
  return (
    <Facts
      columns={2}
      items={[
        { label: t.number, value: <span className="figures">{one.number}</span> },
        { label: t.submittedAt, value: <DateText value={one.submittedAt} time /> },
        { label: t.applicant, value: <MaskedText masked={one.applicant} reveal={reveal('applicantName')} /> },
        { label: t.phone, value: <MaskedText masked={one.phone} reveal={reveal('phone')} /> },
        { label: t.region, value: one.regionName },
        { label: t.handler, value: one.assignedName ?? t.nobody },
        one.dueOn !== null && {
          label: t.dueOn,
          value: (
            <span className={one.overdue ? 'hall-overdue' : undefined}>
              <DateText value={one.dueOn} /> {one.overdue && t.overdue}
            </span>
          ),
        },
        one.reason !== null && { label: t.reason, value: one.reason, wide: true },
        one.score !== null && {
          label: t.rating,
          value: `${t.scoreOf(one.score)} ${one.comment ?? ''}`,
          wide: true,
        },
      ]}
    />
  )
}

export function Answers({ rows }: { rows: Application['answers'] }) {
  const english = useLocale() === 'en'
  return (
    <Facts
      items={rows.map((row) => ({
        label: english ? row.labelEn || row.label : row.label,
        value: <span className="hall-answer">{english ? row.textEn : row.text}</span>,
        wide: true,
      }))}
    />
  )
}

const tones: Readonly<Record<string, Tone>> = {
  accept: 'doing',
  start: 'doing',
  finish: 'good',
  rate: 'good',
  return: 'bad',
  decline: 'bad',
  submit: 'waiting',
  amend: 'waiting',
}

function History({ application }: { application: Application }) {
  const t = useText(locale)
  const pick = usePick()
  return (
    <TimelineList
      items={[...application.events].reverse().map((event) => ({
        key: event.id,
        at: event.at,
        by: event.actorName,
        title: pick(event.actWord),
        tone: tones[event.act] ?? 'quiet',
        note: (
          <>
            {event.note && <div>{event.note}</div>}
            {event.insideNote && (
              <div className="quiet">
                {t.inside}：{event.insideNote}
              </div>
            )}
          </>
        ),
      }))}
    />
  )
}
