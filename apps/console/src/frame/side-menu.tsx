import { HomeOutlined } from '@ant-design/icons'
import { Menu } from 'antd'
import { createElement } from 'react'
import { Link, useLocation } from 'react-router'
import { frameLocale } from '../locale/frame.ts'
import { allMenuEntries } from '../menu.ts'
import logo from '../shared/art/logo.svg'
import { usePick, useText } from '../shared/locale.ts'
import { useCan } from '../shared/me.ts'
import { entryAt, menuFor } from '../shared/module-menu.ts'

/** The menu by trade: only what this person may open. */
export function SideMenu({ brand, onChoose }: { brand?: boolean; onChoose?: () => void }) {
  const pick = usePick()
  const can = useCan()
  const words = useText(frameLocale)
  const { pathname } = useLocation()
  const groups = menuFor(allMenuEntries, can)
  const hasHome = allMenuEntries.some(({ path }) => path === '/')
  const home = { key: '/', icon: <HomeOutlined />, label: <Link to="/">{words.home}</Link> }
  const items = groups.map(({ group, entries }) => ({
    key: group.key,
    type: 'group' as const,
    label: pick(group),
    children: entries.map((entry) => ({
      key: entry.path,
      icon: createElement(entry.icon),
      label: <Link to={entry.path}>{pick(entry)}</Link>,
    })),
  }))
  return (
    <nav aria-label={words.mainMenu}>
      {brand && (
        <Link to="/" className="brand">
          <img src={logo} alt="" width={32} height={32} />
          <span>{words.product}</span>
        </Link>
      )}
      <Menu
        mode="inline"
        theme="dark"
        selectedKeys={[pathname === '/' ? '/' : (entryAt(allMenuEntries, pathname)?.path ?? '')]}
        items={hasHome ? items : [home, ...items]}
        onClick={onChoose}
      />
    </nav>
  )
}
