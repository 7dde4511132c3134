import { organisationContract } from '@xianghui/server/contract/organisation'
import { Button } from 'antd'
import { call } from '../shared/api.ts'
import { Can } from '../shared/can.tsx'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { FormModal } from '../shared/form-drawer.tsx'
import { useText } from '../shared/locale.ts'
import { ResourceForm } from '../shared/resource-form.tsx'
import { TimelineList } from '../shared/timeline-list.tsx'
import { useAct } from '../shared/use-act.ts'
import { locale } from './locale.ts'
import type { Person, PersonReply } from './shapes.ts'

type Purpose = 'staff.data' | 'station.public' | 'photo.public'

/** What the person agreed to, with the version of the text. */
export function Consents({ reply }: { reply: PersonReply }) {
  const t = useText(locale)
  const { id } = reply.person
  const words: Readonly<Record<string, string>> = t.purposes
  const add = useAct(organisationContract.recordConsent, { done: t.consentAdded, quiet: true })
  const withdraw = useAct(organisationContract.withdrawConsent, { done: t.consentWithdrawn, quiet: true })
  return (
    <section className="organisation-section">
      <h3>{t.consents}</h3>
      {reply.consents.length === 0 && <p className="quiet">{t.noConsents}</p>}
      <TimelineList
        items={reply.consents.map((one) => ({
          key: one.id,
          at: one.withdrawnAt ?? one.givenAt,
          title: words[one.purpose] ?? '',
          tone: one.withdrawnAt === null ? ('good' as const) : ('quiet' as const),
          note: (
            <>
              {one.textVersion}{' '}
              {one.withdrawnAt === null ? (
                <Can permission="people.write">
                  <ConfirmButton
                    size="small"
                    ask={t.withdrawConsentAsk}
                    onConfirm={() => withdraw.actOrThrow({ params: { id }, body: { purpose: one.purpose } })}
                  >
                    {t.withdrawConsent}
                  </ConfirmButton>
                </Can>
              ) : (
                t.consentWithdrawn
              )}
            </>
          ),
        }))}
      />
      <Can permission="people.write">
        <FormModal title={t.addConsent} trigger={<Button size="small">{t.addConsent}</Button>}>
          {(close) => (
            <ResourceForm<{ purpose: Purpose; textVersion: string }>
              name={`consent:${id}`}
              draft={false}
              fields={[
                {
                  key: 'purpose',
                  label: t.consentPurpose,
                  kind: 'radio',
                  required: true,
                  options: Object.entries(t.purposes).map(([value, label]) => ({ value, label })),
                },
                {
                  key: 'textVersion',
                  label: t.consentVersion,
                  why: t.consentVersionWhy,
                  kind: 'text',
                  required: true,
                  max: 40,
                },
              ]}
              onSubmit={(body) => add.actOrThrow({ params: { id }, body })}
              onDone={close}
              onCancel={close}
            />
          )}
        </FormModal>
      </Can>
    </section>
  )
}

/** Acts on the person's own request: a copy of everything, or removal. */
export function PrivacyRequests({ person }: { person: Person }) {
  const t = useText(locale)
  const params = { id: person.id }
  const remove = useAct(organisationContract.anonymisePerson, { done: t.anonymised, quiet: true })
  return (
    <section className="organisation-section">
      <h3>{t.privacy}</h3>
      <div className="form-acts">
        <ConfirmButton
          ask={t.exportAsk}
          reason={t.reason}
          onConfirm={async (reason) =>
            download(`${person.id}.json`, await call(organisationContract.exportPerson, { params, body: { reason } }))
          }
        >
          {t.exportData}
        </ConfirmButton>
        {person.state === 'left' && (
          <ConfirmButton
            danger
            ask={t.anonymiseAsk}
            reason={t.reason}
            onConfirm={(reason) => remove.actOrThrow({ params, body: { reason, version: person.version } })}
          >
            {t.anonymise}
          </ConfirmButton>
        )}
      </div>
    </section>
  )
}

function download(name: string, data: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
