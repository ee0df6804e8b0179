import { fail, succeed, type Result } from '../../base/problem.ts'
import { didYouMean } from '../../base/spelling.ts'
import type { Entry } from '../../log/schema.ts'
import { usage } from '../command.ts'
import { nameOf, type Field } from './field.ts'
import { cleared } from './patch.ts'

/** The keys meant by `--clear`, by their flags or as the file has them. */
export function keysToClear(
  entry: Entry,
  own: readonly Field[],
  words: readonly string[],
): Result<readonly string[]> {
  const byName = new Map(
    own.flatMap((field) => [
      [nameOf(field).replace(/^--(?:no-)?/, ''), field.key],
      [field.key, field.key],
    ]),
  )
  const read = words.map((word): Result<string> => {
    const key = byName.get(word) ?? (FROM_PLAN.includes(word) ? word : undefined)
    if (key === undefined) {
      const known = [...byName.keys()].filter((name) => !/[.A-Z]/.test(name))
      return fail(
        usage(`--clear cannot be "${word}"`, `${didYouMean(word, known)}It can be: ${known.join(', ')}.`),
      )
    }
    return cleared(entry, [key]) === undefined
      ? fail(usage(`--clear cannot be "${word}"`, 'The entry cannot be without it.'))
      : succeed(key)
  })
  const problems = read.flatMap((each) => (each.ok ? [] : each.problems))
  return problems.length > 0
    ? fail(...problems)
    : succeed(read.flatMap((each) => (each.ok ? [each.value] : [])))
}

/** What the program wrote beside what the runner said, and may have got wrong. */
const FROM_PLAN: readonly string[] = ['session', 'attested']
