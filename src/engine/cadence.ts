import { addDays, type Day } from '../base/calendar.ts'
import type { Form } from '../protocol/track.ts'
import type { Diary } from './diary.ts'

/** Steps of both feet a minute that a runner is led to, and how the last runs compare. */
export interface Cadence {
  readonly own: number
  readonly target: number
  readonly most: number
  /** The latest runs whose cadence is logged, oldest first. */
  readonly recent: readonly number[]
}

interface Asked {
  readonly form: Form
  readonly diary: Diary
  /** As the runner told it; undefined where only the runs can tell. */
  readonly told: number | undefined
  /** The day the cue came in: what was run before it is the runner's own way. */
  readonly since: Day
  readonly asOf: Day
}

const LOOK_BACK = 28
const RUNS_COMPARED = 3

/** A rise over the runner's own cadence; undefined where neither the runner nor the runs say what that is. */
export function cadenceFor({ form, diary, told, since, asOf }: Asked): Cadence | undefined {
  const own = told ?? median(loggedIn(diary, addDays(since, -LOOK_BACK), since, asOf))
  if (own === undefined) return undefined
  const { start, most } = form.cadence
  return {
    own: Math.round(own),
    // Rounded down, so that the step never exceeds what the protocol allows.
    target: Math.floor(own * (1 + start)),
    most: Math.floor(own * (1 + most)),
    recent: loggedIn(diary, since, addDays(asOf, 1), asOf).slice(-RUNS_COMPARED),
  }
}

function loggedIn(diary: Diary, from: Day, to: Day, asOf: Day): number[] {
  const days = Array.from({ length: Math.max(0, to - from) }, (_, index) => addDays(from, index))
  return days
    .flatMap((day) => diary.on(day, asOf).runs)
    .flatMap(({ cadenceSpm }) => (cadenceSpm === undefined ? [] : [Math.round(cadenceSpm)]))
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2
}

/** The target as steps and as a metronome, and whether the last runs follow it; nothing beyond the limit. */
export function cadenceText({ cadence }: Form, found: Cadence | undefined): string[] {
  if (found === undefined)
    return ['Your own cadence is not known: count the steps of a minute, and tell it: itb set cadence 164.']
  const { own, target, most } = found
  const [least, usual] = cadence.towards
  const isInside = own < least && most >= least
  return [
    `At the same pace ${target} steps a minute (metronome at ${target} beats), up from your own ${own}; ` +
      `never above ${most}.`,
    ...(isInside
      ? [`The usual ${least} to ${usual} is a convention; up to ${Math.min(usual, most)} is open to you.`]
      : []),
    ...followed(found),
  ]
}

const NEAR = 0.01

function followed({ own, target, most, recent }: Cadence): string[] {
  const now = median(recent)
  if (now === undefined) return []
  const how =
    now > most
      ? 'too quick, ease off'
      : now >= target * (1 - NEAR)
        ? 'there'
        : now > own
          ? 'on the way'
          : 'not quicker yet'
  return [`Logged since this cue came in: ${recent.join(', ')}, ${how}.`]
}
