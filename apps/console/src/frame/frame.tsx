import { Drawer, Layout } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Outlet, useLocation, useNavigation } from 'react-router'
import { frameLocale } from '../locale/frame.ts'
import { allMenuEntries } from '../menu.ts'
import { useText } from '../shared/locale.ts'
import { entryAt } from '../shared/module-menu.ts'
import { useMedia } from '../shared/use-media.ts'
import { OfflineNotice } from './offline-notice.tsx'
import { SideMenu } from './side-menu.tsx'
import { TopBar } from './top-bar.tsx'

/** Left menu by trade, top bar, page. On a phone the menu is a drawer. */
export function Frame() {
  const t = useText()
  const words = useText(frameLocale)
  const narrow = useMedia('(max-width: 991px)')
  const [open, setOpen] = useState(false)
  const main = useRef<HTMLElement>(null)
  const navigation = useNavigation()
  useFocusOnNewPage(main)
  return (
    <Layout className="frame" hasSider={!narrow}>
      <a className="skip" href="#main">
        {t.skipToContent}
      </a>
      {narrow ? (
        <Drawer
          open={open}
          placement="left"
          size={264}
          title={words.menu}
          classNames={{ section: 'menu-drawer' }}
          onClose={() => setOpen(false)}
        >
          <SideMenu onChoose={() => setOpen(false)} />
        </Drawer>
      ) : (
        <Layout.Sider width={224} className="sider no-print">
          <SideMenu brand />
        </Layout.Sider>
      )}
      <Layout>
        <TopBar onMenu={narrow ? () => setOpen(true) : undefined} />
        <OfflineNotice />
        <div className={navigation.state === 'idle' ? 'going' : 'going going-on'} aria-hidden="true" />
        <main id="main" ref={main} tabIndex={-1} className="main">
          <Outlet />
        </main>
      </Layout>
    </Layout>
  )
}

/** A new page takes the focus to its heading, so that keyboard and screen reader start there; drawers keep theirs. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation()
  const page = entryAt(allMenuEntries, pathname)?.path ?? pathname
  const before = useRef(page)
  useEffect(() => {
    if (before.current === page) return
    before.current = page
    window.scrollTo(0, 0)
    const heading = main.current?.querySelector<HTMLElement>('h1')
    ;(heading ?? main.current)?.focus({ preventScroll: true })
  }, [page, main])
}
