import { distanceText, paceText } from '../../base/amount-text.ts'
import { fail, type Problem, type Result } from '../../base/problem.ts'
import { clockText } from '../../render/entry-text.ts'
import { usage, type Call } from '../command.ts'
import { canAsk } from '../host.ts'
import type { Inputs } from '../read-inputs.ts'
import type { Missing } from './ask-missing.ts'
import { gather } from './gather.ts'
import type { Patch } from './patch.ts'
import { distance, duration, wordOf } from './readers.ts'

/** Seconds per kilometre that somebody runs or walks at, and not a slip of the unit. */
const LIKELY_PACE = { fastest: 150, slowest: 900 }

const UNIT = /^(?:km|mi|k|m|min|h|s)$/i
const EXAMPLE = 'Such as: itb log run 5.2km 31:10'

/** What a terminal asks of a run that came without them. */
export const MISSING_OF_RUN: readonly Missing[] = [
  { key: 'distanceMeters', text: 'How far?', hint: '5.2km', read: distance },
  { key: 'durationSeconds', text: 'In what time?', hint: '31:10', read: duration },
]

/** A distance and a time in words, `5.2km 31:10`; on a terminal what is not there is asked for later. */
export function readRunWords(call: Call, inputs: Inputs): Result<Patch> {
  const [far, long, ...more] = joined(call.words)
  if (more.length > 0) return fail(usage(`"${more.join(' ')}" is more than a distance and a time`, EXAMPLE))
  const said = gather({
    distanceMeters: wordOf(far, distance, 'the distance', inputs),
    durationSeconds: wordOf(long, duration, 'the time', inputs),
  })
  if (!said.ok || long !== undefined || canAsk(call.host, call.flags)) return said
  const needs = far === undefined ? 'its distance and its time' : 'its time as well'
  return fail(usage(`a run needs ${needs}`, EXAMPLE))
}

/** `5.2 km` typed as two words is one amount. */
const joined = (words: readonly string[]): readonly string[] =>
  words.reduce<readonly string[]>(
    (all, word) =>
      UNIT.test(word) && all.length > 0 ? [...all.slice(0, -1), `${all.at(-1)}${word}`] : [...all, word],
    [],
  )

/** The problem of a pace nobody would expect; none where it is likely, or was said to be right by --force. */
export function unlikelyPace(
  { flags }: Call,
  { runner: { units } }: Inputs,
  patch: Patch,
): readonly Problem[] {
  const { distanceMeters: meters, durationSeconds: seconds } = patch
  if (typeof meters !== 'number' || typeof seconds !== 'number' || flags.force === true) return []
  const pace = (seconds * 1000) / meters
  if (pace >= LIKELY_PACE.fastest && pace <= LIKELY_PACE.slowest) return []
  const run = `${distanceText(meters, units)} in ${clockText(seconds)}`
  const message = `${run} is a pace of ${paceText(pace, units)}`
  const hint = 'Check the units: 5.2km, 31:10, 1:02:03. If it is right, say --force.'
  return [{ code: 'unlikely-pace', message, hint }]
}

/** Asks on a terminal whether an unlikely pace is right; without one it stays a problem. */
export async function checkPace(call: Call, inputs: Inputs, patch: Patch): Promise<readonly Problem[]> {
  const [unlikely] = unlikelyPace(call, inputs, patch)
  if (unlikely === undefined) return []
  if (!canAsk(call.host, call.flags)) return [unlikely]
  const text = `${unlikely.message}. Is that right?`
  const keys = [
    { key: 'y', means: 'yes' },
    { key: 'n', means: 'no' },
  ]
  return (await call.host.ask({ kind: 'key', text, keys, enter: 'no' })) === 'y' ? [] : [unlikely]
}
