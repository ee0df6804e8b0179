import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REHAB } from '../support/programme.ts'
import { weeksOf } from '../support/play.ts'
import { HOURS, IS_LONG, LEAST, SEED } from './amount.ts'
import { cases, type Regime } from './cases.ts'
import { type Check, LAWS } from './invariants.ts'

const WEEKS = 18
const ALL: readonly (readonly [name: string, check: Check])[] = [
  ['all of them', (week) => LAWS.flatMap(([, check]) => check(week))],
]

describe.each<Regime>(['noisy', 'calm'])('%s weeks', (regime) => {
  it.each(IS_LONG ? ALL : LAWS)(
    '%s',
    (_, check) => {
      fc.assert(
        fc.property(cases(regime, WEEKS), (one) => {
          for (const week of weeksOf(REHAB, one))
            expect(check(week), `week ${week.number + 1}, ${week.plan.phase}`).toEqual([])
        }),
        { seed: SEED, numRuns: Math.ceil(LEAST / WEEKS), endOnFailure: true },
      )
    },
    HOURS,
  )
})
