import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/base/calendar.ts'
import { replay } from '../../src/engine/replay.ts'
import type { PlannedRun } from '../../src/engine/week-plan.ts'
import type { Played } from '../support/play.ts'
import { HOURS, IS_LONG, LEAST, SEED } from './amount.ts'
import { anyone, livesOf, programmeOf, type Regime } from './cases.ts'
import { type Check, LAWS } from './invariants.ts'

const WEEKS = 18
const ALL: readonly (readonly [name: string, check: Check])[] = [
  ['all of them', (week) => LAWS.flatMap(([, check]) => check(week))],
]
const settings = { seed: SEED, numRuns: Math.ceil(LEAST / WEEKS), endOnFailure: true }
const told = ({ number, plan }: Played): string => `week ${number + 1}, ${plan.phase}`

describe.each<Regime>(['noisy', 'calm'])('%s weeks', (regime) => {
  it.each(IS_LONG ? ALL : LAWS)(
    '%s',
    (_, check) => {
      fc.assert(
        fc.property(anyone(regime, WEEKS), (one) => {
          for (const week of livesOf(one)) expect(check(week), told(week)).toEqual([])
        }),
        settings,
      )
    },
    HOURS,
  )

  it(
    'section 1: the plan of a past week is what was planned then',
    () => {
      fc.assert(
        fc.property(anyone(regime, WEEKS), (one) => {
          const weeks = livesOf(one)
          const last = weeks.at(-1) as Played
          const now = replay(programmeOf(one), last.after, last.start)
          const ahead = ({ asOf }: Played, runs: readonly PlannedRun[]) =>
            runs.filter(({ day }) => day >= asOf)
          for (const week of weeks) {
            // On its first day a log may have called off what the week held, and other days may be told.
            const { how, asOf, start } = week
            const isTurned = (week.isBegun && week.number === 0) || how.newDays?.on === 0
            const evening = week.after.entries.filter(
              ({ type, date, logged }) => dayOf(type === 'absence' ? (logged ?? date) : date) <= asOf,
            )
            const then = isTurned ? week.asked.withEntries(evening, asOf).planAt(start, asOf) : week.plan
            const runs = now.planAt(week.start, week.asOf).runs
            expect(ahead(week, runs), told(week)).toEqual(ahead(week, then.runs))
          }
        }),
        settings,
      )
    },
    HOURS,
  )
})
