import type { Plan } from '../../src/engine/plan.ts'
import { finding, SHARED, week } from './sample-findings.ts'
import { bike, date, mobility, run, running, sixExercises, strength, times, walk } from './sample-sessions.ts'

const BUILD_RUN = { elapsedSeconds: null, steps: [] }

/** A week of building up in which hills come in, planned before the week behind it is over. */
export const buildPlan: Plan = {
  ...SHARED,
  asOf: date('2026-05-16'),
  week: week('2026-05-18', '2026-05-24'),
  phase: 'build',
  returnWeek: 8,
  verdict: 'progress',
  provisional: true,
  assumes: ["Sunday's 5.8 km are run as planned and without pain", 'the scores of Saturday and Sunday are 0'],
  running: {
    distanceMeters: 16000,
    durationSeconds: 5760,
    sessions: 3,
    unit: 'distance',
    ceilingMeters: 16000,
    ceilingSeconds: 5760,
    binding: 'hills-in',
    last: { plannedMeters: 16000, actualMeters: 16230, actualSeconds: 5843 },
  },
  findings: [
    finding('weekly-growth', "Last week's 16.0 km may grow by 10 percent.", {
      verdict: 'progress',
      ceilingMeters: 17600,
      ceilingSeconds: 6336,
      saw: { creditedMeters: 16000, maxIncreaseShare: 0.1 },
      source: [{ id: 'LD-04', grade: 'convention' }],
    }),
    finding('hills-in', 'Hills come in this week, so the distance stays where it was: one thing at a time.', {
      binds: true,
      verdict: 'progress',
      ceilingMeters: 16000,
      ceilingSeconds: 5760,
      saw: { returnWeek: 8, cleanDays: 21 },
      source: [
        { id: 'LD-13', grade: 'expert' },
        { id: 'D-18', grade: 'our-choice' },
      ],
    }),
    finding('one-session', 'No run is longer than 6.3 km, ten percent more than the longest of 30 days.', {
      ceilingMeters: 17600,
      saw: { longestMeters: 5760, maxShare: 1.1 },
      source: [{ id: 'LD-19', grade: 'cohort' }],
    }),
    finding('load-ratio', 'The load of this week to that of four is 1.08; shown, never judged by.', {
      saw: { ratio: 1.08, painkillers: null },
    }),
  ],
  sessions: [
    run('2026-05-18', 'Hill run 5.1 km', 5100, 30, 30, [], {
      ...BUILD_RUN,
      terrain: 'uphill',
      cues: ['Run up, walk down; the downhill comes two weeks later.'],
    }),
    strength('2026-05-19', sixExercises(3), 38),
    run('2026-05-20', 'Run 5.1 km', 5100, 30, 40, [
      walk(5),
      running(20),
      times(4, { kind: 'pickup', durationSeconds: 30 }, { kind: 'run', durationSeconds: 90 }),
      running(2),
    ]),
    strength('2026-05-21', sixExercises(3), 38),
    bike('2026-05-22', 40),
    run('2026-05-23', 'Long run 5.8 km', 5800, 34, 34, [], BUILD_RUN),
    mobility('2026-05-18'),
    mobility('2026-05-20'),
  ],
  milestones: [
    { id: 'full-volume', title: '40 km a week', earliest: date('2026-07-27'), reached: false, own: null },
  ],
  owed: [
    {
      entry: '7f3k2a',
      date: date('2026-05-15'),
      score: 'nextMorning',
      scores: ['nextMorning'],
      breaksChain: false,
      until: null,
      question: "Friday's run: how was the outer side of the knee on Saturday morning?",
      answers: [
        { answer: '0', phase: 'build', verdict: 'progress', distanceMeters: 16000 },
        { answer: '1 or more', phase: 'build', verdict: 'hold', distanceMeters: 16000 },
        { answer: '3 or more', phase: 'acute-break', verdict: 'break', distanceMeters: 0 },
      ],
    },
    {
      entry: null,
      date: date('2026-05-14'),
      score: 'check-in',
      scores: ['dailyActivities', 'stairs', 'rest'],
      breaksChain: true,
      until: date('2026-05-16'),
      question: 'Thursday: how was the knee in daily life?',
      answers: [],
    },
  ],
  referral: {
    notice: 'referral-56',
    urgency: 'soon',
    acknowledged: false,
    also: [],
    waits: true,
    text: 'Three setbacks in eight weeks: take this log to a physiotherapist who knows runners.',
  },
}
