import { Button, type ButtonProps } from 'antd'
import { useHref, useNavigate } from 'react-router'
import { useKeepSearch } from './use-keep-search.ts'

/** A link that looks like a button; keeps the list's filters in the address with `keepSearch`. */
export function LinkButton({ to, keepSearch, ...rest }: ButtonProps & { to: string; keepSearch?: boolean }) {
  const keep = useKeepSearch()
  const target = keepSearch ? keep(to) : to
  const href = useHref(target)
  const navigate = useNavigate()
  return (
    <Button
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        navigate(target)
      }}
    />
  )
}
