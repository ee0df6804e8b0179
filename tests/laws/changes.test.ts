import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOf } from '../../src/base/calendar.ts'
import { makePlans } from '../../src/engine/make-plan.ts'
import { isRunFree, stageOf } from '../../src/engine/state.ts'
import type { WeekPlan } from '../../src/engine/week-plan.ts'
import { readLog } from '../../src/log/read.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import { REHAB } from '../support/programme.ts'
import { logOf, planFor, type Played, weeksOf } from '../support/play.ts'
import { cases, IS_LONG, LEAST, type Regime, SEED } from './cases.ts'
import { LESS, MORE, type Mutation, WORSE } from './mutations.ts'

const WEEKS = 18
const runs = (weeks: number): number => Math.ceil(weeks / WEEKS)
const longest = (plan: WeekPlan): number => Math.max(0, ...plan.runs.map(({ volume }) => volume.seconds))
const entersReturn = (week: Played, plan: WeekPlan): boolean =>
  stageOf(plan.phase) === 0 && isRunFree(week.state.phase)

type Compare = (week: Played, other: WeekPlan, where: string) => void

/** Every week is changed in one way, another way for every week, and planned again. */
function judge(
  regime: Regime,
  changes: readonly (readonly [name: string, mutation: Mutation, compare: Compare])[],
): void {
  fc.assert(
    fc.property(cases(regime, WEEKS), fc.nat(1000), (one, pick) => {
      weeksOf(REHAB, one).forEach((week, index) => {
        const change = changes[(pick + index) % changes.length]
        const entries = change?.[1](week, pick + index)
        if (change === undefined || entries === undefined) return
        const other = planFor(REHAB, logOf(week.log.runner, entries), week.start).plan
        change[2](week, other, `${change[0]}, week ${week.number + 1}, ${week.plan.phase}`)
      })
    }),
    { seed: SEED, numRuns: runs(LEAST), endOnFailure: true },
  )
}

const notMore: Compare = (week, other, where) =>
  expect(other.total.meters, where).toBeLessThanOrEqual(week.plan.total.meters)

const notLonger: Compare = (week, other, where) => {
  notMore(week, other, where)
  // Fewer runs in a held week may be as long as those before it, never longer.
  const before = week.previous === undefined ? 0 : longest(week.previous.plan)
  expect(longest(other), where).toBeLessThanOrEqual(Math.max(longest(week.plan), before))
}

const notBetter: Compare = (week, other, where) => {
  notMore(week, other, where)
  expect(longest(other), where).toBeLessThanOrEqual(Math.max(longest(week.plan), 1200))
  expect(entersReturn(week, other) && !entersReturn(week, week.plan), where).toBe(false)
}

const all = (mutations: Readonly<Record<string, Mutation>>, compare: Compare) =>
  Object.entries(mutations).map(([name, mutation]) => [name, mutation, compare] as const)

const CHANGES = [
  ['8: running more than planned never raises a plan nor lengthens a run', all(MORE, notLonger)],
  ['8: running less than planned never raises a plan', all(LESS, notMore)],
  [
    '14: whatever is worse, or not said, never raises a plan, lengthens a run or opens the gate',
    all(WORSE, notBetter),
  ],
] as const
const TOGETHER = [
  ['8 and 14: no change for the worse pays', CHANGES.flatMap(([, changes]) => changes)],
] as const

const HOURS = 7_200_000

describe.each<Regime>(['noisy', 'calm'])('%s weeks', (regime) => {
  it.each<readonly [string, readonly (readonly [string, Mutation, Compare])[]]>(IS_LONG ? TOGETHER : CHANGES)(
    '%s',
    (_, changes) => {
      judge(regime, changes)
    },
    HOURS,
  )

  it(
    '15: order, duplicates, what lies ahead and how the runner slept change nothing',
    () => {
      fc.assert(
        fc.property(cases(regime, WEEKS), fc.nat(6), (one, pick) => {
          for (const week of weeksOf(REHAB, one)) {
            const told = (log: Log): string => JSON.stringify(planFor(REHAB, log, week.start).plan.runs)
            expect(told(reread(week.log, pick)), `week ${week.number + 1}`).toBe(told(week.log))
          }
        }),
        { seed: SEED, numRuns: runs(Math.max(Math.min(LEAST / 2, 1000), LEAST / 5)), endOnFailure: true },
      )
    },
    HOURS,
  )

  it(
    '15 and 16: entries after today change nothing; every plan names its binding rule, sources and stop rules',
    () => {
      fc.assert(
        fc.property(cases(regime, WEEKS), (one) => {
          for (const week of weeksOf(REHAB, one)) {
            const today = dateOf(week.start)
            const [plan] = makePlans(week.log, REHAB, today, today, 1)
            const later: Entry = { type: 'flare', date: dateOf(addDays(week.start, 3)), pain: { during: 9 } }
            const [same] = makePlans(
              { ...week.log, entries: [...week.log.entries, later] },
              REHAB,
              today,
              today,
              1,
            )
            expect(same?.sessions).toEqual(plan?.sessions)
            expect(same?.notes.at(-1)).toContain('left out')
            expect(plan?.findings.some(({ rule }) => rule === plan.running.binding)).toBe(true)
            expect(
              plan?.findings.every(
                ({ because, source }) => because !== '' && !because.includes('{') && source.length > 0,
              ),
            ).toBe(true)
            expect(plan?.disclaimer).not.toBe('')
            if ((plan?.running.distanceMeters ?? 0) > 0)
              expect(plan?.notes).toEqual(expect.arrayContaining([...REHAB.rehab.stopRules]))
          }
        }),
        // Wording and milestones cost ten times the bare decision.
        { seed: SEED, numRuns: runs(Math.max(Math.min(LEAST / 4, 1000), LEAST / 25)), endOnFailure: true },
      )
    },
    HOURS,
  )
})

/** The same log with its runs told twice, its entries in another order and nights logged. */
function reread(log: Log, pick: number): Log {
  const doubled = [...log.entries, ...log.entries.filter(({ type }) => type === 'run')]
  const turned = doubled
    .map((entry, index) => [(index * 7919 + pick * 104_729) % doubled.length, entry] as const)
    .sort(([a], [b]) => a - b)
  const nights = turned.map(([, entry]) =>
    entry.type === 'day' ? { ...entry, sleepHours: 5, sleepQuality: 1, mood: 1 } : entry,
  )
  const read = readLog(JSON.stringify({ ...log, entries: nights }))
  if (read === undefined) throw new Error('a log that was written by the test could not be read')
  return read
}
