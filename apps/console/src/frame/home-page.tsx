import { createElement, Suspense } from 'react'
import { Link } from 'react-router'
import { frameLocale } from '../locale/frame.ts'
import { allMenuEntries } from '../menu.ts'
import { deskPort } from '../shared/desk-port.ts'
import { usePick, useText } from '../shared/locale.ts'
import { useCan, useMe } from '../shared/me.ts'
import { menuFor } from '../shared/module-menu.ts'
import { Page } from '../shared/page.tsx'
import { QueryView } from '../shared/query-view.tsx'
import { useTodos } from './todo-bell.tsx'
import { TodoList } from './todo-list.tsx'

/** The start page: what waits for the person, then the doors to the work. */
export function HomePage() {
  const words = useText(frameLocale)
  const pick = usePick()
  const can = useCan()
  const me = useMe()
  const todos = useTodos()
  const groups = menuFor(allMenuEntries, can)
  return (
    <Page title={words.homeTitle(me.name)} intro={words.homeIntro}>
      <section className="panel">
        <h2>{words.todos}</h2>
        <QueryView query={todos}>{(data) => <TodoList items={data.items} />}</QueryView>
      </section>
      {deskPort && (
        <Suspense fallback={null}>
          <deskPort.HomePanel />
        </Suspense>
      )}
      {groups.length > 0 && (
        <section>
          <h2>{words.homeWork}</h2>
          {groups.map(({ group, entries }) => (
            <div key={group.key} className="door-group">
              <h3>{pick(group)}</h3>
              <ul className="doors">
                {entries.map((entry) => (
                  <li key={entry.path}>
                    <Link to={entry.path}>
                      {createElement(entry.icon)} {pick(entry)}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
    </Page>
  )
}
