import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, dateOf, type Day, dayOf, daysFrom } from '../../src/base/calendar.ts'
import { makePlans } from '../../src/engine/make-plan.ts'
import type { Plan, ShownPlan } from '../../src/engine/plan.ts'
import { type ShownSession, shownEarlier } from '../../src/engine/shown-earlier.ts'
import { asWritten } from '../../src/log/as-written.ts'
import { known } from '../../src/log/known.ts'
import { inOrder } from '../../src/log/read.ts'
import type { Entry, Log, RunPain } from '../../src/log/schema.ts'
import { cases } from '../laws/cases.ts'
import { disturbances, disturbed } from '../support/disturbed.ts'
import { logBefore } from '../support/log-on.ts'
import { weeksOf } from '../support/play.ts'
import { CYCLE, REHAB } from '../support/programme.ts'
import { tries } from '../support/tries.ts'

const date = (text: string) => text as CalendarDate
const after = (day: CalendarDate, count: number): CalendarDate => dateOf(addDays(dayOf(day), count))
/** The sample runner is in stage 2 in this week, and was in stage 1 in the one before. */
const MONDAY = date('2026-11-16')
const WEDNESDAY = date('2026-11-18')
const NEXT = date('2026-11-23')

const withEntries = (log: Log, ...entries: Entry[]): Log => ({
  ...log,
  entries: inOrder([...log.entries, ...entries]),
})
const shownIn = (log: Log, today: CalendarDate, weeks = [MONDAY], ahead = 1) =>
  shownEarlier(log, () => REHAB, today, { weeks, ahead })
const runsOf = (shown: readonly ShownSession[]): string[] =>
  shown.flatMap(({ session }) => (session.type === 'run' ? [session.date] : [])).sort()
const plannedRuns = (plan: Plan | undefined): string[] =>
  (plan?.sessions ?? []).flatMap((session) => (session.type === 'run' ? [session.date] : []))

describe('what earlier plans showed', () => {
  it('holds the runs that a flare on Wednesday called off', () => {
    const log = logBefore(WEDNESDAY)
    const [before] = makePlans(log, REHAB, WEDNESDAY, MONDAY, 1)
    const flare: Entry = { type: 'flare', date: WEDNESDAY, pain: { during: 6 } }
    const { shown } = shownIn(withEntries(log, flare), WEDNESDAY)
    expect(plannedRuns(before).length).toBeGreaterThan(0)
    expect(runsOf(shown)).toEqual(expect.arrayContaining(plannedRuns(before)))
  })

  it('knows each session from the last plan that had it', () => {
    const log = withEntries(logBefore(WEDNESDAY), {
      type: 'flare',
      date: date('2026-11-17'),
      pain: { during: 6 },
    })
    const thursday = shownIn(log, WEDNESDAY).shown.filter(
      ({ session }) => session.type === 'run' && session.date > '2026-11-17',
    )
    // On Tuesday evening the flare was known: Monday's plan, or that of Tuesday morning, was the last.
    expect(thursday.length).toBeGreaterThan(0)
    for (const { plan } of thursday) expect(plan.asOf).toBe(MONDAY)
  })

  it('is nothing before the log learned anything', () => {
    const log = logBefore(WEDNESDAY, (entry) => ({ ...entry, logged: WEDNESDAY }))
    expect(shownIn(log, WEDNESDAY)).toEqual({ kept: [], shown: [] })
    expect(shownIn({ ...log, entries: [] }, WEDNESDAY)).toEqual({ kept: [], shown: [] })
  })

  it('reaches back to the day on which a week came into view', () => {
    const flareOn = (day: CalendarDate): Log =>
      withEntries(logBefore(after(day, 1)), { type: 'flare', date: day, pain: { during: 6 } })
    // Next week can be asked for from this Monday on, and of two weeks from the Monday before.
    const SUNDAY = date('2026-11-15')
    expect(runsOf(shownIn(flareOn(SUNDAY), WEDNESDAY, [NEXT], 1).shown)).toEqual([])
    expect(runsOf(shownIn(flareOn(SUNDAY), WEDNESDAY, [NEXT], 2).shown).length).toBeGreaterThan(0)
    // What Monday's own morning showed, a flare of that Monday calls off.
    const { shown } = shownIn(flareOn(MONDAY), WEDNESDAY, [NEXT], 1)
    expect(runsOf(shown).length).toBeGreaterThan(0)
  })

  it('was shown under the protocol that was followed then', () => {
    const of = (day: CalendarDate) => (day < WEDNESDAY ? CYCLE : REHAB)
    const { shown } = shownEarlier(logBefore(WEDNESDAY), of, WEDNESDAY, { weeks: [MONDAY], ahead: 1 })
    expect(new Set(shown.map(({ plan }) => plan.protocol.id))).toEqual(new Set([CYCLE.id]))
  })

  it('was shown in the weeks that were kept then', () => {
    const sunday: Entry = { type: 'settings', date: WEDNESDAY, weekStart: 'sunday' }
    const log = withEntries(logBefore(WEDNESDAY), sunday)
    const { shown } = shownIn(log, WEDNESDAY, [date('2026-11-15')])
    const [before] = makePlans(logBefore(WEDNESDAY), REHAB, date('2026-11-17'), MONDAY, 1)
    const runs = plannedRuns(before).filter((day) => day >= '2026-11-17' && day <= '2026-11-21')
    expect(runs.length).toBeGreaterThan(0)
    expect(runsOf(shown)).toEqual(expect.arrayContaining(runs))
    expect(shown.every(({ session }) => session.date >= '2026-11-15' && session.date <= '2026-11-21')).toBe(
      true,
    )
  })
})

describe('what stays of days that are over', () => {
  const SUNDAY = date('2026-11-22')
  it('are the sessions as shown on their own day, done or not', () => {
    const { kept } = shownIn(logBefore(SUNDAY), SUNDAY)
    const ids = daysFrom(dayOf(MONDAY), addDays(dayOf(SUNDAY), -1)).flatMap((day) => {
      const [plan] = makePlans(logBefore(dateOf(day)), REHAB, dateOf(day), MONDAY, 1)
      return plan?.sessions.filter((session) => session.date === dateOf(day)).map(({ id }) => id)
    })
    expect(kept.map(({ session }) => session.id)).toEqual(ids)
  })

  it('are not those that a flare of that day called off', () => {
    const [planned] = makePlans(logBefore(MONDAY), REHAB, MONDAY, MONDAY, 1)
    const [first] = plannedRuns(planned)
    const flare: Entry = { type: 'flare', date: date(String(first)), pain: { during: 6 } }
    const log = withEntries(logBefore(date(String(first))), flare)
    expect(runsOf(shownIn(log, SUNDAY).kept)).toEqual([])
  })

  it('is also the run that was done today, but not one that hurt', () => {
    const [planned] = makePlans(logBefore(MONDAY), REHAB, MONDAY, MONDAY, 1)
    const today = date(String(plannedRuns(planned)[0]))
    const calm = logBefore(after(today, 1))
    const hurtBy = (pain: RunPain): Log =>
      logBefore(after(today, 1), (entry) =>
        entry.type === 'run' && entry.date === today ? { ...entry, pain } : entry,
      )
    expect(plannedRuns(makePlans(calm, REHAB, today, MONDAY, 1)[0])).not.toContain(today)
    expect(runsOf(shownIn(calm, today).kept)).toEqual([today])
    const some = { during: 3, after: 1, trend: 'steady', lastingHours: 1, onsetMeters: 2500 } as const
    for (const hurt of [hurtBy(some), hurtBy({ during: 6 })]) {
      expect(runsOf(shownIn(hurt, today).kept)).toEqual([])
      // What was called off on its day stays called off.
      expect(runsOf(shownIn(hurt, after(today, 1)).kept)).toEqual([])
    }
  })
})

/** What a plan holds beside what was in sight or owed that day, which nobody remembers of it. */
function remembered(plan: ShownPlan & Partial<Plan>): unknown {
  const { milestones, owed, criteria, grounds, ...rest } = plan
  return rest
}

/** The sessions of all plans of a week as every day of it would have made them from its own file. */
function asPlanned(log: Log, today: Day, week: Day, file: typeof asWritten): ReadonlyMap<string, unknown> {
  const shown = new Map<string, unknown>()
  const add = (told: Log, day: Day) => {
    const [plan] = told.entries.length === 0 ? [] : makePlans(told, REHAB, dateOf(day), dateOf(week), 1)
    for (const session of plan?.sessions ?? []) {
      if (plan !== undefined && session.date >= dateOf(day))
        shown.set(session.id, [session, remembered(plan)])
    }
  }
  for (const day of daysFrom(addDays(week, -7), today)) {
    if (day === addDays(week, -7) || day === week || day === today) {
      add(file(log, dateOf(addDays(day, -1))), day)
    }
    if (day < today) add(file(log, dateOf(day)), day)
  }
  return shown
}

describe('one replay of a log that learned late, was corrected and set anew', () => {
  const logs = fc.record({
    one: cases('noisy', 8),
    all: disturbances(1, 6),
    offset: fc.integer({ min: 0, max: 6 }),
  })
  it('holds what every day would have planned from its own file', () => {
    fc.assert(
      fc.property(logs, ({ one, all, offset }) => {
        const { start, log: played } = weeksOf(REHAB, one).at(-1) ?? fail()
        const week = addDays(start, -7)
        const today = addDays(week, offset)
        const log = disturbed({ ...played, uid: 'k3v9q2' }, today, all)
        const { shown } = shownEarlier(log, () => REHAB, dateOf(today), { weeks: [dateOf(week)], ahead: 1 })
        const had = new Map(shown.map(({ session, plan }) => [session.id, [session, remembered(plan)]]))
        expect(had).toEqual(asPlanned(log, today, week, asWritten))
      }),
      { numRuns: tries(5, 30), seed: 20_261_122 },
    )
  })

  it('holds what was planned from what was known, where nothing was corrected', () => {
    fc.assert(
      fc.property(logs, ({ one, all, offset }) => {
        const { start, log: played } = weeksOf(REHAB, one).at(-1) ?? fail()
        const today = addDays(start, offset - 7)
        const news = all.filter(({ what }) => !['corrected', 'scored-late', 'removed'].includes(what))
        const log = disturbed(played, today, news)
        const week = addDays(start, -7)
        const { shown } = shownEarlier(log, () => REHAB, dateOf(today), { weeks: [dateOf(week)], ahead: 1 })
        const ids = [...asPlanned(log, today, week, known).keys()].sort()
        expect(shown.map(({ session }) => session.id).sort()).toEqual(ids)
      }),
      { numRuns: tries(3, 20), seed: 20_261_122 },
    )
  })
})

const fail = (): never => {
  throw new Error('no week was played')
}
