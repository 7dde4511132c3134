import { Button, Modal } from 'antd'
import { useState } from 'react'
import { frameLocale } from '../locale/frame.ts'
import { useText } from '../shared/locale.ts'
import { useToast } from '../shared/toast.ts'
import { BindSecondFactor } from '../sign-in/bind-second-factor.tsx'

export function OwnFactor() {
  const words = useText(frameLocale)
  const toast = useToast()
  const [open, setOpen] = useState(false)
  const done = () => {
    setOpen(false)
    toast.done(words.factorBound)
  }
  return (
    <section className="panel">
      <h2>{words.factorTitle}</h2>
      <p>{words.factorIntro}</p>
      <Button onClick={() => setOpen(true)}>{words.factorStart}</Button>
      <Modal
        open={open}
        title={words.bind}
        footer={null}
        mask={{ closable: false }}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <BindSecondFactor onDone={done} />
      </Modal>
    </section>
  )
}
