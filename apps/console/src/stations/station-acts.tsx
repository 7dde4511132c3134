import type { BodyOf } from '@xianghui/kit/contract'
import { stationsContract } from '@xianghui/server/contract/stations'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { FormModal } from '../shared/form-drawer.tsx'
import { useText } from '../shared/locale.ts'
import { ResourceForm } from '../shared/resource-form.tsx'
import { useAct } from '../shared/use-act.ts'
import { locale } from './locale.ts'
import { EditStation } from './station-form.tsx'
import type { StationReply } from './station-shapes.ts'

interface Props {
  reply: StationReply
}

/** The buttons that this state and this person's rights allow; the server says which. */
export function StationActs({ reply }: Props) {
  const parts: Record<string, ReactElement> = {
    approve: <Decide reply={reply} />,
    accept: <Accept reply={reply} />,
    submit: <Submit reply={reply} />,
    appraise: <Appraise reply={reply} />,
    confirm_rectified: <Rectify reply={reply} act="confirm_rectified" />,
    edit: <Edit reply={reply} />,
    withdraw: <Withdraw reply={reply} />,
    order_rectification: <Rectify reply={reply} act="order_rectification" />,
    close: <Close reply={reply} />,
  }
  return (
    <div className="station-acts">
      {Object.entries(parts).map(([act, part]) => reply.acts.includes(act) && <span key={act}>{part}</span>)}
    </div>
  )
}

function Edit({ reply }: Props) {
  const t = useText(locale)
  return (
    <FormModal title={t.edit} width={640} trigger={<Button>{t.edit}</Button>}>
      {(close) => <EditStation station={reply.station} close={close} />}
    </FormModal>
  )
}

function Submit({ reply }: Props) {
  const t = useText(locale)
  const { id, version } = reply.station
  const submit = useAct(stationsContract.submitStation, { done: t.submitted, quiet: true })
  return (
    <ConfirmButton
      type="primary"
      ask={t.submitAsk}
      onConfirm={() => submit.actOrThrow({ params: { id }, body: { version } })}
    >
      {t.submit}
    </ConfirmButton>
  )
}

function Withdraw({ reply }: Props) {
  const t = useText(locale)
  const withdraw = useAct(stationsContract.withdrawStation, { done: t.withdrawn, quiet: true })
  return (
    <ConfirmButton ask={t.withdrawAsk} onConfirm={() => withdraw.actOrThrow({ params: { id: reply.station.id } })}>
      {t.withdraw}
    </ConfirmButton>
  )
}

function Decide({ reply }: Props) {
  const t = useText(locale)
  const params = { id: reply.station.id }
  const pass = useAct(stationsContract.approveStation, { done: t.approved, quiet: true })
  const sendBack = useAct(stationsContract.approveStation, { done: t.sentBack, quiet: true })
  return (
    <span className="station-acts">
      <ConfirmButton
        type="primary"
        ask={t.approveAsk}
        onConfirm={() => pass.actOrThrow({ params, body: { verdict: 'pass', reason: null } })}
      >
        {t.approve}
      </ConfirmButton>
      <ConfirmButton
        ask={t.sendBackAsk}
        reason={t.sendBackReason}
        onConfirm={(reason) => sendBack.actOrThrow({ params, body: { verdict: 'return', reason } })}
      >
        {t.sendBack}
      </ConfirmButton>
    </span>
  )
}

interface Acceptance extends Omit<BodyOf<typeof stationsContract.acceptStation>, 'passed'> {
  passed: 'yes' | 'no'
}

function Accept({ reply }: Props) {
  const t = useText(locale)
  const accept = useAct(stationsContract.acceptStation, { done: t.accepted, quiet: true })
  return (
    <FormModal title={t.accept} trigger={<Button type="primary">{t.accept}</Button>}>
      {(close) => (
        <ResourceForm<Acceptance>
          name={`station-accept:${reply.station.id}`}
          submit={t.accept}
          fields={[
            { key: 'day', label: t.acceptDay, kind: 'day', required: true },
            { key: 'signboard', label: t.signboard, kind: 'switch' },
            { key: 'equipment', label: t.equipment, kind: 'switch' },
            { key: 'training', label: t.training, kind: 'switch' },
            {
              key: 'passed',
              label: t.passed,
              kind: 'radio',
              required: true,
              options: [
                { value: 'yes', label: t.passedYes },
                { value: 'no', label: t.passedNo },
              ],
            },
            { key: 'note', label: t.acceptNote, why: t.acceptNoteWhy, kind: 'textarea', max: 1000 },
          ]}
          initial={{ signboard: false, equipment: false, training: false, note: '' }}
          onSubmit={({ passed, note, ...record }) =>
            accept.actOrThrow({
              params: { id: reply.station.id },
              body: { ...record, note: note ?? '', passed: passed === 'yes' },
            })
          }
          onDone={close}
          onCancel={close}
        />
      )}
    </FormModal>
  )
}

type AppraisalBody = BodyOf<typeof stationsContract.appraiseStation>

function Appraise({ reply }: Props) {
  const t = useText(locale)
  const appraise = useAct(stationsContract.appraiseStation, { done: t.appraised, quiet: true })
  return (
    <FormModal title={t.appraise} trigger={<Button>{t.appraise}</Button>}>
      {(close) => (
        <ResourceForm<AppraisalBody>
          name={`station-appraise:${reply.station.id}`}
          schema={stationsContract.appraiseStation.body}
          submit={t.appraise}
          fields={[
            { key: 'year', label: t.year, kind: 'number', required: true },
            { key: 'score', label: t.score, kind: 'number', required: true },
            {
              key: 'result',
              label: t.result,
              why: t.resultWhy,
              kind: 'radio',
              required: true,
              options: Object.entries(t.results).map(([value, label]) => ({ value, label })),
            },
            { key: 'subsidyFen', label: t.subsidy, why: t.subsidyWhy, kind: 'yuan' },
            { key: 'note', label: t.note, kind: 'textarea' },
          ]}
          onSubmit={(body) => appraise.actOrThrow({ params: { id: reply.station.id }, body })}
          onDone={close}
          onCancel={close}
        />
      )}
    </FormModal>
  )
}

function Rectify({ reply, act }: Props & { act: 'order_rectification' | 'confirm_rectified' }) {
  const t = useText(locale)
  const order = act === 'order_rectification'
  const rectify = useAct(stationsContract.rectifyStation, { done: order ? t.ordered : t.confirmed, quiet: true })
  return (
    <ConfirmButton
      {...(order ? {} : { type: 'primary' as const })}
      ask={reply.station.name}
      reason={order ? t.orderNote : t.confirmNote}
      onConfirm={(note) => rectify.actOrThrow({ params: { id: reply.station.id }, body: { act, note } })}
    >
      {order ? t.order : t.confirm}
    </ConfirmButton>
  )
}

function Close({ reply }: Props) {
  const t = useText(locale)
  const end = useAct(stationsContract.closeStation, { done: t.closed, quiet: true })
  return (
    <FormModal title={t.close} trigger={<Button danger>{t.close}</Button>}>
      {(close) => (
        <ResourceForm<BodyOf<typeof stationsContract.closeStation>>
          name={`station-close:${reply.station.id}`}
          draft={false}
          submit={t.close}
          fields={[
            { key: 'day', label: t.closeDay, why: t.closeWhy, kind: 'day', required: true },
            { key: 'reason', label: t.closeReason, kind: 'textarea', required: true, max: 500 },
          ]}
          onSubmit={(body) => end.actOrThrow({ params: { id: reply.station.id }, body })}
          onDone={close}
          onCancel={close}
        />
      )}
    </FormModal>
  )
}
