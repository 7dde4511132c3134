import { deskContract } from '@xianghui/server/contract/desk'
import { Button } from 'antd'
import { Link } from 'react-router'
import { DateText } from '../shared/date-text.tsx'
import { useText } from '../shared/locale.ts'
import { QueryView } from '../shared/query-view.tsx'
import { statuses } from '../shared/status.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'
import './desk.css'

/** On the start page: how much waits, and what became of what one asked for. */
export default function HomePanel() {
  const t = useText(locale)
  const notices = useApi(deskContract.listNotices, {}, { everyMs: 60_000 })
  const mine = useApi(deskContract.listApprovals, { query: { view: 'decide', size: 1 } })
  const asked = useApi(deskContract.listApprovals, { query: { view: 'asked', state: 'open', size: 1 } })
  const read = useAct(deskContract.markNoticesRead)
  return (
    <>
      <ul className="counts" aria-label={t.summary}>
        <Count to="/approvals" label={t.waitingForMe} value={mine.data?.total} />
        <Count to="/approvals?view=asked&state=open" label={t.asked} value={asked.data?.total} />
        <Count to="/#notices" label={t.unreadCount} value={notices.data?.unread} />
      </ul>
      <section className="panel" id="notices">
        <div className="panel-head">
          <h2>{t.notices}</h2>
          {(notices.data?.unread ?? 0) > 0 && (
            <Button size="small" loading={read.running} onClick={() => void read.act()}>
              {t.markRead}
            </Button>
          )}
        </div>
        <QueryView query={notices}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="quiet">{t.noNoticesHint}</p>
            ) : (
              <ul className="todos">
                {items.slice(0, 8).map((notice) => (
                  <li key={notice.id}>
                    {notice.readAt === null && <StatusTag status={{ ...statuses.waiting, zh: '未读', en: 'New' }} />}{' '}
                    {notice.link ? <Link to={notice.link}>{notice.title}</Link> : notice.title}
                    {notice.body && <div>{notice.body}</div>}
                    <div className="quiet">
                      <DateText value={notice.createdAt} />
                    </div>
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
      </section>
    </>
  )
}

function Count({ to, label, value }: { to: string; label: string; value: number | undefined }) {
  return (
    <li>
      <Link to={to}>
        <span className="count-value figures">{value ?? '—'}</span>
        <span>{label}</span>
      </Link>
    </li>
  )
}
