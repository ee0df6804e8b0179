import { type CalendarDate, dateOf, type Day } from '../base/calendar.ts'
import type { Session } from '../engine/plan.ts'
import type { DayEntry, Entry, RunEntry, RunPain, StrengthEntry } from '../log/schema.ts'

/** The pace at which the demo's runner runs, in seconds per kilometre. */
export const EASY_PACE = 360
const QUIET = { limp: false, swelling: false, analgesic: false } as const
/** A run that was felt nowhere. */
export const NO_PAIN: RunPain = { before: 0, during: 0, after: 0, nextMorning: 0 }

/** An easy run with all its scores. */
export const run = (date: CalendarDate, meters: number, pain: RunPain): RunEntry => ({
  type: 'run',
  date,
  start: '07:10',
  distanceMeters: meters,
  durationSeconds: (meters / 1000) * EASY_PACE,
  rpe: 3,
  intensity: 'easy',
  surface: 'road',
  terrain: 'flat',
  pain,
  ...QUIET,
})

/** A check-in on a good day, but for the stairs. */
export const checkIn = (day: Day, stairs: number): DayEntry => ({
  type: 'day',
  date: dateOf(day),
  pain: { dailyActivities: 0, stairs, rest: 0 },
  swelling: false,
  sleepHours: 7.5,
  sleepQuality: 4,
  mood: 4,
  redFlags: [],
})

/** What is logged of a planned session that was done as planned. */
export function done({
  id,
  date,
  type,
  distanceMeters,
  durationSeconds,
  exercises,
}: Session): readonly Entry[] {
  if (type === 'run' && distanceMeters !== null && durationSeconds !== null) {
    return [{ ...run(date, distanceMeters, NO_PAIN), durationSeconds, session: id }]
  }
  return type === 'strength' ? [strength(id, date, exercises)] : []
}

const strength = (session: string, date: CalendarDate, exercises: Session['exercises']): StrengthEntry => ({
  type: 'strength',
  date,
  start: '18:30',
  exercises: exercises.map(({ id, sets, reps, level }) => ({
    id,
    sets,
    ...(reps !== null && { reps: reps.at(-1) }),
    ...(level !== null && { level }),
    effort: 5,
    pain: 0,
  })),
  rpe: 4,
  session,
})
