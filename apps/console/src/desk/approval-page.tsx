import { useParams } from 'react-router'
import { ApprovalPanel } from '../shared/approval-panel.tsx'
import { useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { locale } from './locale.ts'

/** One approval: what was submitted, as it stood then, its steps, and the decision. */
export default function ApprovalPage() {
  const t = useText(locale)
  const { id = '' } = useParams()
  return (
    <Page title={t.approvals} intro={t.approvalIntro} back="/approvals">
      <section className="panel">
        <ApprovalPanel key={id} approvalId={id} />
      </section>
    </Page>
  )
}
