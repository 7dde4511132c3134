/** What a visitor brings to the front desk; a correction is a fault found on the site (网站找错). */
export const enquiryKinds = ['question', 'suggestion', 'complaint', 'correction'] as const
export type EnquiryKind = (typeof enquiryKinds)[number]
export const enquiryKindWords: Readonly<Record<EnquiryKind, { zh: string; en: string }>> = {
  question: { zh: '咨询', en: 'Question' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  complaint: { zh: '投诉', en: 'Complaint' },
  correction: { zh: '网站找错', en: 'Site correction' },
}
