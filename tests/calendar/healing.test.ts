import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, dateOf, type Day, dayOf, daysFrom } from '../../src/base/calendar.ts'
import type { CalendarEvent } from '../../src/calendar/event.ts'
import { eventsOf } from '../../src/calendar/events.ts'
import { makePlans } from '../../src/engine/make-plan.ts'
import type { Plan } from '../../src/engine/plan.ts'
import { shownEarlier } from '../../src/engine/shown-earlier.ts'
import { known } from '../../src/log/known.ts'
import { inOrder } from '../../src/log/read.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import { cases } from '../laws/cases.ts'
import { disturbances, disturbed } from '../support/disturbed.ts'
import { type Case, weeksOf } from '../support/play.ts'
import { REHAB } from '../support/programme.ts'
import { tries } from '../support/tries.ts'

const WISHES = { times: { monday: '07:00', saturday: '09:30' }, ask: '20:00' } as const
const plansOn = (log: Log, today: Day, week: Day, count = 2): readonly Plan[] =>
  makePlans(log, REHAB, dateOf(today), dateOf(week), count)

function calendarOf(log: Log, today: Day, plans: readonly Plan[]): readonly CalendarEvent[] {
  const weeks = plans.map(({ week }) => week.start)
  const earlier = shownEarlier(log, () => REHAB, dateOf(today), { weeks, ahead: plans.length - 1 })
  return eventsOf(plans, earlier, WISHES, dateOf(today))
}

const upTo = (log: Log, day: Day): Log => ({
  ...log,
  uid: 'k3v9q2',
  entries: log.entries.filter((entry) => dayOf(entry.date) <= day),
})
const withEntry = (log: Log, entry: Entry): Log => ({ ...log, entries: inOrder([...log.entries, entry]) })
const sessionsOf = (events: readonly CalendarEvent[]) => events.filter(({ kind }) => kind === 'session')
const isOff = ({ status }: CalendarEvent): boolean => status === 'cancelled'
const uids = (events: readonly CalendarEvent[]): string[] => events.map(({ uid }) => uid)
const idsFrom = (plans: readonly Plan[], today: CalendarDate): string[] =>
  plans.flatMap(({ sessions }) => sessions.flatMap((session) => (session.date < today ? [] : [session.id])))
const runsIn = (ids: readonly string[]): string[] => ids.filter((id) => id.includes('-run'))

/** All that plans of the days before, and of this morning, had in some weeks. */
function everShown(log: Log, today: Day, weeks: readonly Day[]): ReadonlySet<string> {
  const ids = daysFrom(addDays(weeks[0] ?? today, -7 * (weeks.length - 1)), today).flatMap((day) => {
    const hours = day === today ? [addDays(day, -1)] : [addDays(day, -1), day]
    const inView = weeks.filter((week) => week - 7 * (weeks.length - 1) <= day && day <= week + 6)
    return hours.flatMap((asOf) =>
      inView.flatMap((week) => idsFrom(plansOn(known(log, dateOf(asOf)), day, week, 1), dateOf(day))),
    )
  })
  return new Set(ids)
}

/** Eight weeks of each are seen. */
const RUNNERS = tries(2, 50)
const weeksAndDays = fc.record({
  one: cases('noisy', 10),
  all: disturbances(0, 4),
  offset: fc.integer({ min: 0, max: 6 }),
})

describe('random weeks', () => {
  it('have events under ids of their own, live or called off and never both, one for each session', () => {
    const ids = new Map<string, string>()
    let seen = 0
    fc.assert(
      fc.property(weeksAndDays, ({ one, all, offset }) => {
        ids.clear()
        const { log: played } = weeksOf(REHAB, one).at(-1) ?? fail()
        for (const { start } of weeksOf(REHAB, one).slice(1, -1)) {
          seen++
          const today = addDays(start, offset)
          const log = disturbed({ ...upTo(played, today) }, today, all)
          const plans = plansOn(log, today, start)
          const events = calendarOf(log, today, plans)
          expect(new Set(uids(events)).size).toBe(events.length)
          const live = sessionsOf(events).filter((event) => !isOff(event) && event.date >= dateOf(today))
          const inPlan = idsFrom(plans, dateOf(today))
          // A run that is done today holds, though what is left of the week has it no more and calls it rest.
          const done = live.filter(({ uid }) => !inPlan.includes(uid))
          const isRest = (uid: string): boolean => done.length > 0 && uid.startsWith(`${dateOf(today)}-rest`)
          const planned = inPlan.filter((uid) => !isRest(uid))
          expect(
            live
              .filter((event) => !done.includes(event))
              .map(({ uid }) => uid)
              .sort(),
          ).toEqual(planned.sort())
          for (const event of done) {
            expect([event.session?.type, event.date]).toEqual(['run', dateOf(today)])
            expect(log.entries.some(({ type, date }) => type === 'run' && date === dateOf(today))).toBe(true)
          }
          // The same day and kind of session has the same id, whichever plan it is from.
          for (const { uid, session } of sessionsOf(events)) {
            const what = `${session?.date} ${session?.type}`
            expect(ids.get(what) ?? uid).toBe(uid)
            ids.set(what, uid)
          }
          if (seen % 5 === 0) {
            const again = structuredClone(log)
            expect(calendarOf(again, today, plansOn(again, today, start))).toEqual(events)
          }
        }
      }),
      { numRuns: RUNNERS, seed: 20_261_122 },
    )
    expect(seen).toBeGreaterThanOrEqual(8 * RUNNERS)
  })

  it('call off what was shown and is planned no more, and nothing that nobody was shown', () => {
    fc.assert(
      fc.property(weeksAndDays, ({ one, all, offset }) => {
        const { start, log: played } = weeksOf(REHAB, one).at(-2) ?? fail()
        const today = addDays(start, offset)
        const news = all.filter(({ what }) => !['corrected', 'scored-late', 'removed'].includes(what))
        const log = disturbed({ ...upTo(played, today) }, today, news)
        const events = sessionsOf(calendarOf(log, today, plansOn(log, today, start)))
        const shown = everShown(log, today, [start, addDays(start, 7)])
        expect(uids(events.filter(isOff)).filter((id) => !shown.has(id))).toEqual([])
        expect([...shown].filter((id) => !uids(events).includes(id))).toEqual([])
      }),
      { numRuns: tries(3, 20), seed: 20_261_122 },
    )
  })
})

/** The first day, one with a run before and behind it, and the last; every day at length. */
const DAYS = tries(0, 1) === 0 ? [0, 3, 6] : [0, 1, 2, 3, 4, 5, 6]

const way: Case = {
  ...{ baseline: 20_000, pace: 360, goal: 20_000, availableDays: undefined },
  flare: { during: 6, onsetMeters: 1200, lastingHours: 5, trend: 'worsened' },
  weeks: Array.from({ length: 24 }, () => ({})),
}

describe.each(['rehab', 'return-1', 'return-3', 'build', 'maintain'])('a flare in a week of %s', (phase) => {
  const weeks = weeksOf(REHAB, way)
  const played = weeks.find(({ plan, number }) => plan.phase === phase && number < 23) ?? fail()
  const whole = weeks.at(-1)?.log ?? fail()
  it.each(DAYS)(
    'leaves no run on day %i or later that the plan has no more',
    (offset) => {
      const today = addDays(played.start, offset)
      const morning = upTo(whole, addDays(today, -1))
      const flared = withEntry(morning, { type: 'flare', date: dateOf(today), pain: { during: 7 } })
      const plans = plansOn(flared, today, played.start)
      const events = calendarOf(flared, today, plans)
      const live = runsIn(uids(events.filter((event) => !isOff(event) && event.date >= dateOf(today))))
      expect(live.filter((id) => !idsFrom(plans, dateOf(today)).includes(id))).toEqual([])
      // What this morning's plan had, and that of each day before, is called off.
      const weeksShown = [played.start, addDays(played.start, 7)]
      const had = new Set([
        ...idsFrom(plansOn(morning, today, played.start), dateOf(today)),
        ...everShown(flared, today, weeksShown),
      ])
      const gone = runsIn([...had]).filter((id) => id >= dateOf(today) && !live.includes(id))
      expect(uids(events.filter(isOff))).toEqual(expect.arrayContaining(gone))
      if (phase !== 'rehab') expect(runsIn([...had]).length).toBeGreaterThan(0)
    },
    60_000,
  )
})

const fail = (): never => {
  throw new Error('no such week was played')
}
