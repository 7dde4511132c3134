const prefix = 'xianghui.console.'

/** Keeps a small value on this device; a browser that forbids it (private mode, full) simply does not remember. */
export function remember(place: string, value: unknown): boolean {
  try {
    localStorage.setItem(prefix + place, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function recall(place: string): unknown {
  try {
    const text = localStorage.getItem(prefix + place)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

export function forget(place: string): void {
  try {
    localStorage.removeItem(prefix + place)
  } catch {
    // Nothing was kept where storage is forbidden.
  }
}

/** Forgets everything of ours: on sign-out of a shared machine. */
export function forgetAll(part: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix + part)) localStorage.removeItem(key)
  } catch {
    // As above.
  }
}
