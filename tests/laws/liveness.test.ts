import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REHAB } from '../support/programme.ts'
import { type Case, play } from '../support/play.ts'
import { LEAST, SEED } from './amount.ts'

const FLARES = {
  break: { during: 6, onsetMeters: 1200, lastingHours: 5, trend: 'worsened' },
  reduced: { during: 4, onsetMeters: 8000, lastingHours: 1, trend: 'steady' },
} as const

const clean = (one: Omit<Case, 'weeks' | 'availableDays' | 'goal'>, weeks: number): Case => ({
  ...one,
  goal: one.baseline,
  availableDays: undefined,
  weeks: Array.from({ length: weeks }, () => ({})),
})
const firstBack = (one: Case): number =>
  1 +
  play(REHAB, one).findIndex(
    ({ plan }) => plan.phase === 'maintain' && plan.total.meters >= Math.floor(one.baseline / 100) * 100,
  )

describe('18: clean, complete weeks lead back to the old week', () => {
  it('in at most 21 weeks from a break and 13 from a cut, at 40 km a week', () => {
    expect(firstBack(clean({ baseline: 40_000, pace: 360, flare: FLARES.break }, 24))).toBe(21)
    expect(firstBack(clean({ baseline: 40_000, pace: 360, flare: FLARES.reduced }, 16))).toBe(13)
  })

  it('for every runner with twenty minutes of running a week or more', () => {
    const WEEKS = 40
    fc.assert(
      fc.property(
        fc.integer({ min: 240, max: 540 }),
        fc.integer({ min: 20, max: 420 }),
        fc.constantFrom<keyof typeof FLARES>('break', 'reduced'),
        (pace, minutes, flare) => {
          const baseline = Math.ceil((minutes * 60_000) / pace / 100) * 100
          const back = firstBack(clean({ baseline, pace, flare: FLARES[flare] }, WEEKS))
          expect(back, `${baseline} m at ${pace} s/km after a ${flare}`).toBeGreaterThan(0)
        },
      ),
      { seed: SEED, numRuns: Math.ceil(LEAST / WEEKS), endOnFailure: true },
    )
  }, 3_600_000)
})
