import type { Status, StatusWeek } from '../../src/engine/status.ts'
import { owedCheckIn } from './sample-look.ts'
import { breakPlan, returnPlan } from './sample-plans.ts'
import { date } from './sample-sessions.ts'

const week = (start: string, parts: Partial<StatusWeek> = {}): StatusWeek => ({
  start: date(start),
  phase: 'base',
  plannedMeters: null,
  runs: 4,
  actualMeters: 40000,
  actualSeconds: 14400,
  attestedMeters: 0,
  cadenceSpm: 164,
  paceSecondsPerKm: 360,
  worstPain: 0,
  unscoredRuns: 0,
  ...parts,
})

const QUIET = {
  runs: 0,
  actualMeters: 0,
  actualSeconds: 0,
  cadenceSpm: null,
  paceSecondsPerKm: null,
  worstPain: null,
} as const

const BEFORE: readonly StatusWeek[] = [
  week('2026-01-05'),
  week('2026-01-12', { actualMeters: 36000, cadenceSpm: null }),
  week('2026-01-19', { ...QUIET, actualMeters: null, actualSeconds: null }),
  week('2026-01-26', { cadenceSpm: 166, paceSecondsPerKm: 352 }),
  week('2026-02-02', { actualMeters: 41200, worstPain: 2 }),
  week('2026-02-09', { worstPain: null, unscoredRuns: 4 }),
  week('2026-02-16', {
    phase: 'acute-reduced',
    plannedMeters: 20000,
    actualMeters: 5200,
    worstPain: 6,
    runs: 1,
  }),
]

/** The second stage of the return, one week of it taken from the plan by `done`. */
export const returnStatus: Status = {
  format: 'itb-status',
  version: 1,
  date: date('2026-03-25'),
  phase: 'return-2',
  returnWeek: 2,
  verdict: 'progress',
  milestones: [
    ...returnPlan.milestones,
    { id: 'old-week', title: 'All of the old week', earliest: null, reached: false, own: null },
  ],
  criteria: [],
  chain: null,
  weeks: [
    ...BEFORE,
    week('2026-02-23', { ...QUIET, plannedMeters: 0, worstPain: 1 }),
    week('2026-03-02', { ...QUIET, plannedMeters: 0 }),
    week('2026-03-09', { ...QUIET, plannedMeters: 9100, actualMeters: null, actualSeconds: null }),
    week('2026-03-16', {
      plannedMeters: 9100,
      actualMeters: 9100,
      attestedMeters: 4600,
      paceSecondsPerKm: 371,
      cadenceSpm: 170,
    }),
    week('2026-03-23', {
      plannedMeters: 10000,
      actualMeters: 3300,
      runs: 1,
      unscoredRuns: 1,
      worstPain: null,
      cadenceSpm: 171,
      paceSecondsPerKm: 368,
    }),
  ],
  runs: { measured: 28, attested: 2 },
  referral: null,
  owed: [],
  grounds: [{ part: 'milestones', source: [{ id: 'D-30', grade: 'our-choice' }] }],
}

/** A break in which one day of the chain is still to be answered. */
export const breakStatus: Status = {
  ...returnStatus,
  date: date('2026-03-15'),
  phase: 'rehab',
  returnWeek: null,
  verdict: 'hold',
  milestones: breakPlan.milestones,
  criteria: breakPlan.criteria,
  chain: {
    have: 1,
    need: 7,
    days: [
      { date: date('2026-03-08'), state: 'pain', answerUntil: null },
      ...['09', '10', '11', '12'].map((day) => ({
        date: date(`2026-03-${day}`),
        state: 'free' as const,
        answerUntil: null,
      })),
      { date: date('2026-03-13'), state: 'missing', answerUntil: date('2026-03-15') },
      { date: date('2026-03-14'), state: 'free', answerUntil: null },
      { date: date('2026-03-15'), state: 'missing', answerUntil: date('2026-03-17') },
    ],
  },
  weeks: BEFORE,
  runs: { measured: 25, attested: 0 },
  referral: {
    notice: 'referral-42',
    urgency: 'soon',
    text: '42 days into this episode without improvement. A physiotherapist should look at the knee.',
    acknowledged: false,
    also: [],
    waits: true,
  },
  owed: [owedCheckIn],
  grounds: [{ part: 'milestones', source: [{ id: 'D-30', grade: 'our-choice' }] }],
}
