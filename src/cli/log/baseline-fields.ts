import { fail, succeed, type Result } from '../../base/problem.ts'
import { didYouMean } from '../../base/spelling.ts'
import { AGGRAVATORS, KNEE_TRACKING } from '../../log/words.ts'
import { usage } from '../command.ts'
import type { KeyQuestion } from '../question.ts'
import type { Field } from './field.ts'
import { choice } from './readers.ts'

type Aggravators = readonly (typeof AGGRAVATORS)[number][]

/** What a list of grounds and movements says; `none` is a stated nothing. */
export function aggravatorsMeant(said: string, flag: string): Result<Aggravators> {
  const words = said
    .split(/[ ,]+/)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '')
  if (words.join() === 'none') return succeed([])
  const strangers = words.filter((word) => !AGGRAVATORS.some((known) => known === word))
  const [stranger = ''] = strangers
  const known = `It can be none, or some of: ${AGGRAVATORS.join(', ')}.`
  if (words.length === 0) return fail(usage(`${flag} says nothing`, known))
  if (strangers.length > 0)
    return fail(usage(`${flag} cannot be "${stranger}"`, `${didYouMean(stranger, AGGRAVATORS)}${known}`))
  return succeed(AGGRAVATORS.filter((each) => words.includes(each)))
}

/** What makes the knee worse, as a flag. */
export const AGGRAVATED_BY: Field = {
  options: [
    [
      '--aggravated-by <list>',
      `what makes it worse: ${AGGRAVATORS.join(',')} or none`,
      { choices: [...AGGRAVATORS, 'none'] },
    ],
  ],
  flag: 'aggravatedBy',
  key: 'aggravatedBy',
  read: (said, flag) => aggravatorsMeant(String(said), flag),
}

/** How hip and knee stand over the foot, as a flag. */
export const KNEE_TRACKS: Field = {
  options: [
    [
      '--knee-tracking <how>',
      `on one leg, seen in a mirror: ${KNEE_TRACKING.join(', ')}`,
      { choices: KNEE_TRACKING },
    ],
  ],
  flag: 'kneeTracking',
  key: 'kneeTracking',
  read: choice(KNEE_TRACKING),
}

/** Keys that say how hip and knee track. */
export const TRACKING_KEYS: Readonly<Record<string, (typeof KNEE_TRACKING)[number]>> = {
  s: 'straight',
  k: 'knee-falls-in',
  p: 'pelvis-drops',
  b: 'both',
  n: 'not-looked-at',
}

/** How hip and knee track, by one key. */
export const trackingQuestion: KeyQuestion = {
  kind: 'key',
  text: 'Standing on that leg, the knee a little bent, in a mirror: how do hip and knee track?',
  keys: [
    { key: 's', means: 'straight' },
    { key: 'k', means: 'the knee falls in' },
    { key: 'p', means: 'the pelvis drops' },
    { key: 'b', means: 'both' },
    { key: 'n', means: 'not looked at' },
  ],
  enter: 'leave open',
}
