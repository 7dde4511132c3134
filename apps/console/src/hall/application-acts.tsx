import { Button } from 'antd'
import type { ReactElement } from 'react'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { useText } from '../shared/locale.ts'
import { useCan, useMe } from '../shared/me.ts'
import { useAct } from '../shared/use-act.ts'
import { type Application, applications } from './hall-shapes.ts'
import { locale } from './locale.ts'

interface Props {
  application: Application
}

/** What this state and this person's rights allow; the server decides again. */
export function ApplicationActs({ application }: Props) {
  const can = useCan()
  if (!can('hall.handle', application.stationId ?? undefined) || application.acts.length === 0) return null
  const parts: Record<string, ReactElement> = {
    accept: <Accept application={application} />,
    start: <Start application={application} />,
    finish: <Finish application={application} />,
    return: <SendBack application={application} />,
    decline: <Decline application={application} />,
  }
  return (
    <div className="hall-acts">
      {Object.entries(parts).map(
        ([act, part]) => application.acts.some((one) => one === act) && <span key={act}>{part}</span>,
      )}
      <Assign application={application} />
    </div>
  )
}

function Accept({ application: { id } }: Props) {
  const t = useText(locale)
  const act = useAct(applications.accept, { done: t.accepted, quiet: true })
  return (
    <ConfirmButton type="primary" ask={t.acceptAsk} onConfirm={() => act.actOrThrow({ params: { id } })}>
      {t.accept}
    </ConfirmButton>
  )
}

function SendBack({ application: { id } }: Props) {
  const t = useText(locale)
  const act = useAct(applications.sendBack, { done: t.sentBack, quiet: true })
  return (
    <ConfirmButton
      ask={t.sendBackAsk}
      reason={t.sendBackReason}
      onConfirm={(reason) => act.actOrThrow({ params: { id }, body: { reason } })}
    >
      {t.sendBack}
    </ConfirmButton>
  )
}

function Start({ application: { id } }: Props) {
  const t = useText(locale)
  const act = useAct(applications.start, { done: t.started, quiet: true })
  return (
    <ConfirmButton type="primary" ask={t.startAsk} onConfirm={() => act.actOrThrow({ params: { id }, body: {} })}>
      {t.start}
    </ConfirmButton>
  )
}

function Finish({ application: { id, state } }: Props) {
  const t = useText(locale)
  const act = useAct(applications.finish, { done: t.finished, quiet: true })
  return (
    <ConfirmButton
      {...(state === 'in_progress' ? { type: 'primary' as const } : {})}
      ask={t.finishAsk}
      reason={t.finishResult}
      onConfirm={(result) => act.actOrThrow({ params: { id }, body: { result } })}
    >
      {t.finish}
    </ConfirmButton>
  )
}

function Decline({ application: { id } }: Props) {
  const t = useText(locale)
  const act = useAct(applications.decline, { done: t.declined, quiet: true })
  return (
    <ConfirmButton
      danger
      ask={t.declineAsk}
      reason={t.declineReason}
      onConfirm={(reason) => act.actOrThrow({ params: { id }, body: { reason } })}
    >
      {t.decline}
    </ConfirmButton>
  )
}

function Assign({ application: { id, assignedTo } }: Props) {
  const t = useText(locale)
  const me = useMe()
  const take = useAct(applications.assign, { done: t.taken })
  const release = useAct(applications.assign, { done: t.released, quiet: true })
  if (assignedTo === me.accountId)
    return (
      <ConfirmButton
        type="text"
        ask={t.releaseAsk}
        onConfirm={() => release.actOrThrow({ params: { id }, body: { accountId: null } })}
      >
        {t.release}
      </ConfirmButton>
    )
  return (
    <Button
      type="text"
      loading={take.running}
      onClick={() => void take.act({ params: { id }, body: { accountId: me.accountId } })}
    >
      {t.take}
    </Button>
  )
}
