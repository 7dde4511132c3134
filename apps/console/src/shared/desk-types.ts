export interface TodoItem {
  id: string
  title: string
  /** console address, e.g. `/approvals/1` */
  link: string
  dueAt: string | null
  createdAt: string
}

export interface SearchHit {
  key: string
  title: string
  /** what it is, in words: 服务站点, 稿件 */
  kind: string
  note?: string
  link: string
}

export interface ApprovalStep {
  name: string
  state: 'passed' | 'returned' | 'current' | 'ahead'
  by?: string
  at?: string
  reason?: string | null
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
  mayDecide: boolean
}
