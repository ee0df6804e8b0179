import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../src/base/calendar.ts'
import type { CalendarEvent, Wishes } from '../../src/calendar/event.ts'
import { eventsOf } from '../../src/calendar/events.ts'
import { makePlans } from '../../src/engine/make-plan.ts'
import { shownEarlier } from '../../src/engine/shown-earlier.ts'
import { inOrder } from '../../src/log/read.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import { logBefore } from '../support/log-on.ts'
import { REHAB } from '../support/programme.ts'

const date = (text: string) => text as CalendarDate
const MONDAY = date('2026-11-16')
const TUESDAY = date('2026-11-17')
const WEDNESDAY = date('2026-11-18')
const FLARE: Entry = { type: 'flare', date: WEDNESDAY, pain: { during: 6 } }
const ALL_DAY: Wishes = { times: {}, ask: undefined }
const withFlare = (log: Log): Log => ({ ...log, entries: inOrder([...log.entries, FLARE]) })

function calendar(log: Log, today: CalendarDate, wishes = ALL_DAY, count = 2): readonly CalendarEvent[] {
  const plans = makePlans(log, REHAB, today, MONDAY, count)
  const weeks = plans.map(({ week }) => week.start)
  return eventsOf(
    plans,
    shownEarlier(log, () => REHAB, today, { weeks, ahead: 1 }),
    wishes,
    today,
  )
}
const every = (clock: string): Wishes['times'] => ({
  ...{ monday: clock, tuesday: clock, wednesday: clock, thursday: clock },
  ...{ friday: clock, saturday: clock, sunday: clock },
})
const typed = (events: readonly CalendarEvent[], type: string) =>
  events.filter(({ session }) => session?.type === type)

describe('a calendar', () => {
  const events = calendar(logBefore(MONDAY), MONDAY)
  it('has one event a session under its id, and one a week', () => {
    const sessions = makePlans(logBefore(MONDAY), REHAB, MONDAY, MONDAY, 2).flatMap((plan) => plan.sessions)
    const live = events.filter(({ kind, status }) => kind === 'session' && status !== 'cancelled')
    expect(live.map(({ uid }) => uid).sort()).toEqual(sessions.map(({ id }) => id).sort())
    expect(events.filter(({ kind }) => kind === 'week').map(({ uid }) => uid)).toEqual([
      '2026-11-16-week@k3v9q2',
      '2026-11-23-week@k3v9q2',
    ])
  })

  it('is in the order of the days', () => {
    const dates = events.map((event) => event.date)
    expect(dates).toEqual([...dates].sort())
  })

  it('has whole days where no hour was wished', () => {
    expect(events.every(({ clock, seconds }) => clock === null && seconds === null)).toBe(true)
  })

  it('is tentative for a week that rests on this one, and final for this one', () => {
    const statuses = (from: string, to: string) => [
      ...new Set(events.flatMap((event) => (event.date >= from && event.date < to ? [event.status] : []))),
    ]
    expect(statuses('2026-11-16', '2026-11-23')).toEqual(['confirmed'])
    expect(statuses('2026-11-23', '2026-11-30')).toEqual(['tentative'])
  })

  it('tells of a week all that holds in it, also on days that are over', () => {
    const whole = calendar(logBefore(MONDAY), MONDAY, ALL_DAY, 1).find(({ kind }) => kind === 'week')
    const late = calendar(logBefore(date('2026-11-21')), date('2026-11-21'), ALL_DAY, 1).find(
      ({ kind }) => kind === 'week',
    )
    const runs = (event: CalendarEvent | undefined) =>
      event?.sessions.flatMap(({ id, type }) => (type === 'run' ? [id] : []))
    expect(runs(whole)?.length).toBeGreaterThan(1)
    expect(runs(late)).toEqual(runs(whole))
  })
})

describe('the hours of a day', () => {
  it('follow one another from the hour that was wished', () => {
    const events = calendar(logBefore(MONDAY), MONDAY, { times: every('07:00'), ask: undefined })
    const timed = events.filter(({ clock }) => clock !== null)
    const days = [...new Set(timed.map((event) => event.date))].map((each) =>
      timed.filter((event) => event.date === each),
    )
    const two = days.find((day) => day.length > 1)
    expect(days.every((day) => day[0]?.clock === '07:00')).toBe(true)
    const minutes = Math.ceil((two?.[0]?.seconds ?? 0) / 60)
    const [hours, rest] = [7 + Math.floor(minutes / 60), minutes % 60]
    const end = [hours, rest].map((part) => String(part).padStart(2, '0')).join(':')
    expect(two?.[1]?.clock).toBe(end)
    expect(two?.map(({ seconds, session }) => seconds === session?.elapsedSeconds)).not.toContain(false)
  })

  it('are for what one goes out for, and leave rolling and rest to the whole day', () => {
    const events = calendar(logBefore(MONDAY), MONDAY, { times: every('07:00'), ask: undefined })
    for (const type of ['run', 'strength', 'cross-training']) {
      expect(typed(events, type).every(({ clock }) => clock !== null)).toBe(true)
    }
    for (const type of ['mobility', 'rest']) {
      expect(typed(events, type).every(({ clock }) => clock === null)).toBe(true)
    }
  })

  it('are those of the weekday', () => {
    const events = calendar(logBefore(MONDAY), MONDAY, { times: { thursday: '06:30' }, ask: undefined })
    const timed = events.filter(({ clock }) => clock !== null)
    expect(new Set(timed.map((event) => event.date))).toEqual(new Set(['2026-11-19', '2026-11-26']))
  })

  it('never pass midnight: what would begin then has the whole day', () => {
    const events = calendar(logBefore(MONDAY), MONDAY, { times: every('23:50'), ask: undefined })
    const clocks = new Set(events.map(({ clock }) => clock))
    expect(clocks).toEqual(new Set([null, '23:50']))
    expect(events.every(({ session, ...event }) => session === null || session.date === event.date)).toBe(
      true,
    )
  })

  it('stay with what was called off', () => {
    const events = calendar(withFlare(logBefore(WEDNESDAY)), WEDNESDAY, {
      times: every('07:00'),
      ask: undefined,
    })
    const off = typed(events, 'run').filter(({ status }) => status === 'cancelled')
    expect(off.length).toBeGreaterThan(0)
    expect(off.every(({ clock, seconds }) => clock === '07:00' && seconds !== null)).toBe(true)
  })
})

describe('the question of the evening', () => {
  it('is asked every day from today on, whatever was called off', () => {
    const asked = (log: Log) =>
      calendar(log, WEDNESDAY, { times: {}, ask: '20:00' }).filter(({ kind }) => kind === 'question')
    const questions = asked(logBefore(WEDNESDAY))
    expect(questions.length).toBe(12)
    expect(questions[0]).toMatchObject({
      ...{ uid: '2026-11-18-ask@k3v9q2', date: WEDNESDAY, clock: '20:00', seconds: 300 },
      ...{ status: 'confirmed', session: null, sessions: [] },
    })
    const ids = (events: readonly CalendarEvent[]) => events.map(({ uid }) => uid)
    expect(ids(asked(withFlare(logBefore(WEDNESDAY))))).toEqual(ids(questions))
  })
})

describe('a day that is over', () => {
  it('keeps what was on it, and has no mark in its place', () => {
    const events = calendar(logBefore(date('2026-11-21')), date('2026-11-21'))
    const over = events.filter(({ kind, ...event }) => kind === 'session' && event.date < '2026-11-21')
    expect(typed(over, 'run').length).toBeGreaterThan(0)
    expect(over.some(({ session }) => session?.title === 'Over')).toBe(false)
    expect(new Set(typed(over, 'run').map(({ status }) => status))).toEqual(new Set(['confirmed']))
  })

  it('keeps called off what was called off before it', () => {
    const log = withFlare(logBefore(WEDNESDAY))
    const runs = (today: string) =>
      typed(calendar(log, date(today)), 'run').filter((event) => event.date >= WEDNESDAY)
    expect(runs('2026-11-21').length).toBeGreaterThan(0)
    expect(runs('2026-11-21').every(({ status }) => status === 'cancelled')).toBe(true)
  })
})

describe('a run that is done today', () => {
  it('holds, and what is left of the day comes after it', () => {
    const done = logBefore(WEDNESDAY)
    const events = calendar(done, TUESDAY, { times: every('07:00'), ask: undefined })
    const [run, ...rest] = events.filter(({ clock, ...event }) => event.date === TUESDAY && clock !== null)
    expect(run).toMatchObject({ status: 'confirmed', clock: '07:00', session: { type: 'run' } })
    expect(rest.every(({ clock }) => clock !== '07:00')).toBe(true)
  })
})
