import { addDays, type CalendarDate, dateOf, type Day, dayOf, daysFrom } from '../base/calendar.ts'
import type { Log } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { isAtLeast } from '../rules/finding.ts'
import { composePlan, sessionsIn } from './compose-plan.ts'
import { type Hour, type Hours, hoursOf } from './hours.ts'
import { type Decided, decideWeeks } from './make-plan.ts'
import type { Session, ShownPlan } from './plan.ts'

/** A session somebody was shown, with the plan that showed it last. */
export interface ShownSession {
  readonly session: Session
  readonly plan: ShownPlan
}

/** What plans of earlier days held for some weeks. */
export interface ShownEarlier {
  /**
   * What stays though the present plan has it no more: the sessions of days that are over, as shown on their
   * own day, and today's run where it is done and did not hurt.
   */
  readonly kept: readonly ShownSession[]
  /** Every session of these weeks that the plan of an earlier day had, as it was shown last. */
  readonly shown: readonly ShownSession[]
}

/** The weeks asked for. */
export interface WeeksInView {
  /** Their first days. */
  readonly weeks: readonly CalendarDate[]
  /** How many weeks are shown at a time: so long before its first day a week comes into view. */
  readonly ahead: number
}

/** What plans shown before this one held for the weeks in view; a day may have had a protocol of its own. */
export function shownEarlier(
  log: Log,
  programmeOn: (day: CalendarDate) => Programme,
  today: CalendarDate,
  { weeks, ahead }: WeeksInView,
): ShownEarlier {
  const now = dayOf(today)
  const starts = weeks.map(dayOf).sort((a, b) => a - b)
  const [first = now, final = now] = [starts[0], starts.at(-1)]
  const span = 7 * Math.max(ahead, Math.ceil((final - now) / 7))
  const begin = addDays(first, -span)
  const hours = hoursOf(log, programmeOn, begin, now)
  const heard = hours.evening(now).played.diary.firstHeard ?? addDays(now, 1)
  const asked = starts.flatMap((start) => daysFrom(start, addDays(start, 6)))
  const dates = new Set(asked.map(dateOf))
  const told = { uid: log.uid, first, last: addDays(final, 6), span, heard }
  const shown = daysFrom(later(begin, heard), earlier(now, told.last))
    .flatMap((day) => shownOn(hours, told, day, now))
    .filter(({ session }) => dates.has(session.date))
  const over = asked.filter((day) => day < now && day >= heard)
  return {
    kept: [
      ...over.flatMap((day) => onItsDay(hours.evening(day), log.uid, day)),
      ...(dates.has(today) && now >= heard ? doneWithoutPain(hours.evening(now), log.uid, now) : []),
    ],
    shown: [...new Map(shown.map((each) => [each.session.id, each])).values()],
  }
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** What is looked for on every day that is looked back on. */
interface Told {
  readonly uid: string | undefined
  /** The days asked for lie between these two. */
  readonly first: Day
  readonly last: Day
  /** How many days before its first one a week comes into view. */
  readonly span: number
  /** Before this day nobody was shown anything. */
  readonly heard: Day
}

/**
 * What was shown on a day for it and later ones. A day's evening stands for the whole day, but on the first
 * of a week, when a week comes into view and what was assumed of the last one is known, its morning may have
 * held other days; and of today all that was shown is what it held in the morning.
 */
function shownOn(hours: Hours, told: Told, day: Day, now: Day): ShownSession[] {
  const evening = day < now ? hours.evening(day) : undefined
  const asksMorning = evening === undefined || evening.played.weekOf(day) === day
  const morning = asksMorning && day > told.heard ? hours.morning(day) : undefined
  return [morning, evening].flatMap((hour) => (hour === undefined ? [] : sessionsAhead(hour, told, day)))
}

/** The sessions still ahead, in the weeks in view on a day. */
function sessionsAhead({ programme, played }: Hour, told: Told, day: Day): ShownSession[] {
  const from = later(played.weekOf(day), played.weekOf(told.first))
  const to = played.weekOf(earlier(told.last, addDays(day, told.span)))
  if (to < from) return []
  return decideWeeks(programme, played, day, from, (to - from) / 7 + 1).flatMap((decided) =>
    remembered(programme, decided, told.uid, day),
  )
}

function remembered(
  programme: Programme,
  decided: Decided,
  uid: string | undefined,
  today: Day,
): ShownSession[] {
  const draft = {
    ...decided,
    ...{ programme, today, from: today, uid, notes: [], gate: undefined, milestones: [], owed: [] },
  }
  let worded: ShownPlan | undefined
  return sessionsIn(draft).flatMap((session) =>
    session.date < dateOf(today)
      ? []
      : [
          {
            session,
            // Most of what was shown is planned still, and nobody asks for the words of its old plan.
            get plan() {
              worded ??= composePlan(draft)
              return worded
            },
          },
        ],
  )
}

/** The sessions of a day on its evening, with the run of its morning where that was done without pain. */
function onItsDay({ programme, played }: Hour, uid: string | undefined, day: Day): ShownSession[] {
  const week = played.weekOf(day)
  const [decided] = decideWeeks(programme, played, day, week, 1)
  if (decided?.remaining === undefined) return []
  const { remaining } = decided
  const done = isCalmRun(played, day) ? played.shownOn(week, day) : []
  const whole = { ...decided, remaining: { ...remaining, runs: [...done, ...remaining.runs] } }
  return remembered(programme, whole, uid, day).filter(({ session }) => session.date === dateOf(day))
}

/** Today's planned run, once it is run. */
const doneWithoutPain = (evening: Hour, uid: string | undefined, day: Day): ShownSession[] =>
  isCalmRun(evening.played, day)
    ? onItsDay(evening, uid, day).filter(({ session }) => session.type === 'run')
    : []

/** A run of the day is done; one that hurt is over for good, like the rest of a plan it turned. */
function isCalmRun(played: Hour['played'], day: Day): boolean {
  const lived = played.livedOn(day)
  if (lived === undefined || lived.runs.length === 0) return false
  return lived.turn === undefined && !isAtLeast(lived.graded.grade, 'S2')
}
