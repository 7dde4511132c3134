import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { frameLocale } from '../locale/frame.ts'
import type { ApiProblem } from '../shared/api.ts'
import { deskPort } from '../shared/desk-port.ts'
import type { TodoItem } from '../shared/desk-types.ts'
import { useLocale, useText } from '../shared/locale.ts'
import { useIsPhone } from '../shared/use-media.ts'
import { TodoList } from './todo-list.tsx'

/** How to-dos are asked for: by the bell each minute, and after every act. */
export function useTodos() {
  const locale = useLocale()
  return useQuery<{ items: TodoItem[]; total: number }, ApiProblem>({
    queryKey: ['desk-todos', locale],
    queryFn: async ({ signal }) => (await deskPort?.listTodos(signal)) ?? { items: [], total: 0 },
    refetchInterval: 60_000,
    staleTime: 10_000,
  })
}

export function TodoBell() {
  const words = useText(frameLocale)
  const phone = useIsPhone()
  const todos = useTodos()
  const [open, setOpen] = useState(false)
  const count = todos.data?.total ?? 0
  return (
    <Popover
      trigger="click"
      placement={phone ? 'bottom' : 'bottomRight'}
      open={open}
      onOpenChange={setOpen}
      title={words.todos}
      content={
        <div className="bell">
          <TodoList items={(todos.data?.items ?? []).slice(0, 8)} onChoose={() => setOpen(false)} />
          <Link to="/" onClick={() => setOpen(false)}>
            {words.allTodos}
          </Link>
        </div>
      }
    >
      <Button
        type="text"
        aria-label={words.todosOpen(count)}
        icon={
          <Badge count={count} size="small" overflowCount={99}>
            <BellOutlined />
          </Badge>
        }
      />
    </Popover>
  )
}
