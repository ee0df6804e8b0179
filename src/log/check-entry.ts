import { runner } from './check-runner.ts'
import {
  between,
  isFlag,
  isRecord,
  isSomeText,
  isText,
  list,
  oneOf,
  shape,
  upTo,
  whole,
  type Check,
  type Fields,
} from './shape.ts'
import {
  ACTIVITIES,
  AGGRAVATORS,
  CADENCE,
  CLIMB,
  CORRECTIONS,
  FIVE,
  GUESSES,
  INTENSITIES,
  isDate,
  isInstant,
  isName,
  isSubstitution,
  isTimeOfDay,
  KNEE_TRACKING,
  LASTING_HOURS,
  MOST_METERS,
  MOST_SECONDS,
  PICKUPS,
  RED_FLAGS,
  REPS,
  SCORE,
  SESSION_SECONDS,
  SETS,
  SIDES,
  SITES,
  SLEEP_HOURS,
  SOURCES,
  SURFACES,
  TERRAINS,
  TOLERATED,
  TRENDS,
} from './words.ts'

const score = whole(SCORE)
const effort = between(SCORE)
const meters = between([0, MOST_METERS])
const someMeters = upTo(MOST_METERS)
const someSeconds = upTo(MOST_SECONDS)
const cadence = between(CADENCE)
const side = oneOf(SIDES)
const reps = whole(REPS)

const plain = { note: isText }
const session = { ...plain, start: isTimeOfDay, session: isName, attested: isFlag }
const imported = {
  instant: isInstant,
  source: oneOf(SOURCES),
  partial: isFlag,
  corrected: list(oneOf(CORRECTIONS)),
}
const signs = { ...plain, limp: isFlag, swelling: isFlag }

const worse = list(oneOf(AGGRAVATORS))
const tracking = oneOf(KNEE_TRACKING)
const baseline = { site: oneOf(SITES), onsetMeters: meters, aggravatedBy: worse, kneeTracking: tracking }

const runPain = shape({
  must: {},
  may: {
    site: oneOf(SITES),
    side,
    before: score,
    during: score,
    after: score,
    nextMorning: score,
    onsetMeters: meters,
    trend: oneOf(TRENDS),
    lastingHours: between(LASTING_HOURS),
  },
})
const dayPain = shape({
  must: {},
  may: { site: oneOf(SITES), dailyActivities: score, stairs: score, rest: score, night: score },
})

const exercise = shape({
  must: { id: isName },
  may: {
    sets: whole(SETS),
    reps: (value) => (Array.isArray(value) ? value.every(reps) : reps(value)),
    level: isText,
    effort,
    pain: score,
    side,
  },
})

/** The own fields of every entry type, beside those all entries have. */
const ENTRIES: Readonly<Record<string, Fields>> = {
  run: {
    must: { distanceMeters: someMeters, durationSeconds: someSeconds },
    may: {
      ...session,
      ...signs,
      runningMeters: meters,
      runningSeconds: between(SESSION_SECONDS),
      rpe: effort,
      intensity: oneOf(INTENSITIES),
      pickups: whole(PICKUPS),
      surface: oneOf(SURFACES),
      terrain: oneOf(TERRAINS),
      camber: isText,
      ascentMeters: between(CLIMB),
      descentMeters: between(CLIMB),
      cadenceSpm: cadence,
      shoes: isText,
      pain: runPain,
      analgesic: isFlag,
      ...imported,
      guessed: list(oneOf(GUESSES)),
    },
  },
  strength: {
    must: { exercises: list(exercise) },
    may: { ...session, durationSeconds: someSeconds, rpe: effort },
  },
  day: {
    must: {},
    may: {
      ...signs,
      pain: dayPain,
      analgesic: isFlag,
      sleepHours: between(SLEEP_HOURS),
      sleepQuality: whole(FIVE),
      mood: whole(FIVE),
      confidence: effort,
      redFlags: list(oneOf(RED_FLAGS)),
      habits: list(isSomeText),
    },
  },
  'cross-training': {
    must: { activity: oneOf(ACTIVITIES), durationSeconds: someSeconds },
    may: { ...session, distanceMeters: someMeters, rpe: effort, pain: score, ...imported },
  },
  mobility: { must: { items: list(isName) }, may: { ...session, durationSeconds: someSeconds, pain: score } },
  flare: { must: {}, may: { ...signs, pain: runPain } },
  clearance: { must: { by: isSomeText }, may: { ...plain, until: isDate, tolerates: whole(TOLERATED) } },
  limit: {
    must: { by: isSomeText },
    may: {
      ...plain,
      until: isDate,
      maxRunSeconds: between(SESSION_SECONDS),
      maxWeekMeters: meters,
      noHills: isFlag,
      substitute: isSubstitution,
    },
  },
  absence: { must: {}, may: { ...plain, until: isDate, reason: isText } },
  settings: { must: {}, may: { ...plain, ...runner.may, ...runner.must } },
  review: { must: {}, may: { ...plain, changed: isText, felt: isText, adjust: isText } },
  baseline: { must: {}, may: { ...plain, ...baseline } },
  acknowledgement: { must: { notice: isName }, may: plain },
  note: { must: { note: isText }, may: {} },
}

function entryCheck(type: string, { must, may }: Fields): Check {
  const absent = oneOf(Object.keys(may))
  const { until, ...rest } = may
  const end = until === undefined ? {} : { end: until }
  const held = { date: isDate, ...rest, ...must, ...end, absent: list(absent) }
  const earlier = shape({ must: { until: isDate }, may: held })
  return shape({
    must: { type: (value) => value === type, date: isDate, ...must },
    may: { id: isName, logged: isDate, removed: isDate, ...may, was: list(earlier) },
  })
}

// A log has entries of few types, and the check of one is not made before an entry asks for it.
const checks = new Map<unknown, Check>()

function checkOf(type: unknown): Check | undefined {
  const made = checks.get(type)
  if (made !== undefined || typeof type !== 'string' || !Object.hasOwn(ENTRIES, type)) return made
  const fields = ENTRIES[type]
  if (fields === undefined) return undefined
  const check = entryCheck(type, fields)
  checks.set(type, check)
  return check
}

/** True for an entry the schema would take. */
export const isEntry: Check = (value) => isRecord(value) && (checkOf(value['type'])?.(value) ?? false)
