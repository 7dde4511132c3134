export interface TodoItem {
  id: string
  title: string
  /** console address, e.g. `/approvals/1` */
  link: string
  dueAt: string | null
  createdAt: string
}

export interface SearchHit {
  kind: string
  ref: string
  title: string
  summary: string
  /** console path for `staff`, path of the site for `public` */
  url: string
  audience: 'staff' | 'public'
}

export interface ApprovalStep {
  name: string
  nameEn: string
  state: 'passed' | 'returned' | 'current' | 'ahead'
  by: string | null
  at: string | null
  reason: string | null
}

export interface ApprovalView {
  id: string
  subjectKind: string
  subjectId: string
  title: string
  state: 'open' | 'passed' | 'returned' | 'withdrawn'
  askedByName: string
  askedAt: string
  snapshot: unknown
  steps: ApprovalStep[]
  /** this person may decide the step now waiting */
  canDecide: boolean
  /** why not, in a sentence */
  whyNot: string | null
  canWithdraw: boolean
}
