import { Link } from 'react-router'
import { frameLocale } from '../locale/frame.ts'
import { DateText } from '../shared/date-text.tsx'
import type { TodoItem } from '../shared/desk-types.ts'
import { Empty } from '../shared/empty.tsx'
import { useText } from '../shared/locale.ts'

/** What waits for the person; each line opens the place where it is done. */
export function TodoList({ items, onChoose }: { items: readonly TodoItem[]; onChoose?: () => void }) {
  const words = useText(frameLocale)
  if (items.length === 0) return <Empty title={words.noTodos} hint={words.noTodosHint} />
  return (
    <ul className="todos">
      {items.map((todo) => (
        <li key={todo.id}>
          <Link to={todo.link} onClick={onChoose}>
            {todo.title}
          </Link>
          <div className="quiet">
            {todo.dueAt ? (
              <>
                {words.due} <DateText value={todo.dueAt} />
              </>
            ) : (
              <DateText value={todo.createdAt} />
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
