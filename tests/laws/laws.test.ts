import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REHAB } from '../support/programme.ts'
import { weeksOf } from '../support/play.ts'
import { cases, LEAST, type Regime, SEED } from './cases.ts'
import { LAWS } from './invariants.ts'

const WEEKS = 18

describe.each<Regime>(['noisy', 'calm'])('%s weeks', (regime) => {
  it.each(LAWS)('%s', (_, check) => {
    fc.assert(
      fc.property(cases(regime, WEEKS), (one) => {
        for (const week of weeksOf(REHAB, one)) expect(check(week), `week ${week.number + 1}, ${week.plan.phase}`).toEqual([])
      }),
      { seed: SEED, numRuns: Math.ceil(LEAST / WEEKS), endOnFailure: true },
    )
  }, 3_600_000)
})
