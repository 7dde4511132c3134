import { MenuOutlined } from '@ant-design/icons'
import { Button, Layout } from 'antd'
import { frameLocale } from '../locale/frame.ts'
import { useText } from '../shared/locale.ts'
import { AccountMenu } from './account-menu.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { StaffSearch } from './staff-search.tsx'
import { TodoBell } from './todo-bell.tsx'
import { useCentreName } from './use-centre-name.ts'

/** Centre, search, to-dos, language, account. */
export function TopBar({ onMenu }: { onMenu?: () => void }) {
  const words = useText(frameLocale)
  const centre = useCentreName()
  return (
    <Layout.Header className="top no-print">
      {onMenu && <Button type="text" icon={<MenuOutlined />} aria-label={words.openMenu} onClick={onMenu} />}
      <span className="centre-name">{centre ?? words.product}</span>
      <StaffSearch />
      <TodoBell />
      <LanguageSwitch />
      <AccountMenu />
    </Layout.Header>
  )
}
