/** The address to return to after sign-in: only one of the console's own, never another site or sign-in itself. */
export function safeBack(back: string | null): string {
  if (!back?.startsWith('/') || /^\/[/\\]/.test(back) || back.startsWith('/sign-in')) return '/'
  return back
}
