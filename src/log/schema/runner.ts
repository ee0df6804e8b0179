import * as z from 'zod'
import { WEEKDAYS } from '../../base/calendar.ts'
import { CADENCE, EASY_PACE, UNITS } from '../words.ts'
import { between, Milestones, Name, Side, SomeMeters, SomeWords, StartTimes } from './values.ts'

/** What the runner told once and may change by a `settings` entry. */
export const Runner = z.strictObject({
  protocol: SomeWords,
  units: z.enum(UNITS),
  weekStart: z.enum(WEEKDAYS),
  timeZone: SomeWords.optional(),
  side: Side.optional(),
  baselineWeeklyDistanceMeters: SomeMeters,
  easyPaceSecondsPerKm: between(EASY_PACE).optional(),
  goalWeeklyDistanceMeters: SomeMeters.optional(),
  /** The longest run of such a usual week; absent was not said. */
  baselineLongestMeters: SomeMeters.optional(),
  /** The days for running. */
  availableDays: z.array(z.enum(WEEKDAYS)).optional(),
  /** The days for strength; absent means any. */
  strengthDays: z.array(z.enum(WEEKDAYS)).optional(),
  /** When sessions begin in a calendar; absent means that they take the whole day. */
  startTimes: StartTimes.optional(),
  cadenceSpm: between(CADENCE).optional(),
  equipment: z.array(Name).optional(),
  /** Exercises beyond those that count, by their ids; absent means none was asked for. */
  extras: z.array(Name).optional(),
  /** Later days of the runner's own, or milestones that are no aim; absent ones come when they come. */
  milestones: Milestones.optional(),
})
