import type { DayLook } from '../engine/look.ts'
import { dateText } from '../base/date-text.ts'
import { commandsFor } from './owed-commands.ts'
import { owedText } from './owed.ts'
import { indented, pageOf, paragraph, type PageOptions } from './page.ts'

const MOST = 3

/** What the day left open, each with the line that answers it, and why the next week is held if it is. */
export function renderStillOpen({ week, next, date }: DayLook, options: PageOptions): string {
  const page = pageOf(options)
  const { owed } = week
  const shown = owed.slice(0, MOST)
  const held = next.verdict === 'hold' ? next.findings.find(({ verdict }) => verdict === 'hold') : undefined
  const lines = [
    ...(held === undefined ? [] : paragraph(`What holds the next week: ${held.because}`, page)),
    ...(shown.length === 0 ? [] : paragraph('Still open:', page, page.paint.caution)),
    ...shown.flatMap((each) => {
      const commands = commandsFor(each, date).join(', or ')
      return indented(`${dateText(each.date)}, ${owedText(each)}: ${commands}`, page)
    }),
    ...(owed.length > MOST ? indented(`and ${owed.length - MOST} more: itb owed`, page) : []),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
