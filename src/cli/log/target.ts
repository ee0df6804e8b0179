import { fail, type Result } from '../../base/problem.ts'
import type { Named } from '../../log/amend.ts'
import { findEntry } from '../../log/find.ts'
import { dateMeant } from '../date-words.ts'
import type { Flags } from '../command.ts'
import type { Inputs } from '../read-inputs.ts'

/** The entry that is changed: by its id or the beginning of it, by its day, or `last`. */
export const entryMeant = (word: string, { log, today }: Inputs): Result<Named> =>
  findEntry(log, dateMeant(word, today) ?? word, today)

/** What has scores of its own; a check-in is said again instead. */
const SCORED = ['run', 'strength', 'cross-training', 'mobility', 'flare'] as const

/**
 * The entry that is scored: the last run unless said, and of a day its run before all else; of exercises
 * the last strength session, and that of the day.
 */
export function scoredMeant(word: string | undefined, flags: Flags, inputs: Inputs): Result<Named> {
  const { log, today } = inputs
  const first = isOfExercises(flags) ? 'strength' : 'run'
  if (word === undefined || word === 'last') return findEntry(log, 'last', today, first)
  const date = dateMeant(word, today)
  const run = date === undefined ? fail() : findEntry(log, date, today, first)
  // Two runs of one day are told apart by their ids; only where there is none another entry can be meant.
  const isUnclear = !run.ok && run.problems.some(({ code }) => code === 'ambiguous-entry')
  if (run.ok || isUnclear) return run
  const scored = date === undefined ? fail() : findEntry(log, date, today, SCORED)
  const isSeveral = !scored.ok && scored.problems.some(({ code }) => code === 'ambiguous-entry')
  return scored.ok || isSeveral ? scored : entryMeant(word, inputs)
}

const isOfExercises = ({ pain, effort }: Flags): boolean =>
  effort !== undefined || (typeof pain === 'object' && pain.some((each) => each.includes('=')))
