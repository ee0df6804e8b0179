import type { Range } from './words.ts'

/** Whether a value is what it should be; the quick half of a schema, without the words for what is wrong. */
export type Check = (value: unknown) => boolean

/** The checks of an object's keys, those that must be there and those that may. */
export interface Fields {
  readonly must: Readonly<Record<string, Check>>
  readonly may: Readonly<Record<string, Check>>
}

/** True for an object as JSON has them, lists left out. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object with exactly these keys: a key that is not among them is refused. */
export function shape({ must, may }: Fields): Check {
  // Without a prototype, so that a key called "constructor" is as unknown as any other.
  const table: Readonly<Record<string, Check | undefined>> = Object.assign(Object.create(null), may, must)
  const needed = Object.keys(must)
  return (value) => {
    if (!isRecord(value)) return false
    for (const key in value) {
      const check = table[key]
      if (check === undefined) return false
      const held = value[key]
      if (held !== undefined && !check(held)) return false
    }
    for (const key of needed) if (value[key] === undefined) return false
    return true
  }
}

/** A list of which every item passes. */
export const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every((item) => check(item))

/** One of some words. */
export const oneOf = (words: readonly string[]): Check => {
  const known = new Set<unknown>(words)
  return (value) => known.has(value)
}

/** A number between two others, both included. */
export const between =
  ([least, most]: Range): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most

/** A whole number between two others, both included. */
export const whole =
  ([least, most]: Range): Check =>
  (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most

/** A number above 0 and not above `most`. */
export const upTo =
  (most: number): Check =>
  (value) =>
    typeof value === 'number' && value > 0 && value <= most

export const isText: Check = (value) => typeof value === 'string'
export const isSomeText: Check = (value) => typeof value === 'string' && value !== ''
export const isFlag: Check = (value) => typeof value === 'boolean'
