/** Every document that has a schema, by the word after `--of`. */
export const DOCUMENTS = [
  'protocol',
  'log',
  'plan',
  'plans',
  'today',
  'owed',
  'status',
  'review',
  'why',
  'check',
  'entries',
  'saved',
  'imported',
  'settings',
  'protocols',
  'referral',
  'problems',
] as const

export type DocumentName = (typeof DOCUMENTS)[number]
