import { describe, expect, it } from 'vitest'
import { addDays, type Day, dateOf } from '../../src/base/calendar.ts'
import { makePlans } from '../../src/engine/make-plan.ts'
import type { Plan } from '../../src/engine/plan.ts'
import type { Entry, Log, RunEntry } from '../../src/log/schema.ts'
import { type Behaviour, type Case, logOf, play, run, START } from '../support/play.ts'
import { REHAB } from '../support/programme.ts'

const BREAK = { during: 6, onsetMeters: 1200, lastingHours: 5, trend: 'worsened' } as const
const REDUCED = { during: 4, onsetMeters: 8000, lastingHours: 1, trend: 'steady' } as const

function logAfter(weeks: readonly Behaviour[], flare: Case['flare'] = BREAK): { log: Log; start: Day } {
  const one = { baseline: 40_000, pace: 360, goal: 40_000, availableDays: undefined, flare }
  const last = play(REHAB, { ...one, weeks: [...weeks, {}] }).at(-1)
  if (last === undefined) throw new Error('a runner without weeks')
  return { log: last.log, start: last.start }
}

const clean = (count: number): Behaviour[] => Array.from({ length: count }, () => ({}))

function planOn(log: Log, today: Day, week: Day = today, count = 1): readonly Plan[] {
  return makePlans(log, REHAB, dateOf(today), dateOf(week), count)
}

/** The log with the last run said differently. */
const withLastRun = (log: Log, change: (entry: RunEntry) => RunEntry): Log => {
  const at = log.entries.findLastIndex(({ type }) => type === 'run')
  return logOf(
    log.runner,
    log.entries.map((entry, index) => (index === at && entry.type === 'run' ? change(entry) : entry)),
  )
}

describe('what is owed', () => {
  const { log, start } = logAfter(clean(4))

  it('asks for each sign that was not said, and tells what a yes would do', () => {
    const signs = ['limp', 'swelling', 'analgesic'] as const
    for (const sign of signs) {
      const asked = withLastRun(log, ({ [sign]: _, ...rest }) => rest as RunEntry)
      const [owed] = planOn(asked, start)[0]?.owed ?? []
      expect(owed?.score).toBe(sign)
      expect(owed?.answers.map(({ answer }) => answer)).toEqual(['no', 'yes'])
      expect(owed?.answers[0]?.distanceMeters).toBeGreaterThanOrEqual(owed?.answers[1]?.distanceMeters ?? 0)
    }
  })

  it('asks for all of an unscored run at once', () => {
    const [owed] =
      planOn(
        withLastRun(log, ({ pain: _, ...rest }) => rest as RunEntry),
        start,
      )[0]?.owed ?? []
    expect(owed?.question).toContain('during, next morning')
    expect(owed?.answers).toMatchObject([{ phase: 'return-2' }, { verdict: 'hold' }])
  })

  it('works through the last two only, and names the others', () => {
    const bare = log.entries.map((entry) =>
      entry.type === 'run' && entry.date >= '2026-03-23' ? { ...entry, pain: {} } : entry,
    )
    const owed = planOn(logOf(log.runner, bare), start)[0]?.owed ?? []
    expect(owed.map(({ answers }) => answers.length)).toEqual([0, 0, 2, 2])
  })

  it('asks for the check-ins of the last days while the gate is shut', () => {
    const rehab = logAfter([{}, { silentDays: [5, 6] }])
    const owed = planOn(rehab.log, rehab.start)[0]?.owed ?? []
    expect(owed.filter(({ score }) => score === 'check-in').map(({ date }) => date)).toEqual([
      '2026-03-14',
      '2026-03-15',
      '2026-03-16',
    ])
  })
})

describe('weeks ahead and weeks past', () => {
  it('assumes today, its morning and every week between', () => {
    const { log, start } = logAfter(clean(3))
    const today = addDays(start, 0)
    const { nextMorning: _, ...pain } = { during: 0, nextMorning: 0 }
    const ran: Entry = { ...run(today, 2000, 720), pain }
    const plans = planOn(logOf(log.runner, [...log.entries, ran]), today, addDays(start, 7), 3)
    expect(plans.map(({ phase }) => phase)).toEqual(['return-2', 'return-3', 'build'])
    expect(plans[0]?.assumes[0]).toContain('tomorrow morning')
    expect(plans[1]?.assumes.at(-1)).toContain('the week before this one')
    expect(plans[2]?.assumes.at(-1)).toContain('the 2 weeks before this one')
    expect(plans.every(({ provisional }) => provisional)).toBe(true)
  })

  it('shows a past week as it was planned then', () => {
    const { log, start } = logAfter(clean(5))
    expect(planOn(log, start, addDays(START, 21))[0]).toMatchObject({
      phase: 'return-1',
      running: { distanceMeters: 9100 },
    })
  })
})

describe('milestones', () => {
  const reachedBy = (weeks: readonly Behaviour[], flare?: Case['flare']): string[] => {
    const { log, start } = logAfter(weeks, flare)
    return (planOn(log, start)[0]?.milestones ?? []).filter(({ reached }) => reached).map(({ id }) => id)
  }

  it('are told once they are reached, and dated before', () => {
    expect(reachedBy(clean(3))).toEqual([])
    expect(reachedBy(clean(4))).toEqual(['first-run'])
    expect(reachedBy(clean(5))).toEqual(['first-run', 'without-walking'])
    expect(reachedBy(clean(12), REDUCED)).toEqual([
      'first-run',
      'without-walking',
      'first-distance',
      'first-hills',
      'part-of-old-week',
    ])
  })

  it('can be moved to a later day or dropped, and nothing else in a plan changes by it', () => {
    const { log, start } = logAfter(clean(4))
    const plans = planOn(log, start, start, 3)
    const own = { 'first-distance': dateOf(addDays(START, 1000)), 'first-hills': 'dropped' } as const
    const moved = planOn({ ...log, runner: { ...log.runner, milestones: own } }, start, start, 3)
    expect(
      moved[0]?.milestones.filter((each) => each.own !== null).map((each) => [each.id, each.own]),
    ).toEqual(Object.entries(own))
    const withoutOwn = moved.map((plan) => ({
      ...plan,
      milestones: plan.milestones.map((each) => ({ ...each, own: null })),
    }))
    expect(JSON.stringify(withoutOwn)).toBe(JSON.stringify(plans))
  })

  it('come by the plan once its earliest day is behind the one that was wanted', () => {
    const { log, start } = logAfter(clean(4))
    const own = { 'first-distance': dateOf(start) }
    const [plan] = planOn({ ...log, runner: { ...log.runner, milestones: own } }, start)
    const found = plan?.milestones.find(({ id }) => id === 'first-distance')
    expect(found?.own).toBeNull()
    expect((found?.earliest ?? '') > dateOf(start)).toBe(true)
  })

  it('end with the stop', () => {
    const { log, start } = logAfter([{ redFlag: 3 }])
    expect(planOn(log, start)[0]?.milestones).toEqual([])
  })
})

describe('strength', () => {
  const strengthOf = (plan: Plan | undefined) =>
    plan?.sessions.find(({ type }) => type === 'strength')?.exercises ?? []

  const levels = REHAB.rehab.exercises.find(({ id }) => id === 'clamshell')?.levels.map(({ id }) => id) ?? []
  const clamshell = (weeks: readonly Behaviour[]) => {
    const { log, start } = logAfter(weeks)
    const planned = strengthOf(planOn(log, start)[0]).find(({ id }) => id === 'clamshell')
    return { level: levels.indexOf(planned?.level ?? ''), sets: planned?.sets }
  }

  it('takes an exercise that hurt a level down', () => {
    const painless = clamshell(clean(2))
    const hurt = clamshell([{}, { strengthPain: 1 }])
    expect(painless.level).toBeGreaterThan(0)
    expect(hurt.level).toBeLessThan(painless.level)
  })

  it('knows an exercise of the log that the protocol does not have, and leaves it out', () => {
    const { log, start } = logAfter(clean(3))
    const odd: Entry = {
      type: 'strength',
      date: dateOf(addDays(start, -2)),
      exercises: [
        { id: 'my-own', pain: 0 },
        { id: 'clamshell', level: 'none-such', reps: [20, 20], effort: 4, pain: 0 },
      ],
    }
    expect(
      strengthOf(planOn(logOf(log.runner, [...log.entries, odd]), start)[0]).map(({ id }) => id),
    ).not.toContain('my-own')
  })
})
