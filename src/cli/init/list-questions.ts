import { didYouMean } from '../../base/spelling.ts'
import { fail, succeed, type Result } from '../../base/problem.ts'
import { type OUT_OF_SCOPE, SIGNS } from '../../rules/referral.ts'
import { usage, type Flags } from '../command.ts'
import type { KeyQuestion } from '../question.ts'
import { ASKED_AGAIN, type Wanted } from './answers.ts'

export type Sign = (typeof SIGNS)[number]
export type Exclusion = Exclude<(typeof OUT_OF_SCOPE)[number], 'other-place'>

/** Sentences of the protocol by the name of what they describe. */
export type Says = Readonly<Record<string, string>>

/** The signs that running stops for, all of them put in full; an empty list is that each was denied. */
export const signsWanted = ({ redFlag, redFlags }: Flags, says: Says): Wanted<readonly Sign[]> => ({
  flag: '--red-flag',
  example: '--no-red-flags if none of them is so, else --red-flag numbness',
  given: redFlag !== undefined ? redFlag.join(',') : redFlags === false ? NONE : undefined,
  isNeeded: true,
  ask: (ask) => pick('Is any of these so?', SIGNS, says, ask),
  read: (said) =>
    redFlag !== undefined && redFlags === false
      ? fail(usage('--red-flag and --no-red-flags contradict each other', 'Leave one of them out.'))
      : wordsOf('--red-flag', said, SIGNS),
})

const EXCLUSIONS: readonly (readonly [Exclusion, keyof Flags])[] = [
  ['under-18', 'under18'],
  ['pregnant', 'pregnant'],
  ['surgery', 'surgery'],
  ['stress-fracture', 'stressFracture'],
]

/** What the flags leave open of the things this programme is not made for. */
export function exclusionsWanted(flags: Flags, says: Says): Wanted<readonly Exclusion[]> {
  const said = EXCLUSIONS.map(([name, flag]) => [name, statedOf(flags, flag)] as const)
  const open = said.flatMap(([name, isSo]) => (isSo === undefined ? [name] : []))
  const stated = said.flatMap(([name, isSo]) => (isSo === true ? [name] : []))
  const together = (more: string): string => [...stated, ...more.split(',')].join(',')
  return {
    flag: open.map((name) => `--${name}`).join(', '),
    example: '--in-scope if none of them is so',
    given: open.length === 0 ? together(NONE) : undefined,
    isNeeded: true,
    ask: async (ask) => {
      const picked = await pick('And any of these?', open, says, ask)
      return picked === undefined ? undefined : together(picked)
    },
    read: (words) =>
      wordsOf(
        '--in-scope',
        words,
        EXCLUSIONS.map(([name]) => name),
      ),
  }
}

/** A flag of its own outweighs `--in-scope`, which denies all four. */
function statedOf(flags: Flags, flag: keyof Flags): boolean | undefined {
  const own = flags[flag]
  return typeof own === 'boolean' ? own : flags.inScope === true ? false : undefined
}

const NONE = 'none'

function wordsOf<Word extends string>(
  flag: string,
  said: string,
  words: readonly Word[],
): Result<readonly Word[]> {
  const named = said.split(',').filter((word) => word !== NONE && word !== '')
  const unknown = named.filter((word) => !words.some((each) => each === word))
  if (unknown.length === 0) return succeed(words.filter((word) => named.includes(word)))
  return fail(
    ...unknown.map((word) =>
      usage(`${flag} cannot be "${word}"`, `${didYouMean(word, words)}It can be: ${words.join(', ')}.`),
    ),
  )
}

/** Puts a whole list, then asks for one after the other until there is no other. */
async function pick(
  text: string,
  names: readonly string[],
  says: Says,
  ask: (question: KeyQuestion) => Promise<string | undefined>,
): Promise<string | undefined> {
  const list = names.map((name, index) => `${index + 1}: ${says[name] ?? name}`)
  const keys = names.map((_, index) => ({ key: String(index + 1), means: '', answered: list[index] ?? '' }))
  const first = await ask({
    kind: 'key',
    text: [text, ...list].join('\n'),
    keys: [{ key: 'n', means: 'none of these' }, ...keys],
    enter: ASKED_AGAIN,
  })
  if (first === undefined) return undefined
  const picked = new Set<string>()
  for (let key: string | undefined = first; key !== undefined && key !== 'n'; ) {
    picked.add(key)
    const left = keys.filter((each) => !picked.has(each.key))
    if (left.length === 0) break
    key = await ask({
      kind: 'key',
      text: ['Another of these?', ...left.map(({ answered }) => answered)].join('\n'),
      keys: [{ key: 'n', means: 'no other' }, ...left],
      enter: 'no other',
    })
  }
  return [NONE, ...[...picked].map((key) => names[Number(key) - 1] ?? '')].join(',')
}
