import { didYouMean } from '../base/spelling.ts'
import { isCycle } from './check-kinds.ts'
import type { Fault } from './fault.ts'
import type { Protocol } from './schema.ts'

type Path = readonly PropertyKey[]

/** A word at a place: an id that is given, or one that is meant. */
interface Named {
  readonly id: string
  readonly path: Path
}

/** Ids that are there twice, and ids that lead nowhere. */
export const idFaults = (protocol: Protocol): Fault[] => [...duplicates(protocol), ...unknown(protocol)]

const idsOf = (items: readonly { readonly id: string }[], path: Path): Named[] =>
  items.map(({ id }, index) => ({ id, path: [...path, index, 'id'] }))

/** Names that are looked up in one place; each may be there once. */
function namespaces({ rules, exercises, tracks, advice }: Protocol): readonly (readonly Named[])[] {
  const { rolling, stretching, warmUp, form, crossTraining } = tracks
  return [
    idsOf(rules, ['rules']),
    idsOf(exercises, ['exercises']),
    ...exercises.map(({ levels }, index) => idsOf(levels, ['exercises', index, 'levels'])),
    introduced(rules),
    // The log names rolling, stretching and warming up in one list.
    [
      ...idsOf(rolling.items, ['tracks', 'rolling', 'items']),
      ...idsOf(stretching.items, ['tracks', 'stretching', 'items']),
      ...idsOf(warmUp.items, ['tracks', 'warmUp', 'items']),
    ],
    idsOf(advice, ['advice']),
    idsOf(form.cues, ['tracks', 'form', 'cues']),
    idsOf(crossTraining.activities, ['tracks', 'crossTraining', 'activities']),
  ]
}

const duplicates = (protocol: Protocol): Fault[] =>
  namespaces(protocol).flatMap((names) =>
    names.flatMap(({ id, path }, index) =>
      names.slice(0, index).some((other) => other.id === id) ? [duplicate(id, path)] : [],
    ),
  )

const duplicate = (id: string, path: Path): Fault => ({
  problem: 'duplicate-id',
  message: `"${id}" is there already`,
  path,
  hint: 'Name one of the two differently.',
})

const introduced = (rules: Protocol['rules']): Named[] =>
  rules.flatMap((rule, at) =>
    rule.kind === 'strength-plan'
      ? rule.introduce.flatMap((ids, session) =>
          ids.map((id, index) => ({ id, path: ['rules', at, 'introduce', session, index] })),
        )
      : [],
  )

function unknown(protocol: Protocol): Fault[] {
  const { rules, exercises, tracks, references } = protocol
  const { activation } = tracks.warmUp
  const at: Path = ['tracks', 'warmUp', 'activation']
  const activating = activation.exercises.map((id, index) => ({ id, path: [...at, 'exercises', index] }))
  const rolls = activation.rolls.map((id, index) => ({ id, path: [...at, 'rolls', index] }))
  // A cycle has no exercises of its own: they are those of its rehabilitation.
  const wanted = [...introduced(rules), ...(isCycle(protocol) && exercises.length === 0 ? [] : activating)]
  return [
    ...strangers(
      wanted,
      exercises.map(({ id }) => id),
      EXERCISE,
    ),
    ...strangers(
      rolls,
      tracks.rolling.items.map(({ id }) => id),
      ITEM,
    ),
    ...strangers(sourcesOf(protocol, []), Object.keys(references), REFERENCE),
  ]
}

/** What is looked up in a list, and the code of what is not found there. */
type Sort = readonly [code: { readonly problem: string }, what: string]

const EXERCISE: Sort = [{ problem: 'unknown-exercise' }, 'exercise']
const ITEM: Sort = [{ problem: 'unknown-item' }, 'rolling item']
const REFERENCE: Sort = [{ problem: 'unknown-source' }, 'reference']

/** More than this many names are counted and not listed. */
const LISTED = 12

function strangers(wanted: readonly Named[], known: readonly string[], [code, what]: Sort): Fault[] {
  const all = known.length > LISTED ? `There are ${known.length} of them.` : `There are: ${known.join(', ')}.`
  return wanted
    .filter(({ id }) => !known.includes(id))
    .map(({ id, path }) => ({
      ...code,
      message: `there is no ${what} "${id}"`,
      path,
      hint: `${didYouMean(id, known)}${all}`,
    }))
}

/** Every source id of the protocol, wherever it stands beside a number. */
function sourcesOf(value: unknown, path: Path): Named[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    if (key === 'examples' || key === 'references') return []
    return key === 'source' && Array.isArray(child) ? idsOf(child, here) : sourcesOf(child, here)
  })
}
