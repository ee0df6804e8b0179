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

/** Undefined for what is left out of the log. */
export const kindOf = ({ sport, called }: Pick<Activity, 'sport' | 'called'>): Kind | undefined =>
  KINDS[sport] ?? CALLED.find(([pattern]) => pattern.test(called.replaceAll('_', ' ')))?.[1]
