import { dayOf, type CalendarDate } from '../../base/calendar.ts'
import { succeed, type Result } from '../../base/problem.ts'
import { isRemembered } from '../../rules/gate.ts'
import type { Answer } from '../command.ts'
import type { Inputs } from '../read-inputs.ts'

/** What days that are told of too late do not do; empty where all of them are remembered well enough. */
export function recallNote(dates: readonly CalendarDate[], { programme, today }: Inputs): string {
  const { gate } = programme
  const late = dates.filter((date) => !isRemembered(gate, dayOf(today) - dayOf(date))).sort()
  const [first, last] = [late[0], late.at(-1)]
  if (first === undefined || last === undefined) return ''
  const which = first === last ? first : `${first} to ${last}`
  return `${which}: told more than ${gate.recall} days later, which opens no gate`
}

/** An answer with a further sentence for stderr. */
export const withNote = (said: Result<Answer>, note: string): Result<Answer> =>
  said.ok && note !== ''
    ? succeed({ ...said.value, note: [said.value.note, note].filter((each) => each !== '').join('\n') })
    : said
