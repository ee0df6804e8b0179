import type { Plan, Session } from '../engine/plan.ts'
import { dateText } from '../base/date-text.ts'
import { doneText, type Done } from './done.ts'
import type { Page } from './page.ts'
import type { Manner } from './session.ts'
import { howText, sharedManner, whatText } from './session.ts'

/** One session on the page: the day is empty for a further session of a day. */
export interface Row {
  readonly day: string
  readonly what: string
  readonly how: string
  readonly cues: readonly string[]
  readonly rest: boolean
}

const DAYS_OF_WEEK = 7
const sameDoses = (a: Session, b: Session): boolean =>
  a.title === b.title && JSON.stringify([a.exercises, a.cues]) === JSON.stringify([b.exercises, b.cues])

/** Rolling and stretching that is the same on all seven days is said once. */
function dailyOf(sessions: readonly Session[]): readonly Session[] {
  const mobility = sessions.filter((session) => session.type === 'mobility')
  return mobility.filter((session) => {
    const alike = mobility.filter((other) => sameDoses(session, other))
    return new Set(alike.map((other) => other.date)).size === DAYS_OF_WEEK
  })
}

interface Told {
  readonly shared: Manner
  /** Sessions already on the page, which later ones may refer back to. */
  readonly sessions: Session[]
  readonly cues: Set<string>
}

function rowOf(session: Session, day: string, told: Told, plan: Plan, page: Page): Row {
  const earlier = told.sessions.filter((each) => each.type === session.type && each.title === session.title)
  const row = {
    day,
    what: whatText(session, plan.running.unit, page),
    how: howText(session, earlier, told.shared, page),
    cues: session.cues.filter((cue) => !told.cues.has(cue)),
    rest: session.type === 'rest',
  }
  told.sessions.push(session)
  for (const cue of session.cues) told.cues.add(cue)
  return row
}

const doneRow = (done: Done, day: string, page: Page): Row => ({
  day,
  what: doneText(done, page),
  how: 'done',
  cues: [],
  rest: true,
})

/** The week as rows, day by day, then what is done daily; a cue or a dose is given where it first comes. */
export function weekRows(plan: Plan, done: readonly Done[], page: Page): readonly Row[] {
  const told: Told = { shared: sharedManner(plan), sessions: [], cues: new Set() }
  const daily = dailyOf(plan.sessions)
  const dates = [...new Set(plan.sessions.map((session) => session.date))].sort()
  const rowsOf = (sessions: readonly Session[], day: string): readonly Row[] =>
    sessions.map((session, index) => rowOf(session, index === 0 ? day : '', told, plan, page))
  const rows = dates.flatMap((date) => {
    const past = done.filter((each) => each.date === date && date < plan.asOf)
    if (past.length > 0)
      return past.map((each, index) => doneRow(each, index === 0 ? dateText(date) : '', page))
    const sessions = plan.sessions.filter((session) => session.date === date && !daily.includes(session))
    if (sessions.length === 0) return [{ day: dateText(date), what: 'Rest', how: '', cues: [], rest: true }]
    return rowsOf(sessions, dateText(date))
  })
  const everyDay = daily.filter((session) => session.date === dates[0])
  return [...rows, ...rowsOf(everyDay, 'Every day')]
}
