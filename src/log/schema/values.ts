import * as z from 'zod'
import type { CalendarDate } from '../../base/calendar.ts'
import {
  isDate,
  isInstant,
  isName,
  isOwnMilestones,
  isSubstitution,
  isTimeOfDay,
  LASTING_HOURS,
  MOST_METERS,
  MOST_SECONDS,
  RED_FLAGS,
  SCORE,
  SIDES,
  SITES,
  TRENDS,
  type OwnMilestones,
  type Range,
} from '../words.ts'

/** A date; text that is no date has a problem code of its own, since calendars are what a hand gets wrong. */
export const Day = z.string().pipe(
  z.custom<CalendarDate>(isDate, {
    error: ({ input }) => `${JSON.stringify(input)} is no date of the calendar`,
    params: { problem: 'bad-date', hint: 'A date is written year-month-day, such as 2026-03-02.' },
  }),
)
export const TimeOfDay = z.custom<string>(isTimeOfDay, 'expected a time of day such as "07:10"')
/** When sessions begin, weekday by weekday; a weekday that is absent has no time. */
export const StartTimes = z.strictObject({
  monday: TimeOfDay.optional(),
  tuesday: TimeOfDay.optional(),
  wednesday: TimeOfDay.optional(),
  thursday: TimeOfDay.optional(),
  friday: TimeOfDay.optional(),
  saturday: TimeOfDay.optional(),
  sunday: TimeOfDay.optional(),
})
export const Instant = z.custom<string>(isInstant, 'expected a moment in UTC such as "2026-03-10T19:02:11Z"')
/** An id, or the name of an exercise or of a piece of equipment. */
export const Name = z.custom<string>(isName, 'expected a name without spaces such as "glute-bridge"')
export const Substitution = z.custom<Readonly<Record<string, string>>>(
  isSubstitution,
  'expected exercises and their stand-ins such as { "single-leg-box-squat": "glute-bridge" }',
)
export const Milestones = z.custom<OwnMilestones>(
  isOwnMilestones,
  'expected milestones and days such as { "first-distance": "2026-06-01", "first-hills": "dropped" }',
)

export const Words = z.string()
export const SomeWords = z.string().min(1)

export const whole = ([least, most]: Range) => z.int().min(least).max(most)
export const between = ([least, most]: Range) => z.number().min(least).max(most)

const notNegative = (value: number): boolean => value >= 0
const NEGATIVE = {
  error: 'a distance cannot be negative',
  params: { problem: 'negative-distance' },
  abort: true,
}

/** A distance that may be nothing: running in a run that was walked, an onset at the first step. */
export const Meters = z.number().refine(notNegative, NEGATIVE).max(MOST_METERS)
/** A distance that was covered. */
export const SomeMeters = z.number().refine(notNegative, NEGATIVE).gt(0).max(MOST_METERS)
export const SomeSeconds = z.number().gt(0).max(MOST_SECONDS)

export const Score = whole(SCORE)
export const Side = z.enum(SIDES)
export const RedFlag = z.enum(RED_FLAGS)

/** Pain in and after one run, or of a flare; an absent score is unknown and never 0. */
export const RunPain = z.strictObject({
  site: z.enum(SITES).optional(),
  side: Side.optional(),
  before: Score.optional(),
  during: Score.optional(),
  after: Score.optional(),
  nextMorning: Score.optional(),
  onsetMeters: Meters.optional(),
  trend: z.enum(TRENDS).optional(),
  lastingHours: between(LASTING_HOURS).optional(),
})
