import type { Sport } from './activity.ts'

/** Words of watches, in the order they are tried: a walk on a treadmill is a walk, a run in water no run. */
const SPORTS: readonly (readonly [pattern: RegExp, sport: Sport])[] = [
  [/wheelchair|transition|swim ?run|tri ?athlon|du ?athlon|multi ?sport/, 'other'],
  [/\b(aqua|water|pool|deep).*\b(run|jog)/, 'water-run'],
  [
    /(treadmill|indoor|virtual).*(run\b|runs\b|running|jog)|(run|running)\b.*(treadmill|indoor|virtual)/,
    'treadmill-run',
  ],
  [/run\b|runs\b|running|jog/, 'run'],
  [/walk|hik|ruck/, 'walk'],
  [/treadmill/, 'treadmill-run'],
  [/cycling|bik|\bride\b|rides\b|spin\b|spinning|bmx|cyclo/, 'bike'],
  [/swim|open water/, 'swim'],
  [/strength|weight|crossfit|functional/, 'strength'],
]
/** Strava once numbered the sports in its GPX files. */
const NUMBERED: Readonly<Record<string, Sport>> = {
  '1': 'bike',
  '9': 'run',
  '4': 'walk',
  '10': 'walk',
  '16': 'swim',
}

/** The sport of a FIT, GPX or TCX file by its own word for it, such as `trail_running` or `TrailRun`. */
export function sportCalled(name: string): Sport {
  const words = plainly(name)
  return NUMBERED[words] ?? SPORTS.find(([pattern]) => pattern.test(words))?.[1] ?? 'other'
}

/** A sport's word in a file as people write it: `TrailRun` and `trail_run` are a `trail run`. */
export const plainly = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
