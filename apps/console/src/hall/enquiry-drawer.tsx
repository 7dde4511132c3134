import { call } from '../shared/api.ts'
import { Can } from '../shared/can.tsx'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { DateText } from '../shared/date-text.tsx'
import { DetailDrawer } from '../shared/detail-drawer.tsx'
import { Facts } from '../shared/facts.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { MaskedText } from '../shared/masked-text.tsx'
import { ResourceForm } from '../shared/resource-form.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { type Enquiry, enquiries, enquiryStates, kindWord } from './hall-shapes.ts'
import { locale } from './locale.ts'

/** One enquiry with its answer. */
export function EnquiryDrawer({ id }: { id: string }) {
  const pick = usePick()
  const query = useApi(enquiries.getEnquiry, { params: { id } })
  const one = query.data
  return (
    <DetailDrawer
      title={one ? pick(kindWord(one.kind)) : ''}
      status={one && <StatusTag status={enquiryStates[one.state]} />}
      closeTo="/hall/enquiries"
      query={query}
      acts={
        one &&
        one.state !== 'closed' && (
          <Can permission="hall.handle">
            <Close enquiry={one} />
          </Can>
        )
      }
    >
      {one && (
        <>
          <Asked enquiry={one} />
          {one.state !== 'closed' && (
            <Can permission="hall.handle">
              <Answer key={one.id} enquiry={one} />
            </Can>
          )}
        </>
      )}
    </DetailDrawer>
  )
}

function Asked({ enquiry: one }: { enquiry: Enquiry }) {
  const t = useText(locale)
  const reveal = (which: 'name' | 'phone' | 'contact') => async (reason: string) => {
    const whole = await call(enquiries.revealEnquirer, { params: { id: one.id }, body: { reason } })
    return whole[which] ?? ''
  }
  return (
    <Facts
      columns={2}
      items={[
        { label: t.number, value: <span className="figures">{one.number}</span> },
        { label: t.askedAt, value: <DateText value={one.createdAt} time /> },
        one.name !== null && { label: t.asker, value: <MaskedText masked={one.name} reveal={reveal('name')} /> },
        one.phone !== null && { label: t.phone, value: <MaskedText masked={one.phone} reveal={reveal('phone')} /> },
        one.hasContact && { label: t.contact, value: <MaskedText masked={t.hidden} reveal={reveal('contact')} /> },
        one.page !== null && { label: t.page, value: one.page, wide: true },
        { label: t.content, value: <span className="hall-answer">{one.content}</span>, wide: true },
        one.answer !== null && {
          label: t.answer,
          value: <span className="hall-answer">{one.answer}</span>,
          wide: true,
        },
        one.answeredAt !== null && {
          label: t.answeredBy,
          value: (
            <>
              {one.answeredByName} <DateText value={one.answeredAt} time />
            </>
          ),
          wide: true,
        },
        one.score !== null && { label: t.rating, value: `${t.scoreOf(one.score)} ${one.comment ?? ''}`, wide: true },
      ]}
    />
  )
}

function Answer({ enquiry }: { enquiry: Enquiry }) {
  const t = useText(locale)
  const answer = useAct(enquiries.answerEnquiry, { done: t.answered, quiet: true })
  return (
    <section className="hall-section">
      <ResourceForm<{ answer: string }>
        name={`enquiry:${enquiry.id}`}
        fields={[{ key: 'answer', label: t.answer, why: t.answerWhy, kind: 'textarea', required: true, max: 2000 }]}
        initial={{ answer: enquiry.answer ?? '' }}
        submit={enquiry.answer === null ? t.answerAct : t.answerAgain}
        onSubmit={(body) => answer.actOrThrow({ params: { id: enquiry.id }, body })}
      />
    </section>
  )
}

function Close({ enquiry }: { enquiry: Enquiry }) {
  const t = useText(locale)
  const close = useAct(enquiries.closeEnquiry, { done: t.closed, quiet: true })
  const params = { id: enquiry.id }
  // Answered: nothing more to say; never answered: the reason goes into the record.
  return enquiry.answer === null ? (
    <ConfirmButton
      ask={t.closeAsk}
      reason={t.closeReason}
      onConfirm={(reason) => close.actOrThrow({ params, body: { reason } })}
    >
      {t.close}
    </ConfirmButton>
  ) : (
    <ConfirmButton ask={t.closeAsk} onConfirm={() => close.actOrThrow({ params, body: {} })}>
      {t.close}
    </ConfirmButton>
  )
}
