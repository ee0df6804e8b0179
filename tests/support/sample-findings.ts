import type { PlanFinding } from '../../src/engine/plan.ts'
import { date } from './sample-sessions.ts'

const DISCLAIMER = 'itb is no medical advice and no substitute for a clinician who has seen your knee.'
const STOP_RULES = [
  'Walk at once when the outer side of the knee hurts; home on foot if it gets worse.',
  'See a clinician for swelling, locking, giving way, numbness or weakness, or when you cannot bear weight.',
]

/** What the sources say, in a sentence each. */
export const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['RT-03', 'in the first week every run lasts 10 to 15 easy minutes'],
  [
    'LD-04',
    'weekly distance rises by no more than 10 percent; a trial with 532 beginners found no fewer injuries',
  ],
  ['LD-13', 'hills and track work wait until week 6 to 8 at the least'],
  ['PH-07', 'running starts again after 5 to 7 days without pain in daily life'],
  ['RF-06', 'numbness or weakness in the lower leg belongs before a clinician'],
])

/** A finding that only informs, unless more is given. */
export const finding = (rule: string, because: string, rest: Partial<PlanFinding> = {}): PlanFinding => ({
  rule,
  verdict: null,
  ceilingMeters: null,
  ceilingSeconds: null,
  because,
  saw: {},
  missing: [],
  binds: false,
  source: [{ id: 'D-05', grade: 'our-choice' }],
  ...rest,
})

/** A week by its first and last day. */
export const week = (start: string, end: string) => ({ start: date(start), end: date(end) })

/** What all sample plans have in common. */
export const SHARED = {
  format: 'itb-plan',
  version: 1,
  protocol: { id: 'itbs-rehab', version: '1.0.0' },
  provisional: false,
  assumes: [],
  criteria: [],
  owed: [],
  referral: null,
  notes: STOP_RULES,
  grounds: [
    { part: 'running', source: [{ id: 'D-05', grade: 'our-choice' }] },
    { part: 'strength', source: [{ id: 'EX-01', grade: 'expert' }] },
    { part: 'stop-rules', source: [{ id: 'WN-01', grade: 'expert' }] },
  ],
  disclaimer: DISCLAIMER,
} as const
