import { isCalendarDate, type CalendarDate } from '../base/calendar.ts'

export const UNITS = ['km', 'mi'] as const
export const SIDES = ['left', 'right', 'both'] as const
export const PLACES = [
  'outer-knee',
  'front-knee',
  'inner-knee',
  'back-knee',
  'hip',
  'groin',
  'thigh',
  'shin',
  'calf',
  'ankle',
  'foot',
  'back',
  'elsewhere',
] as const
/** Every word for a place that a log may hold: those of today, and older ones, which are read. */
export const SITES = [...PLACES, 'other'] as const
export type Site = (typeof SITES)[number]
export const TRENDS = ['none', 'eased', 'steady', 'worsened'] as const
export const INTENSITIES = ['easy', 'steady', 'hard', 'race'] as const
export const TERRAINS = ['flat', 'rolling', 'hilly', 'downhill'] as const
export const SURFACES = ['road', 'trail', 'track', 'treadmill', 'grass'] as const
/** What can make the knee worse: the ground, its shape, and what is done on it. */
export const AGGRAVATORS = [
  'road',
  'trail',
  'track',
  'treadmill',
  'grass',
  'camber',
  'hills',
  'downhill',
  'stairs',
  'long-runs',
  'fast-runs',
] as const
/** How hip and knee stand over the foot when the weight is on one leg. */
export const KNEE_TRACKING = ['straight', 'knee-falls-in', 'pelvis-drops', 'both', 'not-looked-at'] as const
export const ACTIVITIES = ['bike', 'swim', 'pool-run', 'walk', 'elliptical', 'row', 'other'] as const
/** What a run was imported from, in the format of its file. */
export const SOURCES = ['fit', 'gpx', 'tcx', 'strava-csv', 'garmin-csv'] as const
/** What of an imported run was told from its course and not by its file. */
export const GUESSES = ['running', 'terrain', 'sport'] as const
/** What of an imported activity a runner may have corrected; no file takes the place of that. */
export const CORRECTIONS = [
  'date',
  'start',
  'activity',
  'distanceMeters',
  'durationSeconds',
  'runningMeters',
  'runningSeconds',
  'surface',
  'terrain',
  'ascentMeters',
  'descentMeters',
  'cadenceSpm',
] as const
/** Signs that running stops for and a clinician must look at. */
export const RED_FLAGS = [
  'cannot-bear-weight',
  'giving-way',
  'locking',
  'numbness',
  'weakness',
  'trauma',
  'fever',
  'calf-swelling',
  'other-pattern',
] as const

/** The points on the way back, in the order in which they mostly come. */
export const MILESTONES = [
  'first-run',
  'without-walking',
  'first-distance',
  'first-hills',
  'part-of-old-week',
  'old-week',
] as const
/** The days a runner wants milestones to wait for, or that one is no aim of theirs. */
export type OwnMilestones = Readonly<Partial<Record<(typeof MILESTONES)[number], CalendarDate | 'dropped'>>>

/** The least and the most a number may be, both included. */
export type Range = readonly [least: number, most: number]

export const SCORE: Range = [0, 10]
export const FIVE: Range = [1, 5]
/** The pain a clinician may let a runner run with. */
export const TOLERATED: Range = [1, 2]
/** The longest distance and time one entry may claim: 500 km and seven days. */
export const MOST_METERS = 500_000
export const MOST_SECONDS = 604_800
export const LASTING_HOURS: Range = [0, 10_000]
export const SLEEP_HOURS: Range = [0, 24]
export const CADENCE: Range = [100, 250]
export const CLIMB: Range = [0, 30_000]
export const PICKUPS: Range = [0, 100]
export const SETS: Range = [0, 100]
export const REPS: Range = [0, 1000]
/** From a pace nobody runs to one slower than walking, in seconds per kilometre. */
export const EASY_PACE: Range = [120, 1800]
export const SESSION_SECONDS: Range = [0, MOST_SECONDS]
export const REVISION: Range = [0, Number.MAX_SAFE_INTEGER]

/** Every month has 28 days; only of the last ones it must be counted whether they are there. */
const COMMON_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/
const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const INSTANT = /^(.{10})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/
const NAME = /^\S{1,64}$/

/** True for a date of the calendar. */
export const isDate = (value: unknown): value is CalendarDate =>
  typeof value === 'string' && (COMMON_DATE.test(value) || isCalendarDate(value))

/** True for a time of day such as `07:10`. */
export const isTimeOfDay = (value: unknown): value is string =>
  typeof value === 'string' && TIME_OF_DAY.test(value)

/** True for a moment in UTC such as `2026-03-10T19:02:11Z`. */
export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && isDate(INSTANT.exec(value)?.[1])

/** True for an id: something short without spaces. */
export const isName = (value: unknown): value is string => typeof value === 'string' && NAME.test(value)

/** True for a map of one exercise to the one that stands in for it. */
export const isSubstitution = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(([from, to]) => isName(from) && isName(to))

/** True for a map of milestones to a day each, or to `dropped`. */
export const isOwnMilestones = (value: unknown): value is OwnMilestones =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(
    ([id, day]) => MILESTONES.some((each) => each === id) && (day === 'dropped' || isDate(day)),
  )
