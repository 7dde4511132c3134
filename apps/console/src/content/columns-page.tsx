import { type Column, contentContract } from '@xianghui/server/contract/content'
import { Table } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import { FormDrawer } from '../shared/form-drawer.tsx'
import { LinkButton } from '../shared/link-button.tsx'
import { useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { QueryView } from '../shared/query-view.tsx'
import { ResourceForm } from '../shared/resource-form.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'

/** The columns of the site: names, order, shown or not. */
export default function ColumnsPage() {
  const t = useText(locale)
  const { key } = useParams()
  const query = useApi(contentContract.listColumns)
  const items = query.data?.items ?? []
  const open = key === 'new' ? newColumn(items) : items.find((one) => one.key === key)
  return (
    <Page
      title={t.columns}
      intro={t.columnsIntro}
      act={
        <LinkButton to="/content/columns/new" type="primary">
          {t.addColumn}
        </LinkButton>
      }
    >
      <QueryView query={query}>
        {(data) => (
          <div className="table-scroll">
            <Table
              rowKey="key"
              size="middle"
              pagination={false}
              dataSource={[...data.items]}
              columns={[
                {
                  key: 'name',
                  title: t.columnName,
                  render: (_, row) => <Link to={`/content/columns/${row.key}`}>{row.name}</Link>,
                },
                { key: 'nameEn', title: t.columnNameEn, dataIndex: 'nameEn' },
                { key: 'position', title: t.position, dataIndex: 'position', align: 'right' },
                {
                  key: 'isShown',
                  title: t.isShown,
                  render: (_, row) => (
                    <StatusTag
                      status={
                        row.isShown
                          ? { zh: '显示', en: 'Shown', tone: 'good' }
                          : { zh: '隐藏', en: 'Hidden', tone: 'quiet' }
                      }
                    />
                  ),
                },
              ]}
            />
          </div>
        )}
      </QueryView>
      {open && <ColumnForm key={`${open.key}:${open.version}`} column={open} isNew={key === 'new'} />}
    </Page>
  )
}

function ColumnForm({ column, isNew }: { column: Column; isNew: boolean }) {
  const t = useText(locale)
  const navigate = useNavigate()
  const save = useAct(contentContract.saveColumn, { done: t.columnSaved, quiet: true })
  return (
    <FormDrawer title={isNew ? t.addColumn : column.name} closeTo="/content/columns">
      <ResourceForm<Column>
        name={`column:${isNew ? 'new' : column.key}`}
        schema={contentContract.saveColumn.body}
        initial={column}
        fields={[
          { key: 'key', label: t.columnKey, why: t.columnKeyWhy, kind: 'text', required: true, readOnly: !isNew },
          { key: 'name', label: t.columnName, kind: 'text', required: true },
          { key: 'nameEn', label: t.columnNameEn, kind: 'text', required: true },
          { key: 'position', label: t.position, why: t.positionWhy, kind: 'number', required: true },
          { key: 'isShown', label: t.isShown, kind: 'switch' },
        ]}
        onSubmit={(values) => save.actOrThrow({ body: { ...column, ...values } })}
        onDone={() => navigate('/content/columns')}
      />
    </FormDrawer>
  )
}

const newColumn = (items: readonly Column[]): Column => ({
  key: '',
  name: '',
  nameEn: '',
  position: Math.max(0, ...items.map((one) => one.position)) + 10,
  isShown: true,
  version: 0,
})
