import type { Problem } from '../base/problem.ts'
import type { Activity } from './activity.ts'
import { type Content, fitContent } from './fit-content.ts'
import {
  damaged,
  faultText,
  NO_TIMES,
  noSport,
  notActivity,
  ONLY_TRANSITION,
  TOO_LARGE,
} from './fit-problems.ts'
import { sessionRecorded } from './fit-recorded.ts'
import { feetFactor, fitRunningPart, metersBetween } from './fit-running.ts'
import { fitSport, TRANSITION } from './fit-sport.ts'
import type { Summary } from './fit-summary.ts'
import { instantAt, localAt } from './instant.ts'
import type { Read } from './read.ts'
import { BY_PACE, isPaceOfRun } from './track-sport.ts'

const ACTIVITY = 4
/** More than a week of points, one a second; what has more was made to fill the memory. */
const MOST_BYTES = 24 * 1024 * 1024
/** Files of these have laps or points that nobody has run. */
const NOT_DONE = [5, 6, 34]

/** Reads a FIT file: each session is an activity, the ways between the sports of a triathlon are none. */
export function readFit(bytes: Uint8Array): Read {
  if (bytes.length > MOST_BYTES) return nothing(TOO_LARGE)
  const content = fitContent(bytes)
  const sessions = NOT_DONE.includes(content.purpose ?? ACTIVITY) ? [] : onceEach(content.sessions)
  if (sessions.length > 0) {
    const partial = content.fault && faultText(content.fault)
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
  const { sport, meters, timerSeconds } = recorded
  if (sport === undefined && !isPaceOfRun(meters, timerSeconds)) return nothing(noSport(recorded, fault))
  const partial = `${faultText(fault)}: distance and times are of its recorded points`
  return together([activityOf(recorded, content, partial)])
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
  const isByPace =
    session.sport === undefined && isPaceOfRun(known.meters, session.timerSeconds ?? session.elapsedSeconds)
  const { sport, ...naming } = isByPace ? BY_PACE : fitSport(session.sport, session.subSport)
  const isRun = sport === 'run' || sport === 'treadmill-run'
  const feet = isRun ? feetFactor(known, content) : 1
  return {
    sport,
    ...naming,
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
