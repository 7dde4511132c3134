import { useCallback } from 'react'
import { useLocation } from 'react-router'

/** An address with the list's filters kept: `/stations/1` → `/stations/1?state=open&page=2`. */
export function useKeepSearch(): (path: string) => string {
  const { search } = useLocation()
  return useCallback((path: string) => `${path}${search}`, [search])
}
