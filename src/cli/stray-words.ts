import type { Problem } from '../base/problem.ts'
import { usage, type Command } from './command.ts'

/** Words that mean nothing where they stand: nothing of the line is done, and what would be taken is told. */
export function strayWords(
  words: readonly string[],
  command: string,
  { words: places = [], examples }: Pick<Command, 'words' | 'examples'>,
  why = `means nothing to ${command}`,
): Problem {
  const taken = places.map(([name, meaning]) => placeText(name, meaning)).join('; ')
  const such = examples.map(([line], index) => `${index === 0 ? 'Such as: ' : '     or: '}${line}`)
  return usage(
    `"${words.join(' ')}" ${why}, so nothing of the line was taken`,
    [taken === '' ? 'It takes no words, only flags.' : `It takes: ${taken}.`, ...such].join('\n'),
  )
}

/** A place of its own by its name; where it is any words, what they are says more. */
const placeText = (name: string, meaning: string): string =>
  /words|\.\.\./.test(name) ? meaning : `${name.replace(/[[\]<>]/g, '')} (${meaning})`
