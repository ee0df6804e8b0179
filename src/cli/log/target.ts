import { fail, type Result } from '../../base/problem.ts'
import type { Named } from '../../log/amend.ts'
import { findEntry } from '../../log/find.ts'
import { dateMeant } from '../date-words.ts'
import type { Inputs } from '../read-inputs.ts'

/** The entry that is changed: by its id or the beginning of it, by its day, or `last`. */
export const entryMeant = (word: string, { log, today }: Inputs): Result<Named> =>
  findEntry(log, dateMeant(word, today) ?? word, today)

/** The entry that is scored: the last run unless said; of a day its run before all else. */
export function scoredMeant(word: string | undefined, inputs: Inputs): Result<Named> {
  const { log, today } = inputs
  if (word === undefined || word === 'last') return findEntry(log, 'last', today, 'run')
  const date = dateMeant(word, today)
  const run = date === undefined ? fail() : findEntry(log, date, today, 'run')
  // Two runs of one day are told apart by their ids; only where there is none another entry can be meant.
  const isUnclear = !run.ok && run.problems.some(({ code }) => code === 'ambiguous-entry')
  return run.ok || isUnclear ? run : entryMeant(word, inputs)
}
