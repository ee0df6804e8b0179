import type { Day } from '../base/calendar.ts'
import { higher, lower, NO_RUNNING, plus, type Volume } from '../base/units.ts'
import type { Bond } from './bond.ts'
import type { Elapsed } from './elapsed.ts'
import type { PlannedRun, WeekPlan } from './week-plan.ts'

/** What a week is held against. */
export type Held = Pick<
  Elapsed,
  'planned' | 'plannedLongest' | 'asked' | 'askedRuns' | 'askedOn' | 'askedLongest' | 'isShort' | 'dueFrom'
>

interface Week {
  readonly start: Day
  readonly bond: Bond
  /** From this day on it is held against a plan: its first, or the one on which the log came into use. */
  readonly dueFrom: Day
  /** The plans in force on that day and on the last evening. */
  readonly begun: WeekPlan
  readonly evening: WeekPlan
  /** The runs shown for each day on that day, and with them those that were moved to another. */
  readonly shown: readonly PlannedRun[]
  readonly asked: readonly PlannedRun[]
  /** The days the runner had in the end, by position in the week. */
  readonly free: readonly boolean[]
}

/**
 * What a week held when it began, what was asked of it, and whether days away, changed days or the beginning
 * of the log took running out of it. What was learned in mid-week can only lower what it held.
 */
export function heldTo({ start, bond, dueFrom, begun, evening, shown, asked: runs, free }: Week): Held {
  if (bond === 'silent') return NOTHING_HELD
  const planned = lower(begun.whole, evening.whole)
  const asked = volumeOf(runs)
  const isTaken = begun.runs.some(({ day }) => day < dueFrom || free[day - start] !== true)
  // Days told of in mid-week may have put what was left on days that were over.
  const isReplaced = String(begun.runs.map(({ day }) => day)) !== String(evening.runs.map(({ day }) => day))
  const wasCut = [begun, evening].some(({ whole, total }) => total.seconds < whole.seconds)
  return {
    planned: bond === 'planned' ? planned : undefined,
    plannedLongest: lower(begun.wholeLongest, evening.wholeLongest),
    asked,
    askedRuns: runs.length,
    askedOn: runs.map(({ day }) => day),
    askedLongest: shown.reduce((most, { volume }) => higher(most, volume), NO_RUNNING),
    isShort: (isTaken || isReplaced || wasCut) && asked.seconds < planned.seconds,
    dueFrom,
  }
}

/** A week that lies before the log was in use, or of which nothing was written in time. */
export const NOTHING_HELD: Held = {
  planned: undefined,
  plannedLongest: NO_RUNNING,
  asked: NO_RUNNING,
  askedRuns: 0,
  askedOn: [],
  askedLongest: NO_RUNNING,
  isShort: false,
  dueFrom: Number.NEGATIVE_INFINITY as Day,
}

const volumeOf = (runs: readonly PlannedRun[]): Volume =>
  runs.reduce((sum, { volume }) => plus(sum, volume), NO_RUNNING)
