import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useText } from './locale.ts'
import type { Column } from './table-columns.ts'

export interface ColumnChooserProps<Row> {
  columns: readonly Column<Row>[]
  shown: readonly string[]
  choose: (keys: string[]) => void
  reset: () => void
}

/** Which columns the list shows; kept on this device. At least one stays. */
export function ColumnChooser<Row>({ columns, shown, choose, reset }: ColumnChooserProps<Row>) {
  const t = useText()
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t.columns}
      content={
        <div className="column-chooser">
          <p className="quiet">{t.columnsHint}</p>
          <Checkbox.Group
            value={[...shown]}
            options={columns.map((column) => ({ value: column.key, label: column.title }))}
            onChange={(keys) => keys.length > 0 && choose(keys)}
          />
          <Button size="small" onClick={reset}>
            {t.resetColumns}
          </Button>
        </div>
      }
    >
      <Button icon={<SettingOutlined />} aria-label={t.columns} title={t.columns} />
    </Popover>
  )
}
