import { NavLink } from 'react-router'

export interface Part {
  to: string
  label: string
}

/** The parts of one page as links, each with its own address; they wrap on a phone instead of hiding behind a button. */
export function Parts({ label, parts }: { label: string; parts: readonly Part[] }) {
  return (
    <nav className="parts" aria-label={label}>
      {parts.map(({ to, label: name }) => (
        <NavLink key={to} to={to} end>
          {name}
        </NavLink>
      ))}
    </nav>
  )
}
