import { setupContract } from '@xianghui/server/contract/setup'
import { Button, Form, Steps } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../shared/api.ts'
import { useText } from '../shared/locale.ts'
import { useAct } from '../shared/use-act.ts'
import { useIsPhone } from '../shared/use-media.ts'
import { locale } from './locale.ts'
import { AdminStep, CentreStep, DataStep, DoneStep, NoticesStep } from './setup-steps.tsx'
import { bodyOfWizard, initialOf, type Known, stepFields, stepOfFault, type WizardValues } from './wizard-values.ts'

/** Five steps over one form: earlier answers stay, a fault of the server leads back to its own field. */
export function SetupWizard({ token, known, noticeVersion }: { token: string; known: Known; noticeVersion: string }) {
  const t = useText(locale)
  const phone = useIsPhone()
  const [form] = Form.useForm<WizardValues>()
  const [step, setStep] = useState(0)
  const [refused, setRefused] = useState('')
  const finish = useAct(setupContract.finishSetup, { quiet: true })
  const last = stepFields.length - 1

  const next = async () => {
    try {
      await form.validateFields([...(stepFields[step] ?? [])])
    } catch {
      // Each wrong field already says what is wrong; the wizard only stays where it is.
      return
    }
    setRefused('')
    if (step < last) setStep(step + 1)
    else await send()
  }
  const send = async () => {
    try {
      await finish.actOrThrow({ body: bodyOfWizard(form.getFieldsValue(true), token, noticeVersion) })
      setStep(last + 1)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      const first = error.fields[0]
      const place = first && stepOfFault(first.field)
      if (!first || !place) return setRefused(error.message)
      setRefused('')
      setStep(place.step)
      form.setFields([{ name: place.name, errors: [first.message] }])
    }
  }

  if (step > last) return <DoneStep />
  const titles = [t.steps.centre, t.steps.admin, t.steps.data, t.steps.notices, t.steps.done]
  return (
    <>
      {phone ? (
        <p className="quiet">
          {step + 1} / {titles.length} · {titles[step]}
        </p>
      ) : (
        <Steps className="setup-steps" size="small" current={step} items={titles.map((title) => ({ title }))} />
      )}
      <Form<WizardValues> form={form} layout="vertical" requiredMark={false} initialValues={initialOf(known)} preserve>
        <div hidden={step !== 0}>
          <CentreStep />
        </div>
        <div hidden={step !== 1}>
          <AdminStep />
        </div>
        <div hidden={step !== 2}>
          <DataStep />
        </div>
        <div hidden={step !== 3}>
          <NoticesStep />
        </div>
        {refused && (
          <p role="alert" className="refused">
            {refused}
          </p>
        )}
        <div className="form-acts">
          <Button type="primary" size="large" loading={finish.running} onClick={() => void next()}>
            {step === last ? t.finish : t.next}
          </Button>
          {step > 0 && (
            <Button size="large" disabled={finish.running} onClick={() => setStep(step - 1)}>
              {t.previous}
            </Button>
          )}
        </div>
      </Form>
    </>
  )
}
