import type { Plan, Session } from '../engine/plan.ts'
import { weekdayText } from '../base/date-text.ts'
import { distanceText } from '../base/amount-text.ts'
import { doseText, dosesText } from './dose.ts'
import { durationText } from '../base/amount-text.ts'
import { frameText } from './frame.ts'
import type { Page } from './page.ts'
import { whole } from './wrap.ts'

type Terrain = NonNullable<Session['terrain']>
const GROUND: Readonly<Record<Terrain, string>> = { flat: 'flat', uphill: 'uphill', hilly: 'hills' }

/** How a run is to be run: `easy, flat`. */
export const mannerText = (session: Session): string =>
  [session.intensity, session.terrain === null ? null : GROUND[session.terrain]]
    .filter((word) => word !== null)
    .join(', ')

/** How all runs of a week are run; undefined where they differ. */
export type Manner = string | undefined

/** The manner all runs of the week share, which is then said once. */
export function sharedManner(plan: Pick<Plan, 'sessions'>): Manner {
  const manners = new Set(plan.sessions.filter((session) => session.type === 'run').map(mannerText))
  return manners.size === 1 ? [...manners][0] : undefined
}

/** What is done: `Run 12 min (2.0 km)`, `Strength 35 min`; in the runner's unit, whatever the title says. */
export function whatText(session: Session, unit: Plan['running']['unit'], page: Page): string {
  const { distanceMeters } = session
  const seconds = session.durationSeconds ?? (session.type === 'run' ? null : session.elapsedSeconds)
  const time = seconds === null ? '' : durationText(seconds)
  const bare = session.title.replace(/,?\s+\d.*$/, '')
  const name = time === '' && distanceMeters === null ? session.title : bare
  if (distanceMeters === null) return `${name} ${time}`.trim()
  const distance = distanceText(distanceMeters, page.units)
  if (time === '') return `${name} ${distance}`
  return unit === 'time' ? `${name} ${time} (${distance})` : `${name} ${distance} (${time})`
}

function runText(session: Session, shared: Manner): string {
  const { elapsedSeconds: outing, durationSeconds } = session
  const inAll = outing === null || outing === durationSeconds ? '' : durationText(outing)
  const manner = shared === undefined ? mannerText(session) : ''
  const lead = [manner, inAll].filter((part) => part !== '').join(', ')
  return [lead, frameText(session.steps)].filter((part) => part !== '').join(': ')
}

/** What is new or dosed otherwise since an earlier session; undefined where something of it is left out. */
function changesSince(earlier: Session, session: Session): Session['exercises'] | undefined {
  const before = new Map(earlier.exercises.map((exercise) => [exercise.id, JSON.stringify(exercise)]))
  const now = new Set(session.exercises.map(({ id }) => id))
  if (earlier.exercises.some(({ id }) => !now.has(id))) return undefined
  return session.exercises.filter((exercise) => before.get(exercise.id) !== JSON.stringify(exercise))
}

const listText = (doses: readonly string[]): string => doses.map(whole).join(', ')

/** Doses already given this week are not repeated: `as on Tue, now with Clamshell 3 x 20 a side (band)`. */
function exercisesText(session: Session, earlier: readonly Session[], page: Page): string {
  const [nearest] = earlier
    .map((each) => ({ day: weekdayText(each.date), changed: changesSince(each, session) }))
    .filter(({ changed }) => changed !== undefined && changed.length <= session.exercises.length / 2)
    .sort((a, b) => (a.changed?.length ?? 0) - (b.changed?.length ?? 0))
  if (nearest === undefined) return listText(dosesText(session.exercises, page.exercises))
  const changed = listText((nearest.changed ?? []).map((exercise) => doseText(exercise, page.exercises)))
  return `as on ${nearest.day}${changed === '' ? '' : `, now with ${changed}`}`
}

/** How it is done: a run's frame, or the doses of the exercises; empty where the name says it all. */
export function howText(session: Session, earlier: readonly Session[], manner: Manner, page: Page): string {
  if (session.type === 'run') return runText(session, manner)
  return session.exercises.length === 0 ? '' : exercisesText(session, earlier, page)
}
