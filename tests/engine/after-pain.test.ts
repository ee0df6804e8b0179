import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, dateOf, dayOf } from '../../src/base/calendar.ts'
import { afterPain } from '../../src/engine/after-pain.ts'
import { asPlanned } from '../../src/engine/as-planned.ts'
import { keepDiary } from '../../src/engine/diary.ts'
import type { LivedDay } from '../../src/engine/live-week.ts'
import { lookAt, plannedFor } from '../../src/engine/look.ts'
import { makePlans } from '../../src/engine/make-plan.ts'
import type { Plan, Step } from '../../src/engine/plan.ts'
import { signsOf } from '../../src/engine/referral-now.ts'
import type { PlannedRun, WeekPlan } from '../../src/engine/week-plan.ts'
import type { Entry, Log, RunEntry } from '../../src/log/schema.ts'
import { logBefore } from '../support/log-on.ts'
import { REHAB } from '../support/programme.ts'

const date = (text: string) => text as CalendarDate
const later = (from: string, days: number): CalendarDate => dateOf(addDays(dayOf(date(from)), days))
const SIGNS = { limp: false, swelling: false, analgesic: false } as const
const NO_PAIN = { during: 0, nextMorning: 0 } as const

const runner: Log['runner'] = {
  protocol: 'itbs-rehab',
  units: 'km',
  weekStart: 'monday',
  baselineWeeklyDistanceMeters: 40_000,
  easyPaceSecondsPerKm: 360,
}
const logOf = (...entries: Entry[]): Log => ({ format: 'itb-log', version: 1, runner, entries })

const withEntries = (log: Log, ...entries: Entry[]): Log => ({
  ...log,
  entries: [...log.entries, ...entries].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
})
const checkIn = (day: CalendarDate): Entry => ({
  type: 'day',
  date: day,
  pain: { dailyActivities: 0, stairs: 0, rest: 0 },
  swelling: false,
})

/** One day as it was planned; every run of it hurts as told. */
function lived(log: Log, day: CalendarDate, pain: RunEntry['pain'] = NO_PAIN): Log {
  const done = plannedFor(log, REHAB, day).flatMap((session): Entry[] => {
    const entry = asPlanned(session)
    if (entry?.type === 'run') return [{ ...entry, pain: { ...pain }, ...SIGNS }]
    if (entry?.type !== 'strength') return []
    return [{ ...entry, exercises: entry.exercises.map((each) => ({ ...each, pain: 0 })) }]
  })
  return withEntries(log, ...done, checkIn(day))
}

const livedFor = (log: Log, from: CalendarDate, days: number): Log =>
  Array.from({ length: days }, (_, index) => later(from, index)).reduce((so, day) => lived(so, day), log)

function planOf(log: Log, today: CalendarDate, week: CalendarDate): Plan {
  const [plan] = makePlans(log, REHAB, today, week, 1)
  if (plan === undefined) throw new Error('no plan was made')
  return plan
}

const runsOf = ({ sessions }: Plan) => sessions.filter(({ type }) => type === 'run')
const kindsIn = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap((step) => ('repeat' in step ? kindsIn(step.steps) : [step.kind]))
const hasPickups = (plan: Plan): boolean =>
  runsOf(plan).some(({ steps }) => kindsIn(steps).includes('pickup'))

// The second stage has pickups in its last run, on Saturday; the first run of the week is on Tuesday.
const TUESDAY = date('2026-11-17')
const MONDAY = date('2026-11-16')

describe('the runs still ahead in a week that has hurt', () => {
  const calm = lived(logBefore(TUESDAY), TUESDAY)
  const mild = { during: 1, trend: 'eased', lastingHours: 0.5, nextMorning: 0 } as const

  it('keep their length in a stage, where the stage below is the answer', () => {
    const hurt = lived(logBefore(TUESDAY), TUESDAY, { ...mild, onsetMeters: 1800 })
    const [before, after] = [calm, hurt].map((log) => runsOf(planOf(log, TUESDAY, MONDAY)))
    expect(before?.map(({ distanceMeters }) => distanceMeters)).toEqual([3300, 3400])
    expect(after?.map(({ distanceMeters }) => distanceMeters)).toEqual([3300, 3400])
  })

  it('keep their length where nothing was said of an onset, and lose their pickups', () => {
    const free = logBefore(TUESDAY, (entry) =>
      entry.type === 'run' && entry.date > '2026-11-08' ? { ...entry, ...SIGNS, pain: NO_PAIN } : entry,
    )
    const hurt = lived(free, TUESDAY, mild)
    const [fresh, sore] = [lived(free, TUESDAY), hurt].map((log) => planOf(log, TUESDAY, MONDAY))
    expect(fresh !== undefined && hasPickups(fresh)).toBe(true)
    expect(sore !== undefined && hasPickups(sore)).toBe(false)
    expect(sore?.running.distanceMeters).toBe(fresh?.running.distanceMeters)
  })
})

describe('a flare that says where it began', () => {
  const flare: Entry = { type: 'flare', date: MONDAY, pain: { during: 4, onsetMeters: 3000 } }
  const log = logOf(flare)

  it('keeps the runs of the cut weeks short of it, as a run that hurt there would', () => {
    const plan = planOf(log, MONDAY, later(MONDAY, 7))
    expect(plan.phase).toBe('acute-reduced')
    expect(runsOf(plan).length).toBeGreaterThan(0)
    for (const { distanceMeters } of runsOf(plan)) expect(distanceMeters).toBeLessThanOrEqual(2400)
    expect(plan.findings).toContainEqual(
      expect.objectContaining({ rule: 'session-cap', saw: expect.objectContaining({ onsetMeters: 3000 }) }),
    )
  })

  it('leads the check-in of its own day to each of its answers, as the engine plans with them', () => {
    const signs: Entry = { type: 'day', date: MONDAY, redFlags: [] }
    const { leads } = lookAt(withEntries(log, signs), REHAB, MONDAY)
    expect(leads.map(({ scores, verdict }) => [scores, verdict])).toEqual([
      ['0', 'reduce'],
      ['1', 'reduce'],
      ['2 or more', 'break'],
    ])
    expect(lookAt(withEntries(log, checkIn(MONDAY)), REHAB, MONDAY).leads).toEqual([])
  })
})

describe('a week away', () => {
  it('is no week of the return, though nothing in it hurt', () => {
    const from = MONDAY
    const build = livedFor(logBefore(from), from, 28)
    const start = later(from, 28)
    const away: Entry = { type: 'absence', date: start, until: later(start, 6), logged: later(start, -1) }
    const before = planOf(build, later(start, -1), start)
    const after = planOf(withEntries(build, away), later(start, 6), later(start, 7))
    expect(before.phase).toBe('build')
    expect(after.returnWeek).toBe(before.returnWeek)
  })
})

describe('pickups while the week is built up', () => {
  it('come in with no week that grows, and may stay in one', () => {
    let log = livedFor(logBefore(MONDAY), MONDAY, 21)
    const weeks = Array.from({ length: 8 }, (_, index) => {
      const start = later(MONDAY, 21 + 7 * index)
      const plan = planOf(log, later(start, -1), start)
      log = livedFor(log, start, 7)
      return plan
    })
    const grown = weeks.map(({ running }, index) => {
      const before = weeks[index - 1]?.running.distanceMeters
      return before !== undefined && running.distanceMeters > before
    })
    expect(grown.filter(Boolean).length).toBeGreaterThan(3)
    weeks.forEach((plan, index) => {
      const before = weeks[index - 1]
      if (before !== undefined && grown[index] && !hasPickups(before)) expect(hasPickups(plan)).toBe(false)
    })
  })
})

describe('the notice of day 42', () => {
  const flare: Entry = { type: 'flare', date: MONDAY, pain: { during: 6, onsetMeters: 1000 } }
  const daily = (pain: (day: number) => number): Log =>
    logOf(
      flare,
      ...Array.from(
        { length: 48 },
        (_, day): Entry => ({
          type: 'day',
          date: later(MONDAY, day),
          swelling: false,
          pain: { dailyActivities: pain(day), stairs: 0, rest: 0 },
        }),
      ),
    )
  const noticeFor = (pain: (day: number) => number) =>
    planOf(daily(pain), later(MONDAY, 48), later(MONDAY, 49)).referral?.notice

  it('comes where daily life hurts as it did, though running hurt more before it stopped', () => {
    expect(noticeFor(() => 3)).toBe('referral-42')
    expect(noticeFor(() => 1)).toBe('referral-42')
  })

  it('stays away where daily life hurts clearly less than in the first week', () => {
    expect(noticeFor((day) => (day < 7 ? 4 : 2))).toBeUndefined()
  })
})

describe('a stop', () => {
  const flag = (day: number, sign: 'numbness' | 'giving-way'): Entry => ({
    type: 'day',
    date: later(MONDAY, day),
    redFlags: [sign],
  })
  const cleared: Entry = { type: 'clearance', date: later(MONDAY, 20), by: 'physician' }
  const said = (today: number, ...entries: Entry[]): string =>
    planOf(logOf(...entries), later(MONDAY, today), later(MONDAY, 7 * Math.floor(today / 7))).referral
      ?.text ?? ''

  it('names its sign, however long it lasts', () => {
    expect(said(100, flag(0, 'numbness'))).toMatch(/^Numbness or tingling .*: may be the nerve/)
  })

  it('names none that a clinician has cleared since', () => {
    const again = said(30, flag(0, 'numbness'), cleared, flag(30, 'giving-way'))
    expect(again).toMatch(/^The knee gives way/)
    expect(again).not.toMatch(/numbness/i)
    const swollen = [22, 24].map(
      (day): Entry => ({ type: 'day', date: later(MONDAY, day), swelling: day === 24 }),
    )
    expect(said(24, flag(0, 'numbness'), cleared, ...swollen)).not.toMatch(/numbness/i)
  })
})

describe('a run that is still ahead', () => {
  const hard = {
    ...{ day: dayOf(MONDAY), volume: { meters: 5000, seconds: 1800 }, isLong: false },
    ...{ terrain: 'uphill', pickups: 4, intensity: 'hard' },
  } as PlannedRun
  const plan = { unit: 'distance', phase: 'build', facts: { pace: 360 } } as WeekPlan
  const day = (grade: string, ...onsets: number[]) =>
    [{ graded: { grade }, onsets: onsets.map((meters) => ({ meters })) }] as unknown as LivedDay[]
  const after = (phase: string, longest: number | undefined, lived: LivedDay[]) => {
    const facts = { pace: 360, longest: longest === undefined ? undefined : { meters: longest } }
    return afterPain(REHAB, { ...plan, phase, facts } as WeekPlan, lived, [hard]).map(
      ({ volume }) => volume.meters,
    )
  }

  it('stays well short of where moderate pain began, and is left out where that is no session', () => {
    expect(after('build', undefined, day('S2', 4000))).toEqual([3200])
    expect(after('build', undefined, day('S2', 1800))).toEqual([])
    expect(after('return-2', undefined, day('S2', 1800))).toEqual([5000])
  })

  it('is no longer than the longest before once something hurt, however little', () => {
    expect(after('build', 4400, day('S1'))).toEqual([4400])
    expect(after('build', 4400, day('U'))).toEqual([5000])
    expect(after('return-3', 4400, day('S1'))).toEqual([5000])
  })

  it('becomes flat and easy after pain, and stays as it is without any', () => {
    expect(afterPain(REHAB, plan, day('S1'), [hard])).toEqual([
      { ...hard, terrain: 'flat', pickups: 0, intensity: 'easy' },
    ])
    expect(afterPain(REHAB, plan, day('S0'), [hard])).toEqual([hard])
  })
})

describe('the signs of a log', () => {
  it('are those of its last day with any, until a clinician has cleared them', () => {
    const flag: Entry = { type: 'day', date: MONDAY, redFlags: ['numbness'] }
    const cleared: Entry = { type: 'clearance', date: later(MONDAY, 3), by: 'physician' }
    const signs = (...entries: Entry[]) => signsOf(keepDiary(logOf(...entries)), dayOf(later(MONDAY, 9)))
    expect(signs(flag)).toEqual(['numbness'])
    expect(signs(flag, cleared)).toEqual([])
  })
})

describe('pickups on the reduced way', () => {
  it('wait for a week that does not grow', () => {
    let log = logOf({ type: 'flare', date: MONDAY, pain: { during: 4 } })
    log = livedFor(log, later(MONDAY, 1), 6)
    const weeks = [1, 2, 3, 4, 5, 6, 7].map((index) => {
      const start = later(MONDAY, 7 * index)
      const week = planOf(log, later(start, -1), start)
      log = livedFor(log, start, 7)
      return week
    })
    expect(weeks.map(({ phase }) => phase)).toContain('build')
    const grows = weeks
      .slice(1)
      .map(({ running }, index) => running.distanceMeters > (weeks[index]?.running.distanceMeters ?? 0))
    expect(grows).toContain(true)
    weeks.slice(1).forEach((week, index) => {
      if (grows[index] && weeks[index] !== undefined && !hasPickups(weeks[index]))
        expect(hasPickups(week)).toBe(false)
    })
  })
})

describe('where scores lead while the week is built up', () => {
  it('tells pain of more than a day apart from a break', () => {
    const log = livedFor(logBefore(MONDAY), MONDAY, 28)
    const { leads, week } = lookAt(log, REHAB, later(MONDAY, 28))
    expect(week.phase).toBe('build')
    expect(leads.map(({ scores, verdict }) => [scores, verdict])).toContainEqual([
      'longer than 24 h',
      'reduce',
    ])
  })
})

describe('a plan and a day', () => {
  it('say what their parts rest on, and who is away', () => {
    const away: Entry = { type: 'absence', date: later(MONDAY, 4), until: later(MONDAY, 8), reason: 'travel' }
    const log = withEntries(logBefore(MONDAY), away)
    const plan = planOf(log, MONDAY, MONDAY)
    expect(plan.grounds.map(({ part }) => part)).toEqual(
      expect.arrayContaining([
        'running',
        'run-days',
        'warm-up',
        'form',
        'strength',
        'rolling',
        'stretching',
        'answers',
        'stop-rules',
      ]),
    )
    expect(plan.notes.join(' ')).toContain('Away Fri 20 Nov to Tue 24 Nov: no run')
    expect(plan.notes.join(' ')).not.toContain('travel')
    expect(lookAt(log, REHAB, later(MONDAY, 4)).away).toMatchObject({
      until: later(MONDAY, 8),
      reason: 'travel',
    })
    expect(lookAt(log, REHAB, later(MONDAY, 3)).away).toBeNull()
  })
})
