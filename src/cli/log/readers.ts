import { distanceMeant, durationMeant, heightMeant, lastingMeant } from '../../base/amount-input.ts'
import { fail, succeed, type Result } from '../../base/problem.ts'
import { didYouMean } from '../../base/spelling.ts'
import {
  CLIMB,
  isTimeOfDay,
  LASTING_HOURS,
  MOST_METERS,
  MOST_SECONDS,
  SCORE,
  SLEEP_HOURS,
  type Range,
} from '../../log/words.ts'
import { usage } from '../command.ts'
import type { Inputs } from '../read-inputs.ts'
import type { Reader, Said } from './field.ts'

const textOf = (said: Said): string => (typeof said === 'string' ? said.trim() : String(said))
const manyOf = (said: Said): readonly string[] => (typeof said === 'object' ? said : [textOf(said)])

const refuse = (flag: string, said: string, expected: string): Result<never> =>
  fail(usage(`${flag} is "${said}", expected ${expected}`))

/** A whole number in a range. */
export const whole =
  ([least, most]: Range): Reader =>
  (said, flag) => {
    const text = textOf(said)
    const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
    return value >= least && value <= most
      ? succeed(value)
      : refuse(flag, text, `a whole number from ${least} to ${most}`)
  }

/** A pain score; halves are no scores. */
export const score: Reader = whole(SCORE)

/** A number in a range, with a point or a comma. */
export const number =
  ([least, most]: Range): Reader =>
  (said, flag) => {
    const text = textOf(said)
    const value = /^\d{1,5}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
    return value >= least && value <= most
      ? succeed(value)
      : refuse(flag, text, `a number from ${least} to ${most}`)
  }

/** One of some words. */
export const choice =
  (words: readonly string[]): Reader =>
  (said, flag) =>
    oneOf(textOf(said), words, flag)

/** Some of some words, each said with the flag again. */
export const choices =
  (words: readonly string[]): Reader =>
  (said, flag) => {
    const all = manyOf(said).map((each) => oneOf(each, words, flag))
    const problems = all.flatMap((each) => (each.ok ? [] : each.problems))
    return problems.length > 0 ? fail(...problems) : succeed([...new Set(manyOf(said))])
  }

function oneOf(word: string, words: readonly string[], flag: string): Result<string> {
  if (words.includes(word)) return succeed(word)
  return fail(
    usage(`${flag} cannot be "${word}"`, `${didYouMean(word, words)}It can be: ${words.join(', ')}.`),
  )
}

/** Some words of the runner's own; nothing said with a flag is nothing meant. */
export const words: Reader = (said, flag) => {
  const text = textOf(said)
  return text === '' ? refuse(flag, text, 'some words') : succeed(text)
}

/** Several things in the runner's own words. */
export const manyWords: Reader = (said, flag) =>
  manyOf(said).some((each) => each.trim() === '')
    ? refuse(flag, '', 'some words')
    : succeed([...manyOf(said)])

/** A stated yes or no. */
export const yesOrNo: Reader = (said) => succeed(said)

/** A flag that only exists as a no: commander gives yes where nobody said anything. */
export const denied =
  (value: unknown): Reader =>
  (said) =>
    succeed(said === false ? value : undefined)

/** A distance that was covered. */
export const distance: Reader = (said, flag, { runner }) =>
  within(
    distanceMeant(textOf(said), runner.units, flag),
    [1, MOST_METERS],
    `${flag} is "${textOf(said)}"`,
    '500 km',
  )

/** A distance that may be none, such as an onset at the first step. */
export const distanceFromNone: Reader = (said, flag, { runner }) =>
  within(
    distanceMeant(textOf(said), runner.units, flag),
    [0, MOST_METERS],
    `${flag} is "${textOf(said)}"`,
    '500 km',
  )

/** Time that something took. */
export const duration: Reader = (said, flag) =>
  within(durationMeant(textOf(said), flag), [1, MOST_SECONDS], `${flag} is "${textOf(said)}"`, 'a week')

/** How long pain lasted, in hours. */
export const lasting: Reader = (said, flag) =>
  within(lastingMeant(textOf(said), flag), LASTING_HOURS, `${flag} is "${textOf(said)}"`, 'a year')

/** Metres up or down. */
export const height: Reader = (said, flag, { runner }) =>
  within(heightMeant(textOf(said), runner.units, flag), CLIMB, `${flag} is "${textOf(said)}"`, '30 km')

function within(read: Result<number>, [least, most]: Range, told: string, longest: string): Result<number> {
  if (!read.ok || (read.value >= least && read.value <= most)) return read
  return fail({
    code: 'bad-amount',
    message: `${told}, ${read.value < least ? 'which is nothing at all' : `more than ${longest}`}`,
    hint: 'Look at the unit: 5200m, 5.2km, 31:10, 1h05.',
  })
}

/** A time of day; `7:10` is read as `07:10`. */
export const clock: Reader = (said, flag) => {
  const text = textOf(said).padStart(5, '0')
  return isTimeOfDay(text) ? succeed(text) : refuse(flag, textOf(said), 'a time of day such as 07:10')
}

/** Hours of sleep, `6.5` or `6h30`. */
export const sleep: Reader = (said, flag, inputs) =>
  /[hm]/.test(textOf(said))
    ? within(lastingMeant(textOf(said), flag), SLEEP_HOURS, `${flag} is "${textOf(said)}"`, 'a day')
    : number(SLEEP_HOURS)(said, flag, inputs)

/** What a word says; a word that is not there says nothing. */
export const wordOf = (
  word: string | undefined,
  read: Reader,
  what: string,
  inputs: Inputs,
): Result<unknown> => (word === undefined ? succeed(undefined) : read(word, what, inputs))
