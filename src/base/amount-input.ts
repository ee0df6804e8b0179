import type { Units } from './amount-text.ts'
import { fail, succeed, type Problem, type Result } from './problem.ts'

const METRES_IN: Readonly<Record<string, number>> = { km: 1000, k: 1000, mi: 1609.344, m: 1, ft: 0.3048 }
const NUMBER = '(\\d+(?:[.,]\\d+)?)'

const DISTANCE = new RegExp(`^${NUMBER} ?(km|k|mi|m)?$`)
const HEIGHT = new RegExp(`^${NUMBER} ?(m|ft)?$`)
const PACE = /^(\d{1,2}):([0-5]\d)(?: ?\/ ?(km|mi))?$/

/** Ways to say a time, and the seconds that each of its parts counts for. */
const TIMES: readonly (readonly [pattern: RegExp, seconds: readonly number[]])[] = [
  [/^(\d+):([0-5]\d):([0-5]\d)$/, [3600, 60, 1]],
  [/^(\d+):([0-5]\d)$/, [60, 1]],
  [/^(\d+) ?h ?([0-5]?\d)(?: ?m| ?min)?$/, [3600, 60]],
  [/^(\d+) ?(?:m|min) ?([0-5]?\d) ?s$/, [60, 1]],
  [new RegExp(`^${NUMBER} ?(?:m|min)?$`), [60]],
  [new RegExp(`^${NUMBER} ?h$`), [3600]],
  [new RegExp(`^${NUMBER} ?s$`), [1]],
]
const DAYS = new RegExp(`^${NUMBER} ?d$`)
const HAS_UNIT = /[a-z:]|^0$/i

/** Metres of `5.2km`, `5,2km`, `3.2mi`, `5200m`, `5k`, or of `5.2` in the runner's unit; 0 is a distance. */
export function distanceMeant(text: string, units: Units, flag?: string): Result<number> {
  const [, amount, unit = units] = DISTANCE.exec(tidy(text)) ?? []
  if (amount !== undefined) return succeed(wholeMetres(amount, unit))
  return notUnderstood(text, 'distance', `5.2km, 3.2mi, 5200m, 5k, or 5.2 for ${units}`, flag)
}

/** Metres of a climb, `120m` or `400ft`; a bare number is metres where the runner counts in km. */
export function heightMeant(text: string, units: Units, flag?: string): Result<number> {
  const [, amount, unit = units === 'km' ? 'm' : undefined] = HEIGHT.exec(tidy(text)) ?? []
  if (amount !== undefined && unit !== undefined) return succeed(wholeMetres(amount, unit))
  return notUnderstood(text, 'height', '120m, 400ft', flag)
}

/** Seconds of `31:10`, `1:02:03`, `31m`, `20min`, `1h`, `1h05`, `90s`, or of `31` in minutes. */
export function durationMeant(text: string, flag?: string): Result<number> {
  const seconds = secondsOf(tidy(text))
  if (seconds !== undefined) return succeed(seconds)
  return notUnderstood(text, 'time', '31:10, 1:02:03, 31m, 1h05, 90s, or 31 for minutes', flag)
}

/** Hours that pain lasted, of `1h`, `90min` or `2d`; a bare number could be either and is not taken. */
export function lastingMeant(text: string, flag?: string): Result<number> {
  const tidied = tidy(text)
  const days = DAYS.exec(tidied)?.[1]
  const hours = days === undefined ? hoursOf(tidied) : numberOf(days) * 24
  if (hours !== undefined && HAS_UNIT.test(tidied)) return succeed(hours)
  return notUnderstood(text, 'span of hours', '1h, 90min, 2d', flag)
}

/** Seconds per kilometre, not rounded, of `6:00/km`, `9:39/mi`, or of `6:00` in the runner's unit. */
export function paceMeant(text: string, units: Units, flag?: string): Result<number> {
  const [, minutes, seconds, per = units] = PACE.exec(tidy(text)) ?? []
  if (minutes === undefined)
    return notUnderstood(text, 'pace', `6:00/km, 9:39/mi, or 6:00 for ${units}`, flag)
  return succeed(((Number(minutes) * 60 + Number(seconds)) * 1000) / (METRES_IN[per] ?? 1000))
}

const tidy = (text: string): string => text.trim().toLowerCase()

const numberOf = (text: string): number => Number(text.replace(',', '.'))

/** Up to the next metre: 1.3 mi rounded down would be read back to the runner as 1.2. */
const wholeMetres = (amount: string, unit: string): number =>
  Math.ceil(Number((numberOf(amount) * (METRES_IN[unit] ?? 1)).toFixed(6)))

function secondsOf(text: string): number | undefined {
  for (const [pattern, seconds] of TIMES) {
    const parts = pattern.exec(text)
    if (parts === null) continue
    return Math.round(seconds.reduce((sum, each, index) => sum + numberOf(parts[index + 1] ?? '0') * each, 0))
  }
  return undefined
}

function hoursOf(text: string): number | undefined {
  const seconds = secondsOf(text)
  return seconds === undefined ? undefined : Number((seconds / 3600).toFixed(2))
}

const notUnderstood = (text: string, what: string, examples: string, flag?: string): Result<never> =>
  fail(
    badAmount(
      flag === undefined ? `"${text}" is no ${what}` : `${flag} is "${text}", which is no ${what}`,
      examples,
    ),
  )

const badAmount = (message: string, examples: string): Problem => ({
  code: 'bad-amount',
  message,
  hint: `It can be written: ${examples}.`,
})
