import { useState } from 'react'

/** The instant at which the component was first drawn. */
export function useNow(): Date {
  const [now] = useState(() => new Date())
  return now
}
