import { WEEKDAYS } from '../base/calendar.ts'
import { between, isSomeText, list, oneOf, shape, upTo, type Check, type Fields } from './shape.ts'
import {
  CADENCE,
  EASY_PACE,
  isName,
  isOwnMilestones,
  isTimeOfDay,
  MOST_METERS,
  SIDES,
  UNITS,
} from './words.ts'

const someMeters = upTo(MOST_METERS)
const weekday = oneOf(WEEKDAYS)
const startTimes = shape({
  must: {},
  may: Object.fromEntries(WEEKDAYS.map((day) => [day, isTimeOfDay])),
})

/** What the runner tells, key by key; a change of settings may hold any of it. */
export const runner: Fields = {
  must: {
    protocol: isSomeText,
    units: oneOf(UNITS),
    weekStart: weekday,
    baselineWeeklyDistanceMeters: someMeters,
  },
  may: {
    timeZone: isSomeText,
    side: oneOf(SIDES),
    easyPaceSecondsPerKm: between(EASY_PACE),
    goalWeeklyDistanceMeters: someMeters,
    baselineLongestMeters: someMeters,
    availableDays: list(weekday),
    strengthDays: list(weekday),
    startTimes,
    cadenceSpm: between(CADENCE),
    equipment: list(isName),
    extras: list(isName),
    milestones: isOwnMilestones,
  },
}

/** True for a runner the schema would take. */
export const isRunner: Check = shape(runner)
