import { UploadOutlined } from '@ant-design/icons'
import { Button, Modal, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { usePick, useText } from './locale.ts'
import { transferWords } from './transfer-words.ts'
import { useSheet } from './use-sheet.ts'

const ImportWizard = lazy(() => import('./import-wizard.tsx'))

export interface ImportButtonProps {
  /** the kind of rows, as the transfer module names it: 'people', 'stations' */
  kind: string
  label?: string
}

/** Template, preview, faults, progress, undo. Shows itself only to those who may import this kind. */
export function ImportButton({ kind, label }: ImportButtonProps) {
  const t = useText(transferWords)
  const pick = usePick()
  const sheet = useSheet(kind)
  const [open, setOpen] = useState(false)
  if (!sheet?.canImport) return null
  return (
    <>
      <Button icon={<UploadOutlined />} onClick={() => setOpen(true)}>
        {label ?? t.import}
      </Button>
      <Modal
        open={open}
        title={t.importOf(pick(sheet))}
        width={880}
        footer={null}
        mask={{ closable: false }}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Suspense fallback={<Skeleton active />}>
          <ImportWizard kind={kind} />
        </Suspense>
      </Modal>
    </>
  )
}
