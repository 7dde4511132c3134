/**
 * A screen that nobody touches takes the new version by itself: the page is asked every ten minutes, and when its
 * script has another name the screen reloads. Once a day, at four in the morning, it reloads anyway.
 */
export function renewItself(): void {
  const mine = scriptOf(document.documentElement.outerHTML)
  setInterval(async () => {
    try {
      const reply = await fetch('/screen/', { cache: 'no-store', signal: AbortSignal.timeout(10_000) })
      const theirs = reply.ok ? scriptOf(await reply.text()) : undefined
      if (mine && theirs && mine !== theirs) location.reload()
    } catch (error) {
      console.warn('version not asked', error)
    }
  }, 600_000)
  setTimeout(() => location.reload(), msUntilFour(new Date()))
}

const scriptOf = (page: string) => /\/screen\/assets\/index-[\w-]+\.js/.exec(page)?.[0]

function msUntilFour(now: Date): number {
  const four = new Date(now)
  four.setHours(4, 0, 0, 0)
  if (four.getTime() - now.getTime() < 3_600_000) four.setDate(four.getDate() + 1)
  return four.getTime() - now.getTime()
}
