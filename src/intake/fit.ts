import type { Problem } from '../base/problem.ts'
import type { Activity } from './activity.ts'
import { type Content, type Fault, fitContent } from './fit-content.ts'
import { sessionRecorded } from './fit-recorded.ts'
import { feetFactor, fitRunningPart, metersBetween } from './fit-running.ts'
import { fitSport, TRANSITION } from './fit-sport.ts'
import type { Summary } from './fit-summary.ts'
import { instantAt, localAt } from './instant.ts'
import type { Read } from './read.ts'

const ACTIVITY = 4
/** What a FIT file is for if not an activity, by its number in the FIT profile. */
const PURPOSES: Readonly<Record<number, string>> = {
  1: 'about a device',
  2: 'of settings',
  3: 'of settings for a sport',
  5: 'of a workout to be done',
  6: 'of a course to follow',
  7: 'of a training schedule',
  9: 'of weights',
  10: 'of totals',
  11: 'of goals',
  14: 'of blood pressures',
  15: 'of steps through the day',
  20: 'of summaries',
  28: 'of steps through the day',
  32: 'of steps through the day',
  34: 'of a segment',
  35: 'of segments',
  44: 'of sleep and recovery',
  49: 'of sleep',
}
/** Files of these have laps or points that nobody has run. */
const NOT_DONE = [5, 6, 34]

/** How a runner is told of a fault in a file that gave an activity all the same. */
const FAULTS: Readonly<Record<Fault, string>> = {
  'too-long': 'the file goes on for longer than anyone runs',
  'cut-off': 'the file breaks off before its end',
  broken: 'a stretch of the file makes no sense',
  checksum: 'the checksum of the file does not fit, so some of it may have changed',
}

const NO_SUMMARY = 'the file has no summary'

/** Reads a FIT file: each session is an activity, the ways between the sports of a triathlon are none. */
export function readFit(bytes: Uint8Array): Read {
  const content = fitContent(bytes)
  const sessions = NOT_DONE.includes(content.purpose ?? ACTIVITY) ? [] : onceEach(content.sessions)
  if (sessions.length > 0) {
    const partial = content.fault && FAULTS[content.fault]
    const done = sessions.filter(({ sport }) => sport !== TRANSITION)
    return done.length === 0
      ? nothing(ONLY_TRANSITION)
      : together(done.map((each) => activityOf(each, content, partial)))
  }
  return withoutSession(content)
}

/** Builds the activity of a file without a summary of it, or says why there is none. */
function withoutSession(content: Content): Read {
  const { purpose, fault } = content
  const isActivity = purpose === undefined || purpose === ACTIVITY
  const recorded = isActivity ? sessionRecorded(content) : undefined
  if (recorded === undefined) return nothing(isActivity ? damaged(fault) : notActivity(purpose))
  if (recorded.sport === undefined) return nothing(noSport(recorded, fault))
  const why = fault === undefined ? NO_SUMMARY : FAULTS[fault]
  return together([activityOf(recorded, content, `${why}: distance and times are of its recorded points`)])
}

const nothing = (problem: Problem): Read => ({ activities: [], problems: [problem] })

const together = (each: readonly (Activity | Problem)[]): Read => ({
  activities: each.filter((one) => 'sport' in one),
  problems: each.filter((one) => 'code' in one),
})

/** Some programs write a session again when they go on; the last of them is the whole. */
const onceEach = (sessions: readonly Summary[]): Summary[] => [
  ...new Map(sessions.map((each) => [`${each.start ?? ''} ${each.sport ?? ''}`, each])).values(),
]

function activityOf(session: Summary, content: Content, partial: string | undefined): Activity | Problem {
  const start = session.start ?? content.points.times[0]
  if (start === undefined) return NO_TIMES
  const seconds = session.elapsedSeconds ?? session.timerSeconds ?? 0
  const known = { ...session, start, meters: session.meters ?? metersBetween(content.points, start, seconds) }
  const { sport, called } = fitSport(session.sport, session.subSport)
  const isRun = sport === 'run' || sport === 'treadmill-run'
  const feet = isRun ? feetFactor(known, content) : 1
  return {
    sport,
    called,
    began: {
      utc: instantAt(start),
      local: content.offset === undefined ? undefined : localAt(start, content.offset),
    },
    distanceMeters: known.meters,
    elapsedSeconds: session.elapsedSeconds,
    timerSeconds: session.timerSeconds,
    running: isRun ? fitRunningPart(known, content, feet) : undefined,
    cadenceSpm: isRun && session.cadence !== undefined ? session.cadence * feet : undefined,
    ascentMeters: session.ascentMeters,
    descentMeters: session.descentMeters,
    format: 'fit',
    partial,
  }
}

const NO_TIMES: Problem = {
  code: 'no-times',
  message: 'the file does not say when this was',
  hint: 'Log it by hand, with its day: itb log run 5.2km 31:10 --date DATE.',
}

const ONLY_TRANSITION: Problem = {
  code: 'not-an-activity',
  message: 'this is the way from one sport to the next and no activity',
  hint: 'The sports before and after it are in files of their own.',
}

const damaged = (fault: Fault | undefined): Problem => ({
  code: 'damaged-file',
  message:
    fault === undefined ? 'nothing was recorded in this file' : `${FAULTS[fault]}, and no activity is left`,
  hint: 'Take the file from the watch or from where it was uploaded once more.',
})

function notActivity(purpose: number | undefined): Problem {
  const words = PURPOSES[purpose ?? ACTIVITY] ?? 'of another kind'
  return {
    code: 'not-an-activity',
    message: `this is a file ${words} and no activity`,
    hint: 'It holds nothing to import; on a watch the activities are in the folder Activity.',
  }
}

/** A ride without a word for it would be a very long run. */
function noSport({ start, meters }: Summary, fault: Fault | undefined): Problem {
  const distance = meters === undefined ? '' : ` of ${(meters / 1000).toFixed(1)} km`
  const why = fault === undefined ? NO_SUMMARY : FAULTS[fault]
  const begun =
    start === undefined ? '' : ` that began ${instantAt(start).replace('T', ' ').slice(0, 16)} UTC`
  return {
    code: fault === undefined ? 'no-sport' : 'damaged-file',
    message: `${why}: no sport is left for the activity${distance}${begun}`,
    hint: 'If it was a run, log it by hand: itb log run 5.2km 31:10 --date DATE.',
  }
}
