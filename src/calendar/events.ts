import { type CalendarDate, dateOf, dayOf, daysFrom } from '../base/calendar.ts'
import type { Session, ShownPlan } from '../engine/plan.ts'
import type { ShownEarlier, ShownSession } from '../engine/shown-earlier.ts'
import { at, beginnings, type Moment, WHOLE_DAY } from './day-times.ts'
import type { CalendarEvent, EventStatus, Wishes } from './event.ts'

/** How long the evening's question takes, in seconds. */
const QUESTION = 300

/** The calendar of some weeks, by date and then by the clock, with what earlier plans showed taken back. */
export function eventsOf(
  plans: readonly ShownPlan[],
  earlier: ShownEarlier,
  wishes: Wishes,
  today: CalendarDate,
): readonly CalendarEvent[] {
  const ran = new Set(earlier.kept.flatMap(({ session }) => (session.type === 'run' ? [session.date] : [])))
  // A day on which the run is done is no day of rest, though nothing is left to do.
  const isOn = ({ date, type }: Session): boolean => date >= today && !(type === 'rest' && ran.has(date))
  const planned = plans.flatMap((plan) =>
    plan.sessions.flatMap((session) => (isOn(session) ? [{ session, plan }] : [])),
  )
  const ids = new Set(planned.map(({ session }) => session.id))
  const kept = earlier.kept.filter(({ session }) => !ids.has(session.id))
  const live = [...kept, ...planned]
  for (const { session } of kept) ids.add(session.id)
  const gone = earlier.shown.filter(({ session }) => !ids.has(session.id))
  const times = beginnings(
    live.map(({ session }) => session),
    wishes.times,
  )
  return [
    ...kept.map((each) => sessionEvent(each, 'confirmed', times)),
    ...planned.map((each) => sessionEvent(each, statusOf(each.plan), times)),
    ...gone.map((each) => cancelled(each, wishes)),
    ...plans.map((plan) => weekEvent(plan, live)),
    ...(wishes.ask === undefined ? [] : questions(plans, wishes.ask, today)),
  ].sort(inOrder)
}

const statusOf = ({ provisional }: ShownPlan): EventStatus => (provisional ? 'tentative' : 'confirmed')

const sessionEvent = (
  { session, plan }: ShownSession,
  status: EventStatus,
  times: ReadonlyMap<string, Moment>,
): CalendarEvent => ({
  ...{ uid: session.id, kind: 'session', date: session.date, status, session, plan, sessions: [session] },
  ...(times.get(session.id) ?? WHOLE_DAY),
})

/** Taken back at the hour at which it was shown last. */
const cancelled = (each: ShownSession, { times }: Wishes): CalendarEvent =>
  sessionEvent(
    each,
    'cancelled',
    beginnings(
      each.plan.sessions.filter(({ date }) => date === each.session.date),
      times,
    ),
  )

/** One day and not the seven of them, which would hide what is on each. */
const weekEvent = (plan: ShownPlan, live: readonly ShownSession[]): CalendarEvent => ({
  ...{ uid: `${plan.week.start}-week${calendarOf(plan)}`, kind: 'week', date: plan.week.start },
  ...{ status: statusOf(plan), session: null, plan, ...WHOLE_DAY },
  sessions: live.map(({ session }) => session).filter(isIn(plan)),
})

const isIn =
  ({ week }: ShownPlan) =>
  ({ date }: Session): boolean =>
    date >= week.start && date <= week.end

/** Every evening still to come. */
const questions = (plans: readonly ShownPlan[], clock: string, today: CalendarDate): CalendarEvent[] =>
  plans.flatMap((plan) =>
    daysFrom(dayOf(plan.week.start), dayOf(plan.week.end))
      .map(dateOf)
      .filter((date) => date >= today)
      .map((date) => ({
        ...{ uid: `${date}-ask${calendarOf(plan)}`, kind: 'question', date, status: 'confirmed' },
        ...{ session: null, plan, sessions: [], ...at(clock, QUESTION) },
      })),
  )

/** What all ids of a log end with, such as `@k3v9q2`. */
const calendarOf = ({ sessions }: ShownPlan): string => /@.*$/.exec(sessions[0]?.id ?? '')?.[0] ?? ''

const inOrder = (a: CalendarEvent, b: CalendarEvent): number =>
  compare(a.date, b.date) || compare(a.clock ?? '', b.clock ?? '') || compare(a.uid, b.uid)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
