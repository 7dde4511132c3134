import { forget, recall, remember } from './local-store.ts'

export interface Draft {
  at: string
  values: Record<string, unknown>
}

/** Drafts belong to the account: on a shared machine nobody is offered another's. */
const placeOf = (accountId: string, name: string) => `draft.${accountId}.${name}`

export function findDraft(accountId: string, name: string): Draft | undefined {
  const value = recall(placeOf(accountId, name))
  return isDraft(value) ? value : undefined
}

/** Keeps what was typed; secrets are never kept. */
export function saveDraft(accountId: string, name: string, draft: Draft, secretKeys: readonly string[]): boolean {
  const values = Object.fromEntries(Object.entries(draft.values).filter(([key]) => !secretKeys.includes(key)))
  return remember(placeOf(accountId, name), { at: draft.at, values })
}

export function dropDraft(accountId: string, name: string): void {
  forget(placeOf(accountId, name))
}

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'at' in value && 'values' in value
}
