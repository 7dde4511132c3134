import { centreContract } from '@xianghui/server/contract/centre'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { DateText } from '../shared/date-text.tsx'
import { Empty } from '../shared/empty.tsx'
import { useText } from '../shared/locale.ts'
import { useCan } from '../shared/me.ts'
import { Page } from '../shared/page.tsx'
import { QueryView } from '../shared/query-view.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { useApi } from '../shared/use-api.ts'
import { HolidayForm } from './holiday-form.tsx'
import { dayStatuses, type Notice } from './holiday-shapes.ts'
import { locale } from './locale.ts'
import './centre.css'

/** One year's holidays and make-up working days; a year without its notice says so. */
export default function HolidaysPage() {
  const t = useText(locale)
  const [params, setParams] = useSearchParams()
  const asked = Number(params.get('year')) || undefined
  const query = useApi(centreContract.listHolidays, { query: asked ? { year: asked } : {} })
  const data = query.data
  const last = Math.max(...(data?.years ?? []), data?.year ?? 0)
  const years = data ? [...new Set([...data.years, data.year, last + 1])].sort((a, b) => b - a) : []
  return (
    <Page
      title={t.holidays}
      intro={t.holidaysIntro}
      act={
        data && (
          <Select
            aria-label={t.year}
            value={data.year}
            options={years.map((year) => ({ value: year, label: t.yearOf(year) }))}
            onChange={(year) => setParams({ year: String(year) }, { replace: true })}
          />
        )
      }
    >
      <QueryView query={query}>{(notice) => <Year key={notice.year} notice={notice} />}</QueryView>
    </Page>
  )
}

function Year({ notice }: { notice: Notice }) {
  const t = useText(locale)
  const can = useCan()
  const [editing, setEditing] = useState(false)
  const off = notice.days.filter((day) => day.isOff).length
  const act = can('rule.write') && (
    <Button onClick={() => setEditing(true)}>{notice.days.length > 0 ? t.editYear : t.enterYear}</Button>
  )
  return (
    <>
      {notice.state === 'missing-next' && <Alert type="warning" showIcon title={t.missingNext} />}
      {notice.state === 'missing-current' && <Alert type="error" showIcon title={t.missingCurrent} />}
      <section className="panel">
        {editing ? (
          <HolidayForm notice={notice} close={() => setEditing(false)} />
        ) : notice.days.length === 0 ? (
          <Empty title={t.noNotice} hint={t.noNoticeHint} act={act} />
        ) : (
          <>
            <div className="page-head">
              <div>
                <h2>{t.yearOf(notice.year)}</h2>
                <p className="page-intro">
                  {notice.source} · {t.countOff(off, notice.days.length - off)}
                </p>
              </div>
              {act}
            </div>
            <ul className="holiday-days">
              {notice.days.map((day) => (
                <li key={day.date}>
                  <DateText value={day.date} />
                  <span>{day.name}</span>
                  <StatusTag status={day.isOff ? dayStatuses.off : dayStatuses.work} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  )
}
