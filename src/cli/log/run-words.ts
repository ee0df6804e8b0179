import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import { usage, type Call } from '../command.ts'
import { canAsk } from '../host.ts'
import type { Inputs } from '../read-inputs.ts'
import type { Missing } from './ask-missing.ts'
import { tooMany, type Heard } from './form.ts'
import { gather } from './gather.ts'
import { unlikelyPace } from './likely-pace.ts'
import type { Patch } from './patch.ts'
import { distance, duration, wordOf } from './readers.ts'

const UNIT = /^(?:km|mi|k|m|min|h|s)$/i
const EXAMPLE = 'Such as: itb log run 5.2km 31:10'

/** What a terminal asks of a run that came without them. */
export const MISSING_OF_RUN: readonly Missing[] = [
  { key: 'distanceMeters', text: 'How far?', hint: '5.2km', read: distance },
  { key: 'durationSeconds', text: 'In what time?', hint: '31:10', read: duration },
]

/** A distance and a time in words, `5.2km 31:10`; on a terminal what is not there is asked for later. */
export function readRunWords(call: Call, inputs: Inputs): Result<Heard> {
  const words = joined(call.words)
  const [far, long] = words
  const left = tooMany(words, [distance, duration], inputs)
  if (left.length > 0) return succeed({ patch: {}, left })
  const said = gather({
    distanceMeters: wordOf(far, distance, 'the distance', inputs),
    durationSeconds: wordOf(long, duration, 'the time', inputs),
  })
  if (!said.ok) return said
  if (long !== undefined || canAsk(call.host, call.flags)) return succeed({ patch: said.value, left })
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

/** Asks on a terminal whether an unlikely pace is right; without one it stays a problem. */
export async function checkPace(call: Call, inputs: Inputs, patch: Patch): Promise<readonly Problem[]> {
  const unlikely = call.flags.force === true ? undefined : unlikelyPace(inputs.runner.units, patch)
  if (unlikely === undefined) return []
  if (!canAsk(call.host, call.flags)) return [unlikely]
  const text = `${unlikely.message}. Is that right?`
  const keys = [
    { key: 'y', means: 'yes' },
    { key: 'n', means: 'no' },
  ]
  return (await call.host.ask({ kind: 'key', text, keys, enter: 'no' })) === 'y' ? [] : [unlikely]
}
