import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../src/base/calendar.ts'
import { isRunFree, stageOf } from '../../src/engine/state.ts'
import type { PlannedRun, WeekPlan } from '../../src/engine/week-plan.ts'
import type { Entry } from '../../src/log/schema.ts'
import { isAtLeast } from '../../src/rules/finding.ts'
import { absenceOf, type Behaviour, liveDaily, logOf, planFor, type Played } from '../support/play.ts'
import { HOURS, LEAST, SEED } from './amount.ts'
import { anyone, livesOf, programmeOf, type Regime, type Someone } from './cases.ts'

const WEEKS = 10
const STEP = 1.1
const settings = { seed: SEED, numRuns: Math.ceil(LEAST / WEEKS / 16), endOnFailure: true }

/** All days of the week, so that days tell nothing of how many runs fit. */
const free = (regime: Regime): fc.Arbitrary<Someone> =>
  anyone(regime, WEEKS).map((one) => ({
    ...one,
    availableDays: undefined,
    weeks: one.weeks.map(({ newDays: _, ...how }) => how),
  }))

/** A week lived in some way after the same past, and the plan it leads to. */
function next(one: Someone, week: Played, how: Behaviour): WeekPlan {
  const { log, plan, state, start, asOf, asked } = week
  const programme = programmeOf(one)
  const begun = { programme, runner: log.runner, start, asOf, plan, state, asked }
  const entries = [...log.entries, ...liveDaily(begun, how, log.entries)]
  return planFor(programme, logOf(log.runner, entries), addDays(start, 7), asked).plan
}

/** No pain of a step back or worse in the four weeks before: the second of two within a fortnight is more. */
const isCalm = ({ state }: Played): boolean =>
  state.weeks.slice(-4).every(({ grade }) => !isAtLeast(grade, 'S2')) && state.weeks.length > 0

const REPORTS = {
  'a one that went in a quarter of an hour': { during: 1, after: 0, trend: 'eased', lastingHours: 0.25 },
  'a two that was gone in an hour': { during: 2, after: 1, trend: 'steady', lastingHours: 1 },
  'a three that worsened': { during: 3, after: 2, trend: 'worsened', lastingHours: 1 },
  'a four, steady': { during: 4, after: 2, trend: 'steady', lastingHours: 2 },
  'pain for three hours': { during: 2, after: 2, trend: 'steady', lastingHours: 3 },
} as const

const longest = (runs: readonly PlannedRun[]): number =>
  Math.max(0, ...runs.map(({ volume }) => volume.seconds))

/** What is wrong with plans that answer the same pain of different days. */
function farApart(all: readonly WeekPlan[], where: string): string[] {
  // Where a run's onset takes more it is named, and so is a week with too few days left after the two without a
  // run for as many runs, none of which may be longer than before; such a week may be lower than the others.
  const plans = all.filter(({ binding }) => binding.says !== 'onset' && binding.rule !== 'placement')
  if (plans.length === 0) return []
  const isStage = plans.some(({ phase }) => stageOf(phase) !== undefined)
  const totals = plans.map(({ total }) => (isStage ? total.seconds : total.meters))
  const [least, most] = [Math.min(...totals), Math.max(...totals)]
  const within = isStage
    ? most - least <= Math.max(...plans.map(({ runs }) => longest(runs))) + 60
    : most <= STEP * least + 100
  const told = plans.map(({ phase, total }) => `${phase} ${total.meters}`).join(', ')
  return within ? [] : [`${where}: ${told}`]
}

describe.each<Regime>(['noisy', 'calm'])('%s weeks', (regime) => {
  it(
    '14: the same pain of a run on another weekday leads to the same week, within one step',
    () => {
      fc.assert(
        fc.property(free(regime), fc.nat(100), (one, pick) => {
          const names = Object.keys(REPORTS) as (keyof typeof REPORTS)[]
          livesOf(one).forEach((week, index) => {
            const name = names[(pick + index) % names.length] as keyof typeof REPORTS
            if (!isCalm(week) || week.plan.runs.length < 2 || week.isShort) return
            // The onset is the same one, and reached by each of the runs.
            const onsetMeters = Math.min(...week.plan.runs.map(({ volume }) => volume.meters)) - 1
            const scores = { ...REPORTS[name], onsetMeters }
            const plans = week.plan.runs.map((_, run) => next(one, week, { pain: { run, scores } }))
            expect(farApart(plans, `${name}, week ${week.number + 1}, ${week.plan.phase}`)).toEqual([])
          })
        }),
        settings,
      )
    },
    HOURS,
  )

  it(
    '14: a day of 1 on the stairs on another weekday leads to the same week, within one step',
    () => {
      fc.assert(
        fc.property(free(regime), (one) => {
          for (const week of livesOf(one)) {
            if (!isCalm(week) || week.plan.runs.length === 0 || week.isShort) continue
            const plans = [0, 2, 3, 5, 6].map((day) => next(one, week, { daily: { [day]: 1 } }))
            expect(farApart(plans, `week ${week.number + 1}, ${week.plan.phase}`)).toEqual([])
          }
        }),
        { ...settings, numRuns: Math.ceil(settings.numRuns / 2) },
      )
    },
    HOURS,
  )

  it(
    '8: resting by an announced absence and then running as told is never less than not running at all',
    () => {
      fc.assert(
        fc.property(free(regime), fc.nat(6), fc.nat(6), fc.nat(1), (one, from, to, weeksBefore) => {
          for (const week of livesOf(one)) {
            // Two weeks are logged, and some of the second ahead of it is rest as well.
            if (week.number < 3 || isRunFree(week.plan.phase) || week.plan.total.meters === 0) continue
            const rested = afterRest(one, week, weeksBefore, Math.min(from, to), Math.max(from, to))
            const skipped = afterRest(one, week, weeksBefore, undefined, undefined)
            const where = `week ${week.number + 1}, ${week.plan.phase}, ${weeksBefore} weeks and days ${[from, to]}`
            if (isRunFree(rested.phase) || isRunFree(skipped.phase)) continue
            const unit = rested.unit === 'time' && skipped.unit === 'time' ? 'seconds' : 'meters'
            const [afterwards, other] = [rested.total[unit], skipped.total[unit]]
            const told = `${where}: rested ${rested.phase} ${afterwards}, skipped ${skipped.phase} ${other} ${unit}`
            expect(afterwards >= other ? '' : told).toBe('')
          }
        }),
        settings,
      )
    },
    HOURS,
  )
})

/** Some whole weeks off and then some days; without days everything is skipped, and nothing was announced. */
function afterRest(
  one: Someone,
  week: Played,
  whole: number,
  from: number | undefined,
  to: number | undefined,
): WeekPlan {
  const programme = programmeOf(one)
  const { runner } = week.log
  const isAnnounced = from !== undefined && to !== undefined
  let entries: readonly Entry[] = week.log.entries
  const ways = [
    ...Array.from({ length: whole }, (): Behaviour => (isAnnounced ? { away: [0, 6] } : { skips: true })),
    isAnnounced ? { away: [from, to] as const } : { skips: true },
  ]
  ways.forEach((how, index) => {
    const start = addDays(week.start, 7 * index)
    const known = logOf(runner, [...entries, ...absenceOf(start, how, addDays(start, -1) as Day)])
    const { plan, state, asked } = planFor(programme, known, start, week.asked)
    const begun = { programme, runner, start, asOf: start, plan, state, asked }
    entries = [...known.entries, ...liveDaily(begun, how, known.entries)]
  })
  return planFor(programme, logOf(runner, entries), addDays(week.start, 7 * ways.length), week.asked).plan
}
