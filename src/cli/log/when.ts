import type { CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Result } from '../../base/problem.ts'
import { isDate } from '../../log/words.ts'
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

/** The day of `--date`, or of a first word that is one; before a remark `today` may be the remark's own. */
export function whenSaid({ flags, words }: Call, { today }: Inputs, isRemark: boolean): Result<When> {
  const [first, ...rest] = words
  const isOwn = isRemark && rest.length !== 1 && first !== undefined && !isDate(first)
  const word = first === undefined || isOwn ? undefined : dateMeant(first, today)
  if (flags.date === undefined)
    return succeed(word === undefined ? { date: undefined, words } : { date: word, words: rest })
  const date = dateMeant(flags.date, today)
  if (date === undefined) return fail(noDate('--date', flags.date))
  if (word === undefined) return succeed({ date, words })
  return fail(usage(`two days are named, "${first}" and --date ${flags.date}`, 'Leave one of them out.'))
}
