import { organisationContract } from '@xianghui/server/contract/organisation'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../shared/api.ts'
import { Can } from '../shared/can.tsx'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { DetailDrawer } from '../shared/detail-drawer.tsx'
import { Facts } from '../shared/facts.tsx'
import { useText } from '../shared/locale.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { TimelineList } from '../shared/timeline-list.tsx'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'
import { PersonActs } from './person-acts.tsx'
import { Consents, PrivacyRequests } from './person-privacy.tsx'
import { type Person, type PersonReply, personStates } from './shapes.ts'
import './organisation.css'

/** One person: data masked, posts, consents, requests. */
export function PersonDrawer({ id }: { id: string }) {
  const query = useApi(organisationContract.getPerson, { params: { id } })
  const reply = query.data
  return (
    <DetailDrawer
      title={reply?.person.name ?? ''}
      status={reply && <StatusTag status={personStates[reply.person.state]} />}
      closeTo="/people"
      query={query}
    >
      {reply && (
        <>
          <Can permission="people.write">
            <PersonActs person={reply.person} />
          </Can>
          <PersonFacts reply={reply} />
          <Posts reply={reply} />
          <Consents reply={reply} />
          <Can permission="people.reveal">
            <PrivacyRequests person={reply.person} />
          </Can>
        </>
      )}
    </DetailDrawer>
  )
}

function PersonFacts({ reply }: { reply: PersonReply }) {
  const t = useText(locale)
  const { person, leader } = reply
  const [whole, setWhole] = useState<Pick<Person, 'phone' | 'email' | 'citizenId'>>()
  const shown = whole ?? person
  const hidden = !whole && (person.phone !== null || person.email !== null || person.citizenId !== null)
  return (
    <>
      <Facts
        columns={2}
        items={[
          { label: t.badgeNo, value: person.badgeNo },
          { label: t.gender, value: person.gender && t.genders[person.gender] },
          { label: t.phone, value: shown.phone && <span className="figures">{shown.phone}</span> },
          { label: t.email, value: shown.email },
          { label: t.citizenId, value: shown.citizenId && <span className="figures">{shown.citizenId}</span> },
          { label: t.leader, value: leader ? <Link to={`/people/${leader.id}`}>{leader.name}</Link> : t.noLeader },
          { label: t.account, value: person.accountId ? t.hasAccount : t.noAccount },
          { label: t.note, value: person.note, wide: true },
        ]}
      />
      {hidden && (
        <Can permission="people.reveal">
          <ConfirmButton
            ask={t.revealAsk}
            reason={t.revealReason}
            onConfirm={async (reason) =>
              setWhole(await call(organisationContract.revealPerson, { params: { id: person.id }, body: { reason } }))
            }
          >
            {t.reveal}
          </ConfirmButton>
        </Can>
      )}
    </>
  )
}

function Posts({ reply }: { reply: PersonReply }) {
  const t = useText(locale)
  return (
    <section className="organisation-section">
      <h3>{t.assignments}</h3>
      {reply.assignments.length === 0 && <p className="quiet">{t.noAssignments}</p>}
      <TimelineList
        items={reply.assignments.map((one) => ({
          key: one.id,
          title: `${one.postName} · ${one.main ? t.main : t.secondary}`,
          tone: one.validTo === null ? ('good' as const) : ('quiet' as const),
          note: one.validTo === null ? t.since(one.validFrom) : t.until(one.validFrom, one.validTo),
        }))}
      />
    </section>
  )
}
