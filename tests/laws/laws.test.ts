import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REHAB } from '../support/programme.ts'
import { type Case, play, type Played } from '../support/play.ts'
import { cases, type Regime } from './cases.ts'
import * as invariants from './invariants.ts'

const WEEKS = 24
const LEAST = Number(process.env['LAWS_WEEKS'] ?? 1008)
const SEED = Number(process.env['LAWS_SEED'] ?? 20_260_302)

// Every property sees the same runners, so a runner is played once and judged many times.
const played = new Map<string, readonly Played[]>()
function weeksOf(one: Case): readonly Played[] {
  const name = JSON.stringify(one)
  const found = played.get(name) ?? play(REHAB, one)
  if (LEAST < 5000) played.set(name, found)
  return found
}

describe.each<Regime>(['noisy', 'calm'])('%s weeks', (regime) => {
  it.each(Object.entries(invariants).filter(([name]) => name !== 'before'))('%s', (_, check) => {
    fc.assert(
      fc.property(cases(regime, WEEKS), (one) => {
        for (const week of weeksOf(one)) expect((check as invariants.Check)(week), `week ${week.number + 1}, ${week.plan.phase}`).toEqual([])
      }),
      { seed: SEED, numRuns: Math.ceil(LEAST / WEEKS), endOnFailure: true },
    )
  }, 3_600_000)
})
