import { Modal } from 'antd'
import { cloneElement, type ReactElement, type ReactNode, useState } from 'react'
import { DetailDrawer } from './detail-drawer.tsx'

/** A form at its own address, over its list (`/stations/new`). */
export function FormDrawer(props: { title: string; closeTo: string; width?: number; children: ReactNode }) {
  return <DetailDrawer {...props} />
}

export interface FormModalProps {
  title: string
  /** the button that opens it */
  trigger: ReactElement<{ onClick?: () => void }>
  width?: number
  children: (close: () => void) => ReactNode
}

/** A short form that needs no address. */
export function FormModal({ title, trigger, width, children }: FormModalProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      {cloneElement(trigger, { onClick: () => setOpen(true) })}
      <Modal open={open} title={title} width={width} footer={null} onCancel={close} destroyOnHidden>
        {children(close)}
      </Modal>
    </>
  )
}
