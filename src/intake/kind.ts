import type { CrossTrainingEntry } from '../log/schema.ts'
import type { Activity, Sport } from './activity.ts'

/** What an activity is to the log: a run, or training beside running. */
export type Kind = 'run' | CrossTrainingEntry['activity']

const KINDS: Readonly<Record<Sport, Kind | undefined>> = {
  run: 'run',
  'treadmill-run': 'run',
  bike: 'bike',
  swim: 'swim',
  'water-run': 'pool-run',
  walk: 'walk',
  strength: 'other',
  other: undefined,
}

/** Training that readers have no sport for, by what files call it. */
const CALLED: readonly (readonly [pattern: RegExp, kind: Kind])[] = [
  [/ellipti|crosstrainer|cross trainer/i, 'elliptical'],
  [/\brow(ing|er|s)?\b|indoor ?row|rudern|remo\b|aviron|canottaggio|roeien/i, 'row'],
]

/** Less than this is a press of the wrong button, or the crumb of a file. */
const LEAST_METERS = 100
const LEAST_SECONDS = 30

/** Undefined for what is left out of the log. */
export const kindOf = ({ sport, called }: Pick<Activity, 'sport' | 'called'>): Kind | undefined =>
  KINDS[sport] ?? CALLED.find(([pattern]) => pattern.test(called.replaceAll('_', ' ')))?.[1]

/** A recording of steps, not of a run; one without a distance or a time is another matter. */
export function isTooShort(activity: Activity): boolean {
  const { distanceMeters, timerSeconds, elapsedSeconds } = activity
  const seconds = [timerSeconds ?? 0, elapsedSeconds ?? 0].filter((each) => each > 0)
  const isShort = distanceMeters !== undefined && distanceMeters > 0 && distanceMeters < LEAST_METERS
  const isBrief = seconds.length > 0 && seconds.every((each) => each < LEAST_SECONDS)
  return kindOf(activity) === 'run' && (isShort || isBrief)
}

/** What to count an activity as that is left out of the log. */
export const leftOutAs = (activity: Activity): string =>
  isTooShort(activity) ? 'too short to be a run' : activity.called.toLowerCase()
