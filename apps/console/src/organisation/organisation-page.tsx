import { organisationContract } from '@xianghui/server/contract/organisation'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useSearchParams } from 'react-router'
import { Can } from '../shared/can.tsx'
import { Empty } from '../shared/empty.tsx'
import { FormModal } from '../shared/form-drawer.tsx'
import { useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { QueryView } from '../shared/query-view.tsx'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'
import { PostForm, UnitForm } from './node-form.tsx'
import { OrgTree } from './org-tree.tsx'

/** Units, posts and who holds them on a day. */
export default function OrganisationPage() {
  const t = useText(locale)
  const [params, setParams] = useSearchParams()
  const day = params.get('day')
  const query = useApi(organisationContract.orgTree, { query: day ? { day } : {} })
  return (
    <Page
      title={t.organisation}
      intro={t.organisationIntro}
      act={
        <Can permission="people.write">
          <span className="form-acts">
            <FormModal title={t.addUnit} trigger={<Button>{t.addUnit}</Button>}>
              {(close) => <UnitForm tree={query.data} close={close} />}
            </FormModal>
            <FormModal title={t.addPost} trigger={<Button type="primary">{t.addPost}</Button>}>
              {(close) => <PostForm tree={query.data} close={close} />}
            </FormModal>
          </span>
        </Can>
      }
    >
      <div className="resource-bar">
        <DatePicker
          aria-label={t.day}
          placeholder={t.day}
          className="filter"
          value={day ? dayjs(day) : null}
          onChange={(value) => setParams(value ? { day: value.format('YYYY-MM-DD') } : {}, { replace: true })}
        />
      </div>
      <QueryView query={query}>
        {(tree) => (tree.units.length === 0 ? <Empty title={t.noOrg} hint={t.noOrgHint} /> : <OrgTree tree={tree} />)}
      </QueryView>
    </Page>
  )
}
