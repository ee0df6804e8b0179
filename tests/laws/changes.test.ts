import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOf } from '../../src/base/calendar.ts'
import { makePlans } from '../../src/engine/make-plan.ts'
import { readLog } from '../../src/log/read.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import type { Programme } from '../../src/protocol/programme.ts'
import { planFor, type Played } from '../support/play.ts'
import { HOURS, IS_LONG, LEAST, SEED } from './amount.ts'
import { anyone, livesOf, programmeOf, type Regime } from './cases.ts'
import { type Change, CHANGES, faults } from './changes.ts'

const WEEKS = 18
const runs = (weeks: number): number => Math.ceil(weeks / WEEKS)

/** Every week is changed in one way, another way for every week, and asked for on one of its days. */
function judge(regime: Regime, changes: readonly Change[]): void {
  fc.assert(
    fc.property(anyone(regime, WEEKS), fc.nat(1000), (one, pick) => {
      livesOf(one).forEach((week, index) => {
        const change = changes[(pick + index) % changes.length] as Change
        const today = addDays(week.asOf, 1 + ((pick * 3 + index) % (week.start + 7 - week.asOf)))
        expect(faults(programmeOf(one), week, today, change, pick + index)).toEqual([])
      })
    }),
    { seed: SEED, numRuns: runs(LEAST > 1000 ? LEAST : LEAST / 4), endOnFailure: true },
  )
}

const TOGETHER: typeof CHANGES = [
  ['8 and 14 and saying less: no change for the worse pays', CHANGES.flatMap(([, changes]) => changes)],
]

describe.each<Regime>(['noisy', 'calm'])('%s weeks', (regime) => {
  it.each(IS_LONG ? TOGETHER : CHANGES)(
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
        fc.property(anyone(regime, WEEKS), fc.nat(6), (one, pick) => {
          for (const week of livesOf(one)) {
            const told = (log: Log): string =>
              JSON.stringify(planFor(programmeOf(one), log, week.asOf).plan.runs)
            expect(told(reread(week.log, pick)), `week ${week.number + 1}`).toBe(told(week.log))
          }
        }),
        { seed: SEED, numRuns: runs(Math.max(LEAST / 4, LEAST > 1000 ? LEAST / 5 : 0)), endOnFailure: true },
      )
    },
    HOURS,
  )

  it(
    '15 and 16: entries after today change nothing; every plan names its binding rule, sources and stop rules',
    () => {
      fc.assert(
        fc.property(anyone(regime, WEEKS), (one) => {
          for (const week of livesOf(one)) expect(unexplained(programmeOf(one), week)).toEqual([])
        }),
        // Wording and milestones cost ten times the bare decision.
        { seed: SEED, numRuns: runs(Math.max(90, LEAST / 25)), endOnFailure: true },
      )
    },
    HOURS,
  )
})

/** What a worded plan leaves open: the rule that binds, a source, the stop rules, what lies ahead. */
function unexplained(programme: Programme, { log, asOf, start, number }: Played): string[] {
  const [today, week] = [dateOf(asOf), dateOf(start)]
  const [plan] = makePlans(log, programme, today, week, 1)
  const later: Entry = { type: 'flare', date: dateOf(addDays(asOf, 3)), pain: { during: 9 } }
  const [same] = makePlans({ ...log, entries: [...log.entries, later] }, programme, today, week, 1)
  if (plan === undefined || same === undefined) return ['no plan came out']
  const isTold = plan.findings.every(
    ({ because, source }) => because !== '' && !because.includes('{') && source.length > 0,
  )
  const stopRules =
    plan.running.distanceMeters === 0 || programme.rehab.stopRules.every((rule) => plan.notes.includes(rule))
  const holds: readonly (readonly [boolean, string])[] = [
    [JSON.stringify(same.sessions) === JSON.stringify(plan.sessions), 'a later entry changes it'],
    [same.notes.at(-1)?.includes('left out') === true, 'nothing is said of a later entry'],
    [plan.findings.some(({ rule }) => rule === plan.running.binding), 'the binding rule is no finding'],
    [isTold, 'a finding says nothing, or has no source'],
    [plan.disclaimer !== '', 'there is no disclaimer'],
    [stopRules, 'running without the stop rules'],
  ]
  return holds.filter(([isSo]) => !isSo).map(([, text]) => `week ${number + 1}: ${text}`)
}

/** The same log with its runs told twice, its entries in another order and nights logged. */
function reread(log: Log, pick: number): Log {
  const doubled = [...log.entries, ...log.entries.filter(({ type }) => type === 'run')]
  const turned = doubled
    .map((entry, index) => [(index * 7919 + pick * 104_729) % doubled.length, entry] as const)
    .sort(([a], [b]) => a - b)
  const nights = turned.map(([, entry]) =>
    entry.type === 'day' ? { ...entry, sleepHours: 5, sleepQuality: 1, mood: 1 } : entry,
  )
  const { baselineLongestMeters: _, ...runner } = log.runner as Log['runner'] & {
    baselineLongestMeters?: number
  }
  const read = readLog(JSON.stringify({ ...log, runner, entries: nights }))
  if (read === undefined) throw new Error('a log that was written by the test could not be read')
  return { ...read, runner: log.runner }
}
