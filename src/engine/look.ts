import {
  addDays,
  type CalendarDate,
  dateOf,
  type Day,
  dayOf,
  daysFrom,
  weekStartOf,
} from '../base/calendar.ts'
import { asWritten } from '../log/as-written.ts'
import type { Entry, Log } from '../log/schema.ts'
import { runnerOn } from '../log/settings.ts'
import { standing } from '../log/versions.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Grade } from '../rules/finding.ts'
import { runFreeDaysAfter } from '../rules/pain-response.ts'
import { type Away, awayIn } from './away.ts'
import { wordOf } from './because.ts'
import { type Lead, leadsFrom } from './leads.ts'
import { makePlans, plansShown, upTo } from './make-plan.ts'
import type { Plan, Session } from './plan.ts'
import { replay, type Replay } from './replay.ts'

export type { Lead } from './leads.ts'

/** A session of today and what became of it. */
export interface DaySession extends Session {
  /** The log has it, or something that stands for it. */
  readonly done: boolean
}

/** One day of a runner: what is on, what was said so far, and where the next scores lead. */
export interface DayLook {
  readonly date: CalendarDate
  /** The running week as it stands, and the one after it. */
  readonly week: Plan
  readonly next: Plan
  readonly sessions: readonly DaySession[]
  /** What was said of today amounts to this; U while something is open. */
  readonly grade: Grade
  /** Why it is not S0, in words such as `limp` or `moderate peak`. */
  readonly reasons: readonly string[]
  /** The last day on which pain forbids a run; null where none does. */
  readonly noRunUntil: CalendarDate | null
  /** The next run from tomorrow on, in this week or the next; null where none is planned. */
  readonly nextRun: Session | null
  /** Empty where nothing is ahead that is scored. */
  readonly leads: readonly Lead[]
  /** A clinician lifted the stop of this week. */
  readonly isCleared: boolean
  /** The last day after a flare on which ice helps most; null after it. */
  readonly iceUntil: CalendarDate | null
  /** The days off that hold this day; null where there are none. */
  readonly away: Away | null
}

/** Looks at one day with everything known at its end. */
export function lookAt(log: Log, programme: Programme, today: CalendarDate): DayLook {
  const day = dayOf(today)
  const played = replay(programme, upTo(log, today), day)
  const [week, next] = makePlans(log, programme, today, dateOf(played.weekOf(day)), 2)
  if (week === undefined || next === undefined) throw new Error(`no plan was made as of ${today}`)
  const lived = played.livedOn(day)
  const sessions = sessionsToday(log, week, plannedFor(log, programme, today), today)
  return {
    date: today,
    week,
    next,
    sessions,
    grade: lived?.graded.grade ?? 'U',
    reasons: telling(lived?.graded.reasons ?? []).map(wordOf),
    noRunUntil: noRunUntil(programme, played, day),
    nextRun:
      [...week.sessions, ...next.sessions].find(({ type, date }) => type === 'run' && date > today) ?? null,
    leads: leadsFrom(log, programme, played, week, sessions, today),
    isCleared: played.remaining(played.weekOf(day), day).isCleared,
    iceUntil: iceUntil(programme, played, day),
    away: awayIn(played.settingOn(day).absences, day, day)[0] ?? null,
  }
}

/** That it hurt at all says nothing beside a reason that weighs more. */
const telling = (reasons: readonly string[]): readonly string[] =>
  reasons.length > 1 ? reasons.filter((reason) => reason !== 'mild') : reasons

const isTraining = ({ type }: Entry): boolean =>
  type === 'run' || type === 'strength' || type === 'cross-training' || type === 'mobility'

/** The sessions that were planned for a day as its runner saw them before any of them was done. */
export function plannedFor(log: Log, programme: Programme, date: CalendarDate): readonly Session[] {
  const told = asWritten(log, date)
  // Before anything was known nobody was shown a plan, so nothing can have been done as planned.
  if (told.entries.length === 0 && log.entries.length > 0) return []
  const before = { ...told, entries: told.entries.filter((each) => each.date !== date || !isTraining(each)) }
  const week = dateOf(weekStartOf(dayOf(date), runnerOn(log, date).weekStart))
  // Where the day itself is being looked at, the weeks before it are known already.
  const played = replay(programme, upTo(log, date), dayOf(date)).withEntries(upTo(before, date).entries)
  const [plan] = plansShown(before, programme, date, week, 1, played)
  return plan?.sessions.filter((session) => session.date === date) ?? []
}

/**
 * The sessions that the page of a day has still to be done: of today as the log stands, of a day that is over
 * as it stood at the end of it.
 */
export function openOn(
  log: Log,
  programme: Programme,
  date: CalendarDate,
  today: CalendarDate,
): readonly Session[] {
  const told = upTo(date < today ? asWritten(log, date) : log, date)
  if (told.entries.length === 0 && log.entries.length > 0) return []
  const week = dateOf(replay(programme, told, dayOf(date)).weekOf(dayOf(date)))
  const [plan] = plansShown(told, programme, date, week, 1)
  return plan?.sessions.filter((session) => session.date === date) ?? []
}

/** What was done stays on the page; what was not done is on only as far as the plan of now still has it. */
function sessionsToday(
  log: Log,
  week: Plan,
  planned: readonly Session[],
  today: CalendarDate,
): readonly DaySession[] {
  const entries = standing(log.entries, today)
  const logged = new Set(entries.filter(({ date }) => date === today).map(({ type }) => type as string))
  const done = planned.filter(({ type }) => logged.has(type))
  const open = week.sessions.filter(
    ({ date, type }) => date === today && !logged.has(type) && !(type === 'rest' && done.length > 0),
  )
  const order = planned.map(({ type }) => type)
  return [
    ...done.map((session) => ({ ...session, done: true })),
    ...open.map((session) => ({ ...session, done: false })),
  ].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type))
}

/** The last of the days that the pain of this week, and of the weeks before, keeps free of running. */
function noRunUntil(programme: Programme, played: Replay, today: Day): CalendarDate | null {
  const week = played.weekOf(today)
  const ends = daysFrom(week, today).flatMap((day) => {
    const { graded } = played.livedOn(day) ?? {}
    const free =
      graded === undefined ? 0 : runFreeDaysAfter(programme.painResponse, graded.grade, graded.isBreak)
    return free === 0 ? [] : [day + free]
  })
  const last = Math.max(...ends, played.stateAt(week, today).runFreeUntil ?? 0)
  return last >= today ? dateOf(last as Day) : null
}

const SECONDS_OF_DAY = 86_400

function iceUntil(programme: Programme, played: Replay, day: Day): CalendarDate | null {
  const { episode } = played.stateAt(played.weekOf(addDays(day, 7)), day)
  if (episode === undefined) return null
  const last = addDays(episode.acuteSince, programme.rehab.tracks.ice.first / SECONDS_OF_DAY)
  return last >= day ? dateOf(last) : null
}
