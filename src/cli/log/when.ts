import type { CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Result } from '../../base/problem.ts'
import { usage, type Call } from '../command.ts'
import { dateMeant } from '../date-words.ts'
import type { Inputs } from '../read-inputs.ts'
import { noDate } from './clinic-readers.ts'

/** The day somebody named, and the words that are left without it. */
export interface When {
  /** Undefined when no day was named. */
  readonly date: CalendarDate | undefined
  readonly words: readonly string[]
}

/** The day of `--date`, or of a first word that is one. */
export function whenSaid({ flags, words }: Call, { today }: Inputs): Result<When> {
  const [first, ...rest] = words
  const word = first === undefined ? undefined : dateMeant(first, today)
  if (flags.date === undefined)
    return succeed(word === undefined ? { date: undefined, words } : { date: word, words: rest })
  const date = dateMeant(flags.date, today)
  if (date === undefined) return fail(noDate('--date', flags.date))
  if (word === undefined) return succeed({ date, words })
  return fail(usage(`two days are named, "${first}" and --date ${flags.date}`, 'Leave one of them out.'))
}
