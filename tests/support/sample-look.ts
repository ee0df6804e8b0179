import type { DayLook, DaySession } from '../../src/engine/look.ts'
import type { Owed, Plan } from '../../src/engine/plan.ts'
import { breakPlan, returnPlan, stopPlan } from './sample-plans.ts'
import { date } from './sample-sessions.ts'

const on = (plan: Plan, day: string, done: readonly string[] = []): readonly DaySession[] =>
  plan.sessions
    .filter((session) => session.date === day)
    .map((session) => ({ ...session, done: done.includes(session.type) }))

/** The score of the morning after a run, asked for today. */
export const owedMorning: Owed = {
  entry: '7f3k2a',
  date: date('2026-03-22'),
  score: 'nextMorning',
  scores: ['nextMorning'],
  question: 'outer side of the knee on the morning after this run, 0 to 10; sore muscles are not meant',
  answers: [],
  breaksChain: false,
  until: null,
}

/** A check-in that opens running if it comes in time. */
export const owedCheckIn: Owed = {
  entry: null,
  date: date('2026-03-14'),
  score: 'check-in',
  scores: ['dailyActivities', 'stairs', 'rest'],
  question:
    'outer side of the knee in daily life (walking, stairs, rest), 0 to 10; sore muscles are not meant',
  answers: [],
  breaksChain: true,
  until: date('2026-03-16'),
}

const secondWeek: Plan = {
  ...returnPlan,
  week: { start: date('2026-03-30'), end: date('2026-04-05') },
  returnWeek: 2,
  phase: 'return-2',
  running: {
    ...returnPlan.running,
    distanceMeters: 10000,
    durationSeconds: 3600,
    last: { plannedMeters: 9100, actualMeters: 9100, actualSeconds: 3300 },
  },
}

/** The first day of running again: a run after a set of easy exercises, with rolling and stretching. */
export const runDay: DayLook = {
  date: date('2026-03-23'),
  week: { ...returnPlan, owed: [owedMorning] },
  next: secondWeek,
  sessions: on(returnPlan, '2026-03-23')
    .map((session) =>
      session.type === 'run'
        ? {
            ...session,
            cues: ['Each foot lands under its own hip, as on two rails.'],
            exercises: ['clamshell', 'lateral-band-walk'].map((id) => ({
              id,
              sets: 1,
              reps: [8, 10],
              perSide: true,
              holdSeconds: null,
              level: 'activation',
            })),
          }
        : session,
    )
    .reverse(),
  grade: 'U',
  reasons: [],
  noRunUntil: null,
  nextRun: returnPlan.sessions.find(({ type, date: day }) => type === 'run' && day > '2026-03-23') ?? null,
  leads: [
    lead({ scores: '0', phase: 'return-2', distanceMeters: 10000 }),
    lead({ scores: '1-2, gone in 2 h', grade: 'S1', verdict: 'hold' }),
    lead({
      scores: '3-5, or worse while running',
      grade: 'S2',
      verdict: 'step-back',
      runFreeDays: 2,
      distanceMeters: 7500,
    }),
    lead({
      scores: '6 or more, a limp',
      grade: 'S3',
      verdict: 'break',
      phase: 'acute-break',
      runFreeDays: 7,
      distanceMeters: 0,
      firstRun: date('2026-04-13'),
    }),
  ],
  isCleared: false,
  iceUntil: null,
  away: null,
}

function lead(parts: Partial<DayLook['leads'][number]>): DayLook['leads'][number] {
  return {
    scores: '0',
    grade: 'S0',
    verdict: 'progress',
    runFreeDays: 0,
    phase: 'return-1',
    distanceMeters: 9100,
    durationSeconds: 3300,
    firstRun: null,
    ...parts,
  }
}

/** A day of rest in a break, a check-in open, ice still worth it. */
export const restDay: DayLook = {
  date: date('2026-03-15'),
  week: { ...breakPlan, owed: [owedCheckIn] },
  next: { ...breakPlan, phase: 'rehab', verdict: 'hold' },
  sessions: on(breakPlan, '2026-03-15'),
  grade: 'S0',
  reasons: [],
  noRunUntil: date('2026-03-17'),
  nextRun: null,
  leads: [
    lead({ phase: 'rehab', verdict: 'hold', distanceMeters: 0, firstRun: date('2026-03-23') }),
    lead({ scores: '1', phase: 'rehab', verdict: 'break', distanceMeters: 0, firstRun: date('2026-03-24') }),
  ],
  isCleared: false,
  iceUntil: date('2026-03-16'),
  away: null,
}

/** The same first run, stopped by pain that grew. */
export const painfulDay: DayLook = {
  ...runDay,
  sessions: runDay.sessions.map((session) => ({ ...session, done: session.type === 'run' })),
  grade: 'S2',
  reasons: ['moderate-peak', 'worsened'],
  noRunUntil: date('2026-03-25'),
  nextRun: returnPlan.sessions.find(({ type, date: day }) => type === 'run' && day > '2026-03-25') ?? null,
  next: {
    ...secondWeek,
    phase: 'return-1',
    verdict: 'step-back',
    running: { ...secondWeek.running, distanceMeters: 7500 },
  },
  leads: [],
}

/** A red flag: nothing is on. */
export const stoppedDay: DayLook = {
  ...runDay,
  date: date('2026-04-08'),
  week: stopPlan,
  next: stopPlan,
  sessions: on(stopPlan, '2026-04-08'),
  grade: 'S4',
  reasons: ['red-flag'],
  nextRun: null,
  leads: [],
}
