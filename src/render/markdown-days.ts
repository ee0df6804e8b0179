import type { CalendarDate } from '../base/calendar.ts'
import type { Plan, Session } from '../engine/plan.ts'
import { dateText } from '../base/date-text.ts'
import { doneText, type Done } from './done.ts'
import { markdownTable } from './markdown-table.ts'
import type { Page } from './page.ts'
import { howText, sharedManner, whatText } from './session.ts'

const [OPEN, TICKED, NO_BOX] = ['[ ]', '[x]', '']

/** A box, what is done, and how. */
type Cells = readonly [box: string, what: string, how: string]

/** The days of a week to tick off; rolling and stretching have a column of their own. */
export function daysTable(plan: Plan, done: readonly Done[], page: Page): string[] {
  const dates = [...new Set(plan.sessions.map(({ date }) => date))].sort()
  const rows = dates.flatMap((date) => {
    const past = date < plan.asOf ? done.filter((each) => each.date === date) : []
    const mobility = mobilityBox(plan, past, date)
    return cellsOn(date, plan, past, page).map(([box, what, how], index) =>
      index === 0 ? [box, dateText(date), what, how, mobility] : [box, '', what, how, ''],
    )
  })
  const isMobile = rows.some((row) => row[4] !== '')
  const head = ['Done', 'Day', 'Session', 'How', 'Roll, stretch']
  const shown = (row: readonly string[]): readonly string[] => (isMobile ? row : row.slice(0, -1))
  return markdownTable(shown(head), rows.map(shown))
}

function mobilityBox(plan: Plan, past: readonly Done[], date: CalendarDate): string {
  if (past.some(({ type }) => type === 'mobility')) return TICKED
  const isOn = plan.sessions.some((session) => session.type === 'mobility' && session.date === date)
  return isOn && date >= plan.asOf ? OPEN : NO_BOX
}

function cellsOn(date: CalendarDate, plan: Plan, past: readonly Done[], page: Page): readonly Cells[] {
  const cells =
    past.length > 0
      ? past
          .filter(({ type }) => type !== 'mobility')
          .map((each): Cells => [TICKED, doneText(each, page), ''])
      : plan.sessions
          .filter((session) => session.date === date && session.type !== 'mobility')
          .map((session) => sessionCells(session, plan, page))
  return cells.length === 0 ? [[NO_BOX, 'Rest', '']] : cells
}

function sessionCells(session: Session, plan: Plan, page: Page): Cells {
  if (session.type === 'rest') return [NO_BOX, session.title, session.cues.join(' ')]
  const what = whatText(session, plan.running.unit, page)
  const isBelow = session.exercises.length > 0 && session.type !== 'run'
  return [OPEN, what, isBelow ? 'see below' : howText(session, [], sharedManner(plan), page)]
}
