import { describe, expect, it } from 'vitest'
import { metres, pace, seconds, type Volume } from '../../src/base/units.ts'
import { evaluateReferral, hasImproved } from '../../src/rules/referral.ts'
import {
  evaluateSessionCap,
  isInWindow,
  isOneOuting,
  isOnsetInWindow,
  isTooShort,
  isUnscoredTrusted,
} from '../../src/rules/session-cap.ts'
import { introducedBy, isSessionDone, isStrengthDue, setsAfter } from '../../src/rules/strength-plan.ts'
import { REHAB } from '../support/programme.ts'

const MINUTE = 60
const SIX = pace(360)
/** Running at six minutes a kilometre. */
const minutes = (time: number): Volume => ({
  meters: metres((time * 1000) / 6),
  seconds: seconds(time * MINUTE),
})

describe('one session', () => {
  type Where = 'base' | 'stage' | 'other'
  const most = (longest: number | undefined, where: Where = 'other', onset?: number): number =>
    evaluateSessionCap(REHAB.sessionCap, {
      where,
      longest: longest === undefined ? undefined : minutes(longest),
      longestIfSaid: undefined,
      least: undefined,
      onset,
      hurtLately: false,
      before: undefined,
      pace: SIX,
    }).most.seconds / MINUTE
  it.each([
    ['30 min may become 35', most(30), 35],
    ['49:59 may become 54:59', most(50 - 1 / 60), 55 - 1 / 60],
    ['50 min grow by a tenth', most(50), 55],
    ['60 min grow by a tenth', most(60), 66],
    ['4 min may become 10, as no run is shorter', most(4), 10.2],
    ['5 min may become 10', most(5), 10.2],
    ['without a trusted run 25 min are the most', most(undefined), 25],
    ['in BASE without a log 45', most(undefined, 'base'), 45],
    ['in a stage its own table', most(undefined, 'stage'), Number.POSITIVE_INFINITY],
    ['an onset at 5 km leaves 4 km', most(60, 'other', 5000), 24],
  ])('%s', (_, time, expected) => expect(time).toBeCloseTo(expected, 6))
  it.each([
    [14, true],
    [15, false],
  ])('an onset of %i days ago shortens it: %s', (days, counts) =>
    expect(isOnsetInWindow(REHAB.sessionCap, days)).toBe(counts),
  )
  it.each([
    [30, true],
    [31, false],
  ])('a run of %i days ago is measured by: %s', (days, counts) =>
    expect(isInWindow(REHAB.sessionCap, days)).toBe(counts),
  )
  it.each([
    [14, false],
    [15, true],
  ])('an unscored run of %i days ago is trusted: %s', (days, trusted) =>
    expect(isUnscoredTrusted(REHAB.sessionCap, days)).toBe(trusted),
  )
  it.each([
    [6 * 3600, true],
    [6 * 3600 + 60, false],
  ])('runs %i s apart are one: %s', (apart, one) => expect(isOneOuting(REHAB.sessionCap, apart)).toBe(one))
  it.each([
    [599, true],
    [600, false],
  ])('%i s are too short: %s', (time, short) => expect(isTooShort(REHAB.sessionCap, time)).toBe(short))
})

describe('the referral', () => {
  const facts = {
    redFlag: false,
    swelling: false,
    episodeDays: 0,
    improved: false,
    adherence: 1,
    recentSteps: 0,
    recentAcute: 0,
    heldInARow: 0,
    elsewhere: undefined,
    acknowledged: [] as string[],
  }
  it.each([
    ['on day 41 says nothing', { episodeDays: 41 }, []],
    ['on day 42 advises', { episodeDays: 42 }, ['advice']],
    ['on day 55 still advises', { episodeDays: 55 }, ['advice']],
    ['on day 56 insists', { episodeDays: 56 }, ['banner']],
    ['says nothing of a better knee', { episodeDays: 56, improved: true }, []],
    ['tells 74 % of strength', { episodeDays: 42, adherence: 0.74 }, ['advice', 'adherence']],
    ['is content with 75 %', { episodeDays: 42, adherence: 0.75 }, ['advice']],
    ['bears two holds', { heldInARow: 2 }, []],
    ['calls three holds stuck', { heldInARow: 3 }, ['stuck']],
    ['bears two steps back', { recentSteps: 2 }, []],
    ['speaks up at three', { recentSteps: 3 }, ['steps']],
    ['bears one acute phase', { recentAcute: 1 }, []],
    ['speaks up at two', { recentAcute: 2 }, ['acute-again']],
  ])('%s', (_, change, says) => {
    const notices = evaluateReferral(REHAB.referral, { ...facts, ...change })
    expect(notices.map((found) => found.says)).toEqual(says)
  })
  it.each([
    [[], 'hold'],
    [['referral-56'], null],
  ])('acknowledged %j it says %s', (acknowledged, verdict) => {
    const [banner] = evaluateReferral(REHAB.referral, { ...facts, episodeDays: 56, acknowledged })
    expect(banner?.verdict).toBe(verdict)
  })
  it.each([
    [3, true],
    [4, false],
  ])('from 5 to %i is better: %s', (now, better) => expect(hasImproved(REHAB.referral, 5, now)).toBe(better))
})

describe('strength', () => {
  it.each([
    [7, false],
    [8, true],
  ])('is due on day %i: %s', (day, due) => expect(isStrengthDue(REHAB.strength, day)).toBe(due))
  it.each([
    [undefined, 2],
    [13, 2],
    [14, 3],
  ])('has %s days after its first session %i sets', (days, sets) =>
    expect(setsAfter(REHAB.strength, days)).toBe(sets),
  )
  it.each([
    [1, 3],
    [2, 5],
    [3, 6],
    [4, 6],
  ])('has by session %i %i exercises', (session, count) =>
    expect(introducedBy(REHAB.strength, session)).toHaveLength(count),
  )
  it.each([
    [3, 6, false],
    [4, 6, true],
    [3, 3, true],
  ])('%i of %i are a session: %s', (done, planned, is) =>
    expect(isSessionDone(REHAB.strength, done, planned)).toBe(is),
  )
})
