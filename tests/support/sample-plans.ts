import type { Plan } from '../../src/engine/plan.ts'
import { finding, SHARED, week } from './sample-findings.ts'
import {
  bike,
  date,
  dose,
  mobility,
  rest,
  run,
  running,
  sixExercises,
  strength,
  times,
  walk,
} from './sample-sessions.ts'

const MARCH = ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-03-${day}`)

/** The first week of running again: 4 runs, 9.1 km, 3 strength sessions. */
export const returnPlan: Plan = {
  ...SHARED,
  asOf: date('2026-03-23'),
  week: week('2026-03-23', '2026-03-29'),
  phase: 'return-1',
  returnWeek: 1,
  verdict: 'progress',
  running: {
    distanceMeters: 9100,
    durationSeconds: 3300,
    sessions: 4,
    unit: 'time',
    ceilingMeters: 9100,
    ceilingSeconds: 3300,
    binding: 'return-1-dose',
    last: { plannedMeters: 0, actualMeters: 0, actualSeconds: 0 },
  },
  findings: [
    finding(
      'sleep',
      'Sleep was 7.2 h a night over 14 days; below 7 h a week of holding is worth a thought.',
      { saw: { meanHours: 7.2, loggedDays: 14 } },
    ),
    finding('return-1-dose', 'Stage 1 is 4 runs of 12, 13, 15 and 15 min, with walks between.', {
      binds: true,
      verdict: 'progress',
      ceilingMeters: 9100,
      ceilingSeconds: 3300,
      saw: { easyPaceSecondsPerKm: 360, preInjuryMeters: 40000, runs: 4 },
      source: [
        { id: 'RT-03', grade: 'convention' },
        { id: 'D-05', grade: 'our-choice' },
      ],
    }),
    finding('gate', 'All five conditions for running again were met on Sunday.', {
      verdict: 'progress',
      saw: { painFreeDays: 7, sinceBreakDays: 22, swelling: false },
      source: [{ id: 'PH-07', grade: 'expert' }],
    }),
    finding('half-of-before', 'Stage 1 is at most half of the week before the injury.', {
      ceilingMeters: 20000,
      ceilingSeconds: 7200,
      saw: { preInjuryMeters: 40000, maxShare: 0.5 },
    }),
  ],
  sessions: [
    run('2026-03-23', 'Run 12 min', 2000, 12, 23, [walk(5), times(6, running(2), walk(1))], {
      cues: ['One easy set of clamshells and band walks first.'],
    }),
    strength('2026-03-24', sixExercises(3), 38),
    run('2026-03-25', 'Run 13 min', 2100, 13, 22, [walk(5), times(4, running(3), walk(1)), running(1)]),
    strength('2026-03-26', sixExercises(3), 38),
    run('2026-03-27', 'Run 15 min', 2500, 15, 25, [walk(5), times(5, running(3), walk(1))]),
    rest('2026-03-28'),
    run('2026-03-29', 'Run 15 min', 2500, 15, 23, [walk(5), times(3, running(5), walk(1))]),
    strength(
      '2026-03-29',
      [...sixExercises(3).slice(1), dose('clamshell', 3, [15, 20], 'band-above-knees')],
      38,
    ),
    ...MARCH.map(mobility),
  ],
  milestones: [
    { id: 'first-run', title: 'First run', earliest: null, reached: true, own: null },
    { id: 'hills', title: 'Hills', earliest: date('2026-05-11'), reached: false, own: null },
    {
      id: 'straight-run',
      title: '20 minutes without a walk',
      earliest: date('2026-04-04'),
      reached: false,
      own: null,
    },
  ],
}

/** The second week of a break: no running, the gate half met. */
export const breakPlan: Plan = {
  ...SHARED,
  asOf: date('2026-03-09'),
  week: week('2026-03-09', '2026-03-15'),
  phase: 'acute-break',
  returnWeek: null,
  verdict: 'break',
  running: {
    distanceMeters: 0,
    durationSeconds: 0,
    sessions: 0,
    unit: 'time',
    ceilingMeters: 0,
    ceilingSeconds: 0,
    binding: 'pain-grade',
    last: { plannedMeters: 36000, actualMeters: 5200, actualSeconds: 1870 },
  },
  findings: [
    finding('pain-grade', 'On Sun 1 Mar the pain began after 1.2 km and reached 6 of 10: a break.', {
      binds: true,
      verdict: 'break',
      ceilingMeters: 0,
      ceilingSeconds: 0,
      saw: { peak: 6, onsetMeters: 1200, lastingSeconds: 10800 },
      missing: ['nextMorning'],
      source: [{ id: 'LD-02', grade: 'expert' }],
    }),
  ],
  sessions: [
    strength('2026-03-09', sixExercises(2).slice(0, 3), 14),
    bike('2026-03-10', 40),
    strength('2026-03-11', sixExercises(2).slice(0, 5), 22),
    bike('2026-03-12', 40),
    strength('2026-03-13', sixExercises(2), 26),
    bike('2026-03-14', 40),
    rest('2026-03-15'),
    ...['09', '10', '11', '12', '13', '14', '15'].map((day) => mobility(`2026-03-${day}`)),
  ],
  criteria: [
    {
      id: 'pain-free-days',
      state: 'not-met',
      have: 4,
      need: 7,
      earliest: date('2026-03-12'),
      because: '4 of 7 logged days in a row without pain in daily life.',
    },
    {
      id: 'strength',
      state: 'unknown',
      have: 3,
      need: 6,
      earliest: date('2026-03-13'),
      because: '3 of 6 strength exercises done without pain.',
    },
    { id: 'swelling', state: 'met', have: 1, need: 1, earliest: null, because: 'No swelling.' },
  ],
  milestones: [
    { id: 'first-run', title: 'First run', earliest: date('2026-03-23'), reached: false, own: null },
  ],
}

/** A red flag: nothing is planned until a clinician has cleared the runner. */
export const stopPlan: Plan = {
  ...SHARED,
  asOf: date('2026-04-08'),
  week: week('2026-04-06', '2026-04-12'),
  phase: 'stop',
  returnWeek: null,
  verdict: 'stop',
  running: {
    distanceMeters: 0,
    durationSeconds: 0,
    sessions: 0,
    unit: 'time',
    ceilingMeters: 0,
    ceilingSeconds: 0,
    binding: 'red-flag',
    last: { plannedMeters: 10000, actualMeters: 6600, actualSeconds: 2400 },
  },
  findings: [
    finding('red-flag', 'On Tue 7 Apr you logged numbness below the knee.', {
      binds: true,
      verdict: 'stop',
      ceilingMeters: 0,
      ceilingSeconds: 0,
      saw: { flag: 'numbness', sinceDays: 1 },
      source: [{ id: 'RF-06', grade: 'expert' }],
    }),
  ],
  sessions: ['06', '07', '08', '09', '10', '11', '12'].map((day) =>
    rest(`2026-04-${day}`, Number(day) < 8 ? ['Past; what was done is in the log.'] : []),
  ),
  referral: {
    notice: 'referral-red-flag',
    urgency: 'now',
    acknowledged: false,
    also: [],
    waits: false,
    text:
      'Numbness below the knee can come from a nerve and not from the band. No running and no exercises' +
      ' until a physiotherapist or doctor has seen you; then log the clearance.',
  },
  milestones: [{ id: 'first-run', title: 'First run', earliest: null, reached: false, own: null }],
  notes: ['Go to an emergency department if you cannot bear weight or the calf swells.'],
}
