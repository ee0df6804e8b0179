import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import type { Entry } from '../../log/schema.ts'
import { usage, type Flags } from '../command.ts'
import type { Inputs } from '../read-inputs.ts'
import { named, readExercises, withSaid, type ExercisesSaid } from './exercises.ts'
import { nameOf, type Field } from './field.ts'
import { gather } from './gather.ts'
import { patched, patchOf, type Patch } from './patch.ts'

/** What flags change of one entry. */
export interface Changes {
  readonly patch: Patch
  readonly exercises: ExercisesSaid
  readonly isEmpty: boolean
}

/** Flags that speak of single exercises; `--pain` does so of a strength session alone. */
const OF_EXERCISES = ['sets', 'effort', 'skip'] as const
const NONE: ExercisesSaid = { pain: new Map(), effort: new Map(), sets: new Map(), skip: [] }

/** Reads the flags that fit an entry; one that fits another kind of entry is a problem and never silence. */
export function changesOf(
  entry: Entry,
  fields: Readonly<Record<Entry['type'], readonly Field[]>>,
  flags: Flags,
  inputs: Inputs,
): Result<Changes> {
  const own = fields[entry.type]
  const isStrength = entry.type === 'strength'
  const strangers = strangersAmong(entry, own, Object.values(fields).flat(), flags, inputs)
  const said = gather({
    patch: patchOf(own, flags, inputs),
    exercises: isStrength ? readExercises(flags, inputs) : succeed(NONE),
    strangers: strangers.length > 0 ? fail(...strangers) : succeed(undefined),
  })
  if (!said.ok) return said
  const { patch, exercises } = said.value
  const isEmpty = Object.keys(patch).length + named(exercises).length + exercises.skip.length === 0
  return succeed({ patch, exercises, isEmpty })
}

function strangersAmong(
  { type }: Entry,
  own: readonly Field[],
  all: readonly Field[],
  flags: Flags,
  inputs: Inputs,
): readonly Problem[] {
  const others = all.filter(({ flag }) => !own.some((field) => field.flag === flag))
  const isStrength = type === 'strength'
  const names = others
    .filter((field) => isSaid(field, flags, inputs) && !(isStrength && field.flag === 'pain'))
    .map(nameOf)
  const ofExercises = isStrength
    ? []
    : OF_EXERCISES.filter((flag) => flags[flag] !== undefined).map((flag) => `--${flag}`)
  return [...new Set([...names, ...ofExercises])].map((name) =>
    usage(`${name} is nothing that can be said of an entry of the type ${type}`, flagsText(own)),
  )
}

const flagsText = (own: readonly Field[]): string => `It has: ${own.map(nameOf).join(', ')}.`

function isSaid(field: Field, flags: Flags, inputs: Inputs): boolean {
  const value = flags[field.flag]
  if (value === undefined) return false
  const read = field.read(value, nameOf(field), inputs)
  return !read.ok || read.value !== undefined
}

/** An entry with its changes. */
export function changed(entry: Entry, { patch, exercises }: Pick<Changes, 'patch' | 'exercises'>): Entry {
  if (entry.type !== 'strength') return asSaid(measured(entry, patched(entry, patch)), patch)
  const known = entry.exercises.map(({ id }) => id)
  const more = named(exercises).flatMap((id) => (known.includes(id) ? [] : [{ id }]))
  const done = [...entry.exercises, ...more]
    .filter(({ id }) => !exercises.skip.includes(id))
    .map((each) => withSaid(each, exercises))
  const after = patched({ ...entry, exercises: done }, patch)
  const isCounted = done.length > 0 && done.every(({ id }) => exercises.sets.has(id))
  return isCounted ? unattested(after) : after
}

const AMOUNTS = ['distanceMeters', 'durationSeconds', 'runningMeters', 'runningSeconds'] as const

/** An amount that is said otherwise than the plan had it was measured. */
export function measured(before: Entry, after: Entry): Entry {
  const [then, now]: readonly Patch[] = [{ ...before }, { ...after }]
  const isMeasured = AMOUNTS.some((key) => then?.[key] !== now?.[key])
  const told = GUESSED.filter(([key]) => then?.[key] !== now?.[key]).map(([key]) => [key, now?.[key]])
  return asSaid(isMeasured ? unattested(after) : after, Object.fromEntries(told))
}

const GUESSED = [
  ['runningMeters', 'running'],
  ['runningSeconds', 'running'],
  ['terrain', 'terrain'],
] as const

/** What a runner says is no guess any more. */
function asSaid(entry: Entry, patch: Patch): Entry {
  if (entry.type !== 'run' || entry.guessed === undefined) return entry
  const { guessed, ...rest } = entry
  const left = guessed.filter((guess) => !GUESSED.some(([key, what]) => what === guess && key in patch))
  return left.length === 0 ? rest : { ...rest, guessed: left }
}

function unattested(entry: Entry): Entry {
  if (!('attested' in entry)) return entry
  const { attested, ...rest } = entry
  return rest
}
