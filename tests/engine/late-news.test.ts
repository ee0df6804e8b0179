import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, dateOf, dayOf } from '../../src/base/calendar.ts'
import { plannedFor } from '../../src/engine/look.ts'
import { makePlans } from '../../src/engine/make-plan.ts'
import { moreCareful } from '../../src/engine/state.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import { daysOfWeek } from '../../src/engine/live-week.ts'
import { logBefore } from '../support/log-on.ts'
import { type Behaviour, play } from '../support/play.ts'
import { REHAB } from '../support/programme.ts'

const date = (text: string) => text as CalendarDate
const TODAY = date('2026-11-22')
const NEXT_WEEK = date('2026-11-23')
const ago = (days: number): CalendarDate => dateOf(addDays(dayOf(TODAY), -days))
const runner: Log['runner'] = {
  protocol: 'itbs-rehab',
  units: 'km',
  weekStart: 'monday',
  baselineWeeklyDistanceMeters: 40_000,
  easyPaceSecondsPerKm: 360,
}
const logOf = (...entries: Entry[]): Log => ({ format: 'itb-log', version: 1, runner, entries })
const planOf = (log: Log) => makePlans(log, REHAB, TODAY, NEXT_WEEK, 1)[0]

describe('a flare that is told late', () => {
  it.each(Array.from({ length: 45 }, (_, days) => days))(
    'of %i days ago counts like one told at once',
    (days) => {
      const flare = { type: 'flare', date: ago(days), pain: { during: 6 } } as const
      const told = planOf(logOf({ ...flare, logged: TODAY }))
      const then = planOf(logOf(flare))
      expect([told?.phase, told?.running.distanceMeters]).toEqual([then?.phase, then?.running.distanceMeters])
      expect(told?.phase).not.toBe('base')
    },
  )

  it('ends a return to running, whatever was planned and run since', () => {
    const flare: Entry = { type: 'flare', date: date('2026-11-12'), logged: TODAY, pain: { during: 7 } }
    const log = logBefore(TODAY)
    const entries = [...log.entries, flare].sort((a, b) => (a.date < b.date ? -1 : 1))
    expect(planOf(log)?.phase).toMatch(/^return/)
    expect(planOf({ ...log, entries })).toMatchObject({ running: { distanceMeters: 0 } })
  })
})

// A week of the build in which 6.6, 6.6, 6.6 and 11.1 km stand on Monday, Wednesday, Thursday and Saturday.
const days: Behaviour[] = Array.from({ length: 9 }, () => ({}))
const shownIn = (how: Behaviour) => {
  const runner = { baseline: 40_000, pace: 360, goal: 40_000, availableDays: undefined }
  const flare = { during: 4, onsetMeters: 8000, lastingHours: 1, trend: 'steady' } as const
  const weeks = play(REHAB, { ...runner, flare, weeks: [...days, how, {}] })
  const [week, next] = weeks.slice(-2)
  if (week === undefined || next === undefined) throw new Error('there are two weeks')
  const shown = daysOfWeek(week.start).map((day) =>
    next.asked.shownOn(week.start, day).reduce((sum, { volume }) => sum + volume.meters, 0),
  )
  return { shown, last: next.state.weeks.at(-1), plan: next.plan }
}

describe('days that change in mid-week', () => {
  it('leave what was shown, and what this morning shows, and move what is ahead', () => {
    const { shown, last, plan } = shownIn({ away: [5, 6], awayTold: 1 })
    expect(shown).toEqual([6600, 0, 9900, 0, 11_100, 0, 0])
    expect(last).toMatchObject({ isShort: true, isComplete: true, isOvershoot: false })
    expect([plan.verdict, plan.total.meters]).toEqual(['hold', 30_900])
  })

  it('ask no run of the day on which they are told, and take none from it', () => {
    const { shown, last } = shownIn({ away: [4, 6], awayTold: 3 })
    expect(shown).toEqual([6600, 0, 6600, 6600, 0, 0, 0])
    expect(last).toMatchObject({ isShort: true, isComplete: true, isOvershoot: false })
  })
})

describe('a run that was done on the day whose evening takes that day away', () => {
  it('was asked, as the morning showed it', () => {
    const { shown, last } = shownIn({ newDays: { on: 2, days: ['monday', 'thursday', 'friday', 'sunday'] } })
    expect(shown.slice(0, 3)).toEqual([6600, 0, 6600])
    expect(last).toMatchObject({ isComplete: true, isOvershoot: false })
  })
})

describe('a score that is told late', () => {
  it('lifts nobody over a stage that was never run', () => {
    const open = logBefore(TODAY, (entry) => {
      if (entry.type !== 'run' || entry.date !== '2026-11-15' || entry.pain === undefined) return entry
      return { ...entry, was: [{ until: TODAY, absent: ['pain'] }] }
    })
    const [running] = makePlans(open, REHAB, date('2026-11-16'), date('2026-11-16'), 1)
    // The last run of stage 1 was open all through the week after it, which was stage 1 again.
    expect(running?.phase).toBe('return-1')
    expect(['return-1', 'return-2']).toContain(planOf(open)?.phase)
  })
})

describe('the outlook from the first week of a log', () => {
  const [MONDAY, FOLLOWING] = [date('2026-11-16'), date('2026-11-23')]
  const flare: Entry = { type: 'flare', date: MONDAY, logged: MONDAY, pain: { during: 5 } }
  const quiet = (day: CalendarDate): Entry => ({
    type: 'day',
    date: day,
    pain: { dailyActivities: 0, stairs: 0, rest: 0 },
    swelling: false,
    redFlags: [],
  })
  const week = [0, 1, 2, 3, 4, 5, 6].map((offset) => dateOf(addDays(dayOf(MONDAY), offset)))

  it.each(week)('of %s is the plan that the next Monday brings, if all stays quiet', (day) => {
    const upTo = logOf(flare, ...week.filter((each) => each <= day).map(quiet))
    const [ahead] = makePlans(upTo, REHAB, day, FOLLOWING, 1)
    const [then] = makePlans(logOf(flare, ...week.map(quiet)), REHAB, FOLLOWING, FOLLOWING, 1)
    expect([ahead?.phase, ahead?.running.distanceMeters]).toEqual([then?.phase, then?.running.distanceMeters])
  })
})

describe('of two phases', () => {
  const order = [
    'stop',
    'acute-break',
    'rehab',
    'acute-reduced',
    'return-1',
    'return-2',
    'build',
    'maintain',
    'base',
  ]
  it('the one with less running is the more careful', () => {
    for (const [index, phase] of order.entries()) {
      for (const later of order.slice(index)) {
        expect(moreCareful(phase as never, later as never)).toBe(phase)
        expect(moreCareful(later as never, phase as never)).toBe(phase)
      }
    }
  })
})

describe('before the log began', () => {
  it('nobody was shown a plan, so none was missed', () => {
    const plan = planOf(logOf({ type: 'flare', date: ago(21), logged: TODAY, pain: { during: 5 } }))
    expect(plan?.running.last?.plannedMeters ?? 0).toBe(0)
  })

  it('nothing was planned for a day', () => {
    const log = logOf({ type: 'day', date: TODAY, logged: TODAY, redFlags: [] })
    expect(plannedFor(log, REHAB, ago(1))).toEqual([])
    expect(plannedFor(log, REHAB, TODAY).length).toBeGreaterThan(0)
  })
})
