/**
 * A business "no" is a value, not an exception (house rule, section 4: Errors).
 * `reason` is a stable code such as 'calendar.year_missing'; the server's message table turns it into a sentence.
 */
export type Verdict<T, R extends string = string> = Accepted<T> | Refused<R>
export type Accepted<T> = { readonly ok: true; readonly value: T }
export type Refused<R extends string = string> = { readonly ok: false; readonly reason: R }

/** The "yes" with its value. */
export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value }
}

/** The "no" with its code. */
export function refuse<R extends string>(reason: R): Refused<R> {
  return { ok: false, reason }
}
