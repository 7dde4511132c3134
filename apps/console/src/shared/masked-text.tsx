import { EyeOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { Can } from './can.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { useText } from './locale.ts'

export interface MaskedTextProps {
  masked: string
  /** asks the server for the whole value; it writes the trace */
  reveal?: (reason: string) => Promise<string>
  permission?: string
}

/** Personal data as it is shown by default; the whole value needs a right and a reason, and leaves a trace. */
export function MaskedText({ masked, reveal, permission = 'people.reveal' }: MaskedTextProps) {
  const t = useText()
  const [whole, setWhole] = useState<string>()
  if (whole !== undefined) return <span className="figures">{whole}</span>
  return (
    <span className="masked">
      <span className="figures">{masked}</span>
      {reveal && (
        <Can permission={permission}>
          <ConfirmButton
            type="text"
            size="small"
            icon={<EyeOutlined />}
            ask={t.revealWhy}
            reason={t.reason}
            onConfirm={async (reason) => setWhole(await reveal(reason))}
          >
            {t.reveal}
          </ConfirmButton>
        </Can>
      )}
    </span>
  )
}
