import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, dateOf, dayOf } from '../../src/base/calendar.ts'
import { asPlanned } from '../../src/engine/as-planned.ts'
import { lookAt, plannedFor } from '../../src/engine/look.ts'
import { makePlans } from '../../src/engine/make-plan.ts'
import type { Entry, Log, RunEntry } from '../../src/log/schema.ts'
import { demoLog } from '../../src/cli/demo.ts'
import { REHAB } from '../support/programme.ts'

const date = (text: string) => text as CalendarDate
/** The sample runner in the second stage, as the log stood on the evening before a day. */
const logBefore = (day: string): Log => {
  const log = demoLog(REHAB, date('2026-11-22'))
  return { ...log, entries: log.entries.filter((entry) => entry.date < day) }
}
const SIGNS = { limp: false, swelling: false, analgesic: false } as const
const checkIn = (day: string, more: object = {}): Entry => ({
  type: 'day',
  date: date(day),
  pain: { dailyActivities: 0, stairs: 0, rest: 0 },
  swelling: false,
  ...more,
})
const withEntries = (log: Log, ...entries: Entry[]): Log => ({
  ...log,
  entries: [...log.entries, ...entries],
})
/** A Thursday with a run of the second stage, nothing of it done yet. */
const THURSDAY = '2026-11-19'

function runOf(log: Log, day: string, pain: RunEntry['pain'], more: Partial<RunEntry> = {}): RunEntry {
  const session = plannedFor(log, REHAB, date(day)).find(({ type }) => type === 'run')
  const entry = session && asPlanned(session)
  if (entry?.type !== 'run') throw new Error(`no run is planned for ${day}`)
  return { ...entry, ...(pain && { pain }), ...SIGNS, ...more }
}

describe('a look at a day', () => {
  it('shows what is on, and that nothing of it is done', () => {
    const { sessions, week, next } = lookAt(logBefore(THURSDAY), REHAB, date(THURSDAY))
    expect(sessions.map(({ type, done }) => [type, done])).toEqual([
      ['mobility', false],
      ['run', false],
    ])
    expect([week.week.start, next.week.start]).toEqual(['2026-11-16', '2026-11-23'])
  })

  it('keeps what is done on the page, and has no run left', () => {
    const before = logBefore(THURSDAY)
    const log = withEntries(before, runOf(before, THURSDAY, { during: 0 }))
    const { sessions, nextRun } = lookAt(log, REHAB, date(THURSDAY))
    expect(sessions.find(({ type }) => type === 'run')?.done).toBe(true)
    expect(nextRun?.date).toBe('2026-11-21')
  })

  it('after moderate pain keeps two days free and says why', () => {
    const before = logBefore(THURSDAY)
    const hurt = { during: 4, trend: 'steady', lastingHours: 1, onsetMeters: 3000 } as const
    const look = lookAt(withEntries(before, runOf(before, THURSDAY, hurt)), REHAB, date(THURSDAY))
    expect(look).toMatchObject({ grade: 'S2', reasons: ['moderate peak'], noRunUntil: '2026-11-21' })
    expect(look.nextRun?.date ?? '9').not.toBe('2026-11-21')
    expect(look.next.phase).toBe('return-1')
  })

  it('after a limp has no run at all, and leaves nothing to score', () => {
    const before = logBefore(THURSDAY)
    const log = withEntries(before, runOf(before, THURSDAY, { during: 3 }, { limp: true }))
    const look = lookAt(log, REHAB, date(THURSDAY))
    expect(look).toMatchObject({ grade: 'S3', noRunUntil: '2026-11-26', nextRun: null })
    expect(look.week.phase).toBe('acute-break')
    expect(look.leads.every(({ distanceMeters }) => distanceMeters === 0)).toBe(true)
  })

  it('takes a check-in with pain for an answer before the run: the run is off', () => {
    const log = withEntries(logBefore(THURSDAY), checkIn(THURSDAY, { pain: { dailyActivities: 3 } }))
    const { sessions } = lookAt(log, REHAB, date(THURSDAY))
    expect(sessions.some(({ type }) => type === 'run')).toBe(false)
  })

  it('names the days of ice after a flare, and none later', () => {
    const flare = '2026-10-18'
    const log = demoLog(REHAB, date('2026-11-22'))
    const known = (day: string): Log => ({
      ...log,
      entries: log.entries.filter((entry) => entry.date <= day),
    })
    expect(lookAt(known(flare), REHAB, date(flare)).iceUntil).toBe('2026-10-21')
    expect(lookAt(known('2026-10-21'), REHAB, date('2026-10-21')).iceUntil).toBe('2026-10-21')
    expect(lookAt(known('2026-10-22'), REHAB, date('2026-10-22')).iceUntil).toBeNull()
  })

  it('sees the sessions of a past day as they were planned then', () => {
    const log = demoLog(REHAB, date('2026-11-22'))
    const [run] = plannedFor(log, REHAB, date(THURSDAY)).filter(({ type }) => type === 'run')
    expect(run).toMatchObject({ id: `${THURSDAY}-run@demo`, durationSeconds: 1200 })
    expect(plannedFor(log, REHAB, date('2026-11-18')).map(({ type }) => type)).not.toContain('run')
  })
})

describe('pain of this week', () => {
  const before = logBefore(THURSDAY)
  const limped = withEntries(
    before,
    runOf(before, THURSDAY, { during: 3 }, { limp: true }),
    checkIn(THURSDAY),
  )

  it('forbids runs to the same day, whichever day is asked', () => {
    for (const day of ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-23', '2026-11-26']) {
      expect([day, lookAt(limped, REHAB, date(day)).noRunUntil]).toEqual([day, '2026-11-26'])
    }
    expect(lookAt(limped, REHAB, date('2026-11-27')).noRunUntil).toBeNull()
  })

  it('refers at once for a sign, and promises no run any more', () => {
    const flagged = withEntries(before, checkIn(THURSDAY, { redFlags: ['locking'] }))
    const { week } = lookAt(flagged, REHAB, date(THURSDAY))
    expect(week).toMatchObject({ phase: 'stop', milestones: [], referral: { urgency: 'now' } })
    expect(week.referral?.text.match(/A warning sign was logged/g)).toHaveLength(1)
  })

  it('asks for the check-ins of a break from its first day on', () => {
    const owed = lookAt(limped, REHAB, date('2026-11-20')).week.owed
    expect(owed.find(({ score }) => score === 'check-in')).toMatchObject({
      date: '2026-11-20',
      breaksChain: true,
      until: '2026-11-22',
    })
  })
})

describe('a clearance', () => {
  const before = logBefore(THURSDAY)
  const flagged = withEntries(before, checkIn(THURSDAY, { redFlags: ['locking'] }))
  const cleared = withEntries(flagged, { type: 'clearance', date: date('2026-11-20'), by: 'physiotherapist' })

  it('ends the stop and its referral on its own day, and runs nothing yet', () => {
    const { week, next } = lookAt(cleared, REHAB, date('2026-11-20'))
    expect(week).toMatchObject({ phase: 'rehab', verdict: 'hold', referral: null })
    expect([week, next].map(({ running }) => running.distanceMeters)).toEqual([0, 0])
    expect(next.phase).toBe('rehab')
  })

  it('counts for the stop before it and not for one after it', () => {
    const again = withEntries(cleared, checkIn('2026-11-21', { redFlags: ['giving-way'] }))
    expect(lookAt(again, REHAB, date('2026-11-21')).week).toMatchObject({ phase: 'stop' })
  })
})

describe('the milestones', () => {
  it('are reached once they are run, and never lie in the past', () => {
    const day = date('2026-11-10')
    const { milestones } = lookAt(logBefore(day), REHAB, day).week
    expect(milestones.find(({ id }) => id === 'first-run')).toMatchObject({ reached: true, earliest: null })
    for (const { earliest } of milestones) expect((earliest ?? '9') >= day).toBe(true)
  })
})

describe('where the next scores lead', () => {
  const before = logBefore(THURSDAY)
  const { leads } = lookAt(before, REHAB, date(THURSDAY))

  type Pains = readonly NonNullable<RunEntry['pain']>[]
  const cases: readonly [scores: string, pains: Pains, signs: Partial<RunEntry>][] = [
    ['0', [{ during: 0 }], {}],
    [
      '1-2, gone in 2 h',
      [
        { during: 1, trend: 'eased', lastingHours: 2 },
        { during: 2, trend: 'steady', lastingHours: 1 },
      ],
      {},
    ],
    [
      '3-5, worse while running, longer than 2 h or in the first mile',
      [
        { during: 3, trend: 'steady', lastingHours: 1 },
        { during: 5, trend: 'eased', lastingHours: 1 },
        { during: 1, trend: 'worsened', lastingHours: 1 },
        { during: 1, trend: 'steady', lastingHours: 24 },
      ],
      {},
    ],
    [
      '6 or more, a limp, swelling or longer than 24 h',
      [
        { during: 6, trend: 'steady', lastingHours: 1 },
        { during: 1, trend: 'steady', lastingHours: 25 },
      ],
      {},
    ],
    ['6 or more, a limp, swelling or longer than 24 h', [{ during: 1, trend: 'steady' }], { limp: true }],
    ['6 or more, a limp, swelling or longer than 24 h', [{ during: 0 }], { swelling: true }],
  ]

  it('has a line for each answer', () => {
    expect(leads.map(({ scores }) => scores)).toEqual([...new Set(cases.map(([scores]) => scores))])
  })

  it.each(cases)('keeps its word: %s', (scores, pains, signs) => {
    const lead = leads.find((each) => each.scores === scores)
    for (const pain of pains) {
      const log = withEntries(before, runOf(before, THURSDAY, pain, signs), checkIn(THURSDAY))
      const [next] = makePlans(log, REHAB, date(THURSDAY), date('2026-11-23'), 1)
      expect(lead).toMatchObject({
        verdict: next?.verdict,
        phase: next?.phase,
        distanceMeters: next?.running.distanceMeters,
        durationSeconds: next?.running.durationSeconds,
      })
      expect(lead?.grade).toBe(lookAt(log, REHAB, date(THURSDAY)).grade)
    }
  })

  it('agrees with the plan after a clean run of today', () => {
    const log = withEntries(before, runOf(before, THURSDAY, { during: 0 }), checkIn(THURSDAY))
    const { leads, next } = lookAt(log, REHAB, date(THURSDAY))
    expect(leads[0]).toMatchObject({ scores: '0', phase: next.phase })
    expect(leads[0]?.distanceMeters).toBe(next.running.distanceMeters)
  })

  it('speaks of daily life where nothing is run, with the day running may begin again', () => {
    const day = '2026-11-03'
    const [none, some] = lookAt(logBefore(day), REHAB, date(day)).leads
    expect(none).toMatchObject({ scores: '0', phase: 'return-1', firstRun: null })
    expect(none?.distanceMeters).toBeGreaterThan(0)
    expect(some).toMatchObject({ scores: '1', phase: 'rehab', distanceMeters: 0, firstRun: '2026-11-16' })
  })

  it('is silent after a red flag', () => {
    const log = withEntries(logBefore(THURSDAY), checkIn('2026-11-18', { redFlags: ['giving-way'] }))
    expect(lookAt(log, REHAB, date(THURSDAY)).leads).toEqual([])
  })
})

describe('a session as planned', () => {
  it('is attested, named after its session, and never longer than planned', () => {
    const entry = runOf(logBefore(THURSDAY), THURSDAY, undefined)
    expect(entry).toMatchObject({
      attested: true,
      session: `${THURSDAY}-run@demo`,
      distanceMeters: 3300,
      durationSeconds: 1200,
      intensity: 'easy',
    })
    expect(entry.pain).toBeUndefined()
  })

  it('has the doses of its exercises and no pain that nobody spoke of', () => {
    const day = dateOf(addDays(dayOf(date(THURSDAY)), -1))
    const session = plannedFor(logBefore(day), REHAB, day).find(({ type }) => type === 'strength')
    const entry = session && asPlanned(session)
    if (entry?.type !== 'strength') throw new Error('no strength was planned')
    expect(entry.exercises).toHaveLength(6)
    expect(entry.exercises.every(({ pain, effort }) => pain === undefined && effort === undefined)).toBe(true)
    expect(entry.exercises[0]).toMatchObject({ id: 'clamshell', sets: 3, reps: 20 })
  })
})
