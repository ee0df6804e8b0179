import { describe, expect, it } from 'vitest'
import { metres, pace, seconds, type Volume } from '../../src/base/units.ts'
import { daysToWait, isReducedOver, isRehabDue, keptShare } from '../../src/rules/acute.ts'
import { runsOfWeek } from '../../src/rules/build-shape.ts'
import { evaluateGate, isOpen, isRemembered } from '../../src/rules/gate.ts'
import { evaluateHills } from '../../src/rules/hills.ts'
import { keepAfter, needsGate, returnWeeksAfter } from '../../src/rules/layoff.ts'
import { isIntensityClosed } from '../../src/rules/pain-response.ts'
import { isTooSmall, preInjuryWeek } from '../../src/rules/pre-injury-cap.ts'
import { dosesFor, evaluateStageDose } from '../../src/rules/stage-dose.ts'
import { evaluateUntrusted, isComplete, isOvershoot } from '../../src/rules/weekly-cap.ts'
import { REHAB } from '../support/programme.ts'

const MINUTE = 60
const SIX = pace(360)
/** Running at six minutes a kilometre. */
const minutes = (time: number): Volume => ({
  meters: metres((time * 1000) / 6),
  seconds: seconds(time * MINUTE),
})
const NEVER = { sinceFirstBreak: undefined, sinceLastBreak: undefined, sinceRedFlag: undefined }
const growth = REHAB.weeklyCaps[0]!

describe('a gap without a run', () => {
  it.each([
    [5, 1, 1],
    [6, 0.75, 0.75],
    [13, 0.75, 0.75],
    [14, 0.5, 0.5],
    [27, 0.5, 0.5],
    [28, 0.33, 0.33],
    [55, 0.33, 0.33],
    [56, 0, 0.33],
  ])('of %i days keeps %f of the week, in BASE %f', (gap, keep, inBase) => {
    expect(keepAfter(REHAB.layoff, gap, 'other')).toBe(keep)
    expect(keepAfter(REHAB.layoff, gap, 'base')).toBe(inBase)
  })
  it.each([
    [27, false, false],
    [28, true, false],
    [55, true, false],
    [56, true, true],
  ])('of %i days leads through the gate from a stage: %s, from the build: %s', (gap, early, late) => {
    expect(needsGate(REHAB.layoff, gap, true)).toBe(early)
    expect(needsGate(REHAB.layoff, gap, false)).toBe(late)
  })
  it.each([
    [13, 0, 9],
    [14, 0, 5],
    [21, 14, 9],
    [27, 0, 5],
    [28, 0, 0],
  ])('of %i days, %i when last counted, leaves %i of nine return weeks', (gap, before, left) =>
    expect(returnWeeksAfter(REHAB.layoff, 9, gap, before)).toBe(left),
  )
})

describe('a week against its plan', () => {
  it.each([
    [10_000, true],
    [9_999, false],
    [11_000, true],
  ])('%i of 11 km complete it: %s', (run, complete) => expect(isComplete(growth, run, 11_000)).toBe(complete))
  it.each([
    [13_000, false],
    [13_001, true],
  ])('%i of 10000 m are far too much: %s', (run, over) => expect(isOvershoot(growth, run, 10_000)).toBe(over))
  it.each([
    [1, 120],
    [2, undefined],
  ])('after %i logged weeks the plan stays at %s min', (weeks, most) =>
    expect(evaluateUntrusted(growth, weeks, minutes(240))[0]?.ceiling?.seconds).toBe(
      most === undefined ? undefined : most * MINUTE,
    ),
  )
})

describe('the flare', () => {
  it.each([
    [undefined, 0.4],
    [2, 0.5],
    [3, 0.5],
    [4, 0.4],
    [5, 0.3],
    [6, 0.3],
  ])('at a peak of %s keeps %f', (peak, keep) => expect(keptShare(REHAB.acute, peak)).toBe(keep))
  it.each([
    [13, false],
    [14, true],
  ])('after %i days cut and break may end: %s', (days, over) => {
    expect(isReducedOver(REHAB.acute, days)).toBe(over)
    expect(isRehabDue(REHAB.acute, days)).toBe(over)
  })
  it.each([
    [20, 1],
    [21, 0],
    [22, 0],
  ])('%i days after the first break %i are left', (since, left) =>
    expect(daysToWait(REHAB.acute, { ...NEVER, sinceFirstBreak: since })).toBe(left),
  )
  it.each([
    [13, 1],
    [14, 0],
    [15, 0],
  ])('%i days after the last %i are left', (since, left) => {
    const first = { sinceFirstBreak: 60, sinceLastBreak: 60, sinceRedFlag: 60 }
    expect(daysToWait(REHAB.acute, { ...first, sinceLastBreak: since })).toBe(left)
    expect(daysToWait(REHAB.acute, { ...first, sinceRedFlag: since })).toBe(left)
  })
  it.each([
    [14, true],
    [15, false],
  ])('%i days after pain hills and pickups are closed: %s', (days, closed) =>
    expect(isIntensityClosed(REHAB.painResponse, days)).toBe(closed),
  )
})

describe('the gate', () => {
  const facts = {
    painFreeDays: 7,
    brokenByMissing: false,
    exercisesNeeded: ['a'],
    exercisesPainFree: ['a'],
    exercisesHurt: [],
    swelling: false,
    redFlag: false,
    unplannedRun: false,
    daysToWait: 0,
  }
  it.each([
    [6, 'not-met', false],
    [7, 'met', true],
    [8, 'met', true],
  ])('after %i logged days without pain is %s', (painFreeDays, state, open) => {
    const conditions = evaluateGate(REHAB.gate, { ...facts, painFreeDays })
    expect(conditions[0]?.state).toBe(state)
    expect(isOpen(conditions)).toBe(open)
  })
  it.each([
    ['swelling', { swelling: true }],
    ['swelling nobody asked about', { swelling: undefined }],
    ['a red flag', { redFlag: true }],
    ['an unplanned run', { unplannedRun: true }],
    ['a missing exercise', { exercisesPainFree: [] }],
    ['a day still to wait', { daysToWait: 1 }],
  ])('is shut by %s', (_, change) =>
    expect(isOpen(evaluateGate(REHAB.gate, { ...facts, ...change }))).toBe(false),
  )
  it.each([
    [2, true],
    [3, false],
  ])('a day filled in %i days later counts: %s', (days, counts) =>
    expect(isRemembered(REHAB.gate, days)).toBe(counts),
  )
})

describe('the week before the injury', () => {
  const [first, second, third] = REHAB.stages
  it.each([
    [first, 109, 54.5],
    [first, 110, 55],
    [first, 240, 55],
    [second, 109, 59.95],
    [second, 110, 60],
    [third, 109, 65.945],
    [third, 110, 66],
  ])('holds the stage $id to its share', (stage, before, allowed) => {
    const { ceiling } = evaluateStageDose(stage!, minutes(before), SIX)
    expect(ceiling?.seconds).toBeCloseTo(allowed * MINUTE, 6)
  })
  it.each([
    [2, [15, 15]],
    [3, [15, 15, 15]],
    [4, [12, 13, 15, 15]],
    [7, [12, 13, 15, 15]],
  ])('where %i runs fit the first stage has %j min', (fitting, runs) =>
    expect(dosesFor(first!, fitting).map((run) => run / MINUTE)).toEqual(runs),
  )
  it.each([
    [19.9, true],
    [20, false],
  ])('%f min are too little to build on: %s', (time, small) =>
    expect(isTooSmall(REHAB.preInjury, minutes(time))).toBe(small),
  )
  it.each([
    [[30, 30], 40],
    [[30, 30, 30], 30],
    [[50, 50, 50], 40],
  ])('declared 40 km and logged %j it is %i km', (weeks, expected) =>
    expect(preInjuryWeek(REHAB.preInjury, 40, weeks)).toBe(expected),
  )
})

describe('the runs of a week', () => {
  const early = { returnWeek: 7, lastRuns: 3, sinceAdded: undefined, habit: 6, fitting: 4 }
  const late = { ...early, returnWeek: 8 }
  it.each([
    ['exactly 45 min for the longest are three runs', 125 * MINUTE, early, 3],
    ['a second more is a fourth', 125 * MINUTE + 3, early, 4],
    ['a fourth that does not fit is none', 125 * MINUTE + 3, { ...early, fitting: 3 }, 3],
    ['exactly an hour for the others are three runs', 187.5 * MINUTE, late, 3],
    ['a second more is a fourth from return week 8 on', 187.5 * MINUTE + 4, late, 4],
    ['thirteen days after the last one added it waits', 188 * MINUTE, { ...late, sinceAdded: 13 }, 3],
    ['after fourteen it comes', 188 * MINUTE, { ...late, sinceAdded: 14 }, 4],
    ['four of the plan before stay four', 100 * MINUTE, { ...late, lastRuns: 4 }, 4],
    ['four are three again where three were the habit', 100 * MINUTE, { ...late, lastRuns: 4, habit: 2 }, 3],
    ['three run days before the flare stay three', 188 * MINUTE, { ...late, habit: 3 }, 3],
  ])('%s', (_, time, facts, runs) => expect(runsOfWeek(REHAB.shape, { ...facts, time })).toBe(runs))
})

describe('hills', () => {
  const facts = {
    returnWeek: 8,
    cleanDays: 14,
    cleanRuns: 3,
    isClosed: false,
    isForbidden: false,
    hadHills: false,
    exposures: 0,
    previous: minutes(120),
  }
  it.each([
    ['return week 7', { returnWeek: 7 }, 'flat'],
    ['return week 8', {}, 'uphill'],
    ['13 clean days', { cleanDays: 13 }, 'flat'],
    ['2 clean runs', { cleanRuns: 2 }, 'flat'],
    ['days closed by pain', { isClosed: true }, 'flat'],
    ['a clinician against it', { isForbidden: true }, 'flat'],
    ['one exposure', { exposures: 1, hadHills: true }, 'uphill'],
    ['two exposures', { exposures: 2, hadHills: true }, 'hilly'],
  ])('after %s the ground is right', (_, change, terrain) =>
    expect(evaluateHills(REHAB.hills, { ...facts, ...change }).terrain).toBe(terrain),
  )
  it('hold the week they come in', () =>
    expect(evaluateHills(REHAB.hills, facts).findings[0]?.ceiling).toEqual(minutes(120)))
  it('hold none after it', () =>
    expect(evaluateHills(REHAB.hills, { ...facts, hadHills: true }).findings[0]?.ceiling).toBeNull())
})
