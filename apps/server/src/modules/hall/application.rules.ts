/** The life of an application as data: which act leads from where to where. */
export const applicationStates = [
  'submitted',
  'returned',
  'accepted',
  'in_progress',
  'done',
  'declined',
  'withdrawn',
] as const
export type ApplicationState = (typeof applicationStates)[number]

export const applicationActs = ['accept', 'return', 'amend', 'start', 'finish', 'decline', 'withdraw', 'rate'] as const
export type ApplicationAct = (typeof applicationActs)[number]

const moves: Readonly<Record<ApplicationAct, { from: readonly ApplicationState[]; to: ApplicationState }>> = {
  accept: { from: ['submitted'], to: 'accepted' },
  return: { from: ['submitted'], to: 'returned' },
  amend: { from: ['returned'], to: 'submitted' },
  start: { from: ['accepted'], to: 'in_progress' },
  finish: { from: ['accepted', 'in_progress'], to: 'done' },
  decline: { from: ['submitted', 'accepted', 'in_progress'], to: 'declined' },
  withdraw: { from: ['submitted', 'returned', 'accepted', 'in_progress'], to: 'withdrawn' },
  rate: { from: ['done'], to: 'done' },
}

/** Where the act leads from this state, or undefined where it may not be done. */
export function nextState(state: ApplicationState, act: ApplicationAct): ApplicationState | undefined {
  return moves[act].from.includes(state) ? moves[act].to : undefined
}

/** What can be done now, for buttons. */
export function actsFrom(state: ApplicationState): ApplicationAct[] {
  return applicationActs.filter((act) => nextState(state, act) !== undefined)
}

/** Nothing more will happen to it, but a rating. */
export const isClosed = (state: ApplicationState): boolean => ['done', 'declined', 'withdrawn'].includes(state)

export const stateWords: Readonly<Record<ApplicationState, { zh: string; en: string }>> = {
  submitted: { zh: '已提交', en: 'Submitted' },
  returned: { zh: '已退回，待您补正', en: 'Returned for changes' },
  accepted: { zh: '已受理', en: 'Accepted' },
  in_progress: { zh: '办理中', en: 'In progress' },
  done: { zh: '已办结', en: 'Done' },
  declined: { zh: '不予办理', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

/** What an act is called in the progress that the applicant reads. */
export const actWords: Readonly<Record<ApplicationAct | 'submit' | 'assign', { zh: string; en: string }>> = {
  submit: { zh: '提交申请', en: 'Submitted' },
  accept: { zh: '受理', en: 'Accepted' },
  return: { zh: '退回补正', en: 'Returned for changes' },
  amend: { zh: '补正后再次提交', en: 'Amended and sent again' },
  start: { zh: '开始办理', en: 'Work begun' },
  finish: { zh: '办结', en: 'Finished' },
  decline: { zh: '不予办理', en: 'Declined' },
  withdraw: { zh: '申请人撤回', en: 'Withdrawn by the applicant' },
  rate: { zh: '评价', en: 'Rated' },
  assign: { zh: '确定经办人', en: 'Handler named' },
}

/** SQ2026-000123: the year it was filed and a number without gaps in that year. */
export function documentNumber(prefix: 'SQ' | 'ZX' | 'JC', year: number, count: number): string {
  return `${prefix}${year}-${String(count).padStart(6, '0')}`
}
