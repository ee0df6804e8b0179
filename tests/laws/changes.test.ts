import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRunFree, stageOf } from '../../src/engine/state.ts'
import type { WeekPlan } from '../../src/engine/week-plan.ts'
import { REHAB } from '../support/programme.ts'
import { type Case, logOf, planFor, play, type Played } from '../support/play.ts'
import { cases, type Regime } from './cases.ts'
import { LESS, MORE, type Mutation, WORSE } from './mutations.ts'

const WEEKS = 18
const LEAST = Number(process.env['LAWS_WEEKS'] ?? 1008)
const SEED = Number(process.env['LAWS_SEED'] ?? 20_260_302)

const played = new Map<string, readonly Played[]>()
function weeksOf(one: Case): readonly Played[] {
  const name = JSON.stringify(one)
  const found = played.get(name) ?? play(REHAB, one)
  if (LEAST < 5000) played.set(name, found)
  return found
}

const longest = (plan: WeekPlan): number => Math.max(0, ...plan.runs.map(({ volume }) => volume.seconds))
const entersReturn = (week: Played, plan: WeekPlan): boolean => stageOf(plan.phase) === 0 && isRunFree(week.state.phase)

function judge(name: string, mutation: Mutation, compare: (week: Played, other: WeekPlan, where: string) => void, regime: Regime): void {
  fc.assert(
    fc.property(cases(regime, WEEKS), fc.integer({ min: 0, max: 6 }), (one, pick) => {
      for (const week of weeksOf(one)) {
        const entries = mutation(week, pick)
        if (entries === undefined) continue
        compare(week, planFor(REHAB, logOf(week.log.runner, entries), week.start).plan, `${name}, week ${week.number + 1}, ${week.plan.phase}`)
      }
    }),
    { seed: SEED, numRuns: Math.ceil(LEAST / WEEKS), endOnFailure: true },
  )
}

describe.each<Regime>(['noisy', 'calm'])('%s weeks', (regime) => {
  it.each(Object.entries(WORSE))('14: %s never raises a plan, lengthens a run or opens the gate', (name, mutation) => {
    judge(name, mutation, (week, other, where) => {
      expect(other.total.meters, where).toBeLessThanOrEqual(week.plan.total.meters)
      expect(longest(other), where).toBeLessThanOrEqual(Math.max(longest(week.plan), 1200))
      expect(entersReturn(week, other) && !entersReturn(week, week.plan), where).toBe(false)
    }, regime)
  }, 3_600_000)

  it.each(Object.entries(MORE))('8: %s never raises a plan nor lengthens a run', (name, mutation) => {
    judge(name, mutation, (week, other, where) => {
      expect(other.total.meters, where).toBeLessThanOrEqual(week.plan.total.meters)
      // A week of fewer runs may have one as long as before it, never a longer one.
      expect(longest(other), where).toBeLessThanOrEqual(Math.max(longest(week.plan), week.previous === undefined ? 0 : longest(week.previous.plan)))
    }, regime)
  }, 3_600_000)

  it.each(Object.entries(LESS))('8: %s never raises a plan', (name, mutation) => {
    judge(name, mutation, (week, other, where) => {
      expect(other.total.meters, where).toBeLessThanOrEqual(week.plan.total.meters)
    }, regime)
  }, 3_600_000)
})
