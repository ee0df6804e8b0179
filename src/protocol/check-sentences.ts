import { didYouMean } from '../base/spelling.ts'
import type { Sentences } from '../rules/example.ts'
import { sentencesOf } from '../rules/examples/index.ts'
import type { Rule } from '../rules/index.ts'
import type { Fault } from './fault.ts'
import type { Protocol } from './schema.ts'

type Path = readonly PropertyKey[]

/** Every finding has this name to fill in, whichever rule it comes from. */
const EVERYWHERE = 'missing'

/** Sentences the engine will ask for and not find, and names in them that it cannot fill in. */
export const sentenceFaults = ({ rules }: Protocol): Fault[] =>
  rules.flatMap((rule, index) => {
    const known = sentencesOf(rule)
    return known === undefined ? [] : faultsOf(rule, known, ['rules', index, 'says'])
  })

function faultsOf({ kind, says }: Rule, known: Sentences, path: Path): Fault[] {
  const keys = Object.keys(known)
  return [
    ...keys.filter((key) => says[key] === undefined).map((key) => missing(key, keys, path)),
    ...Object.entries(says).flatMap(([key, text]) => {
      const names = known[key]
      return names === undefined ? [unused(kind, key, keys, path)] : strangersIn(text, names, [...path, key])
    }),
  ]
}

const missing = (key: string, keys: readonly string[], path: Path): Fault => ({
  problem: 'missing-sentence',
  message: `the sentence "${key}" is missing`,
  path: path.slice(0, -1),
  key: String(path.at(-1)),
  hint: `Needed here: ${keys.join(', ')}.`,
})

const unused = (kind: string, key: string, keys: readonly string[], path: Path): Fault => ({
  problem: 'unknown-sentence',
  message: `a rule of kind "${kind}" never says "${key}"`,
  path,
  key,
  hint: keys.length === 0 ? 'It says nothing.' : `${didYouMean(key, keys)}Known here: ${keys.join(', ')}.`,
})

const strangersIn = (text: string, names: readonly string[], path: Path): Fault[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name = '']) =>
    name === EVERYWHERE || names.includes(name)
      ? []
      : [
          {
            problem: 'unknown-placeholder',
            message: `this sentence cannot fill in {${name}}`,
            path,
            hint:
              names.length === 0
                ? 'It has nothing to fill in.'
                : `${didYouMean(name, names)}It can fill in: {${names.join('}, {')}}.`,
          },
        ],
  )
