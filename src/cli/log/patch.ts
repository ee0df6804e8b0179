import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import { isEntry } from '../../log/check-entry.ts'
import type { Entry } from '../../log/schema.ts'
import { usage, type Flags } from '../command.ts'
import type { Inputs } from '../read-inputs.ts'
import { nameOf, type Field } from './field.ts'

/** What was said, by the key of the entry it belongs to; a key that is not there was not said. */
export type Patch = Readonly<Record<string, unknown>>

/** Everything said with some flags, or everything wrong with it. */
export function patchOf(fields: readonly Field[], flags: Flags, inputs: Inputs): Result<Patch> {
  const said: Record<string, unknown> = {}
  const problems: Problem[] = []
  for (const field of fields) {
    const value = flags[field.flag]
    if (value === undefined) continue
    const read = field.read(value, nameOf(field), inputs)
    if (!read.ok) problems.push(...read.problems)
    else if (read.value !== undefined && said[field.key] !== undefined)
      problems.push(saidTwice(field, fields))
    else if (read.value !== undefined) said[field.key] = read.value
  }
  return problems.length > 0 ? fail(...problems) : succeed(said)
}

function saidTwice(field: Field, fields: readonly Field[]): Problem {
  const names = fields.filter(({ key }) => key === field.key).map(nameOf)
  return usage(`${names.join(' and ')} cannot both be said`, 'Leave one of them out.')
}

type Fields = Readonly<Record<string, unknown>>

/** An entry with what was said in its place. What the readers let through is an entry, or they are wrong. */
export function patched(entry: Fields, patch: Patch): Entry {
  return asEntry(
    Object.entries(patch).reduce<Fields>(
      (changed, [key, value]) => put(changed, key.split('.'), value),
      entry,
    ),
  )
}

/** An entry without what stands at some keys; undefined where it would be none without them. */
export function cleared(entry: Fields, keys: readonly string[]): Entry | undefined {
  const rest = keys.reduce<Fields>((changed, key) => put(changed, key.split('.'), undefined), entry)
  return isEntry(rest) ? (rest as Entry) : undefined
}

function put(record: Fields, [key = '', ...rest]: readonly string[], value: unknown): Fields {
  const { [key]: held, ...others } = record
  const inner = rest.length === 0 ? value : put(isFields(held) ? held : {}, rest, value)
  const isNothing = inner === undefined || (isFields(inner) && Object.keys(inner).length === 0)
  return isNothing ? others : { ...record, [key]: inner }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function asEntry(value: unknown): Entry {
  if (!isEntry(value)) throw new Error(`this is no entry of a log: ${JSON.stringify(value)}`)
  return value as Entry
}
