import { describe, expect, it } from 'vitest'
import {
  type DayReport,
  gradeDay,
  gradeElsewhere,
  gradePlace,
  gradeRun,
  gradeTraining,
  isOuterKnee,
  type PartGrade,
  type PlaceReport,
  raisedAgain,
  type RunReport,
  type Standing,
} from '../../src/rules/pain-grade.ts'
import { addsUp, isAgain } from '../../src/rules/pain-window.ts'
import { REHAB } from '../support/programme.ts'

type Phase = Standing['phase']
const RULE = REHAB.painGrade
const HOUR = 3600

/** A grade with all its reasons in a line, so that each of them has to be there and no other. */
const told = ({ grade, isBreak, breaks, reasons, missing }: PartGrade): string =>
  [
    grade,
    ...(isBreak ? ['break'] : breaks ? ['breaks'] : []),
    ...reasons,
    ...missing.map((name) => `no ${name}`),
  ].join(' ')

describe('of the outer knee in one run', () => {
  const QUIET: RunReport = {
    kind: 'run',
    site: 'outer-knee',
    before: 0,
    during: 0,
    after: 0,
    nextMorning: 0,
    morningIsDue: true,
    ended: 8000,
    limp: false,
    swelling: false,
    analgesic: false,
  }
  const steady = { trend: 'steady', lasting: HOUR } as const
  const eased = { trend: 'eased', lasting: HOUR } as const

  it.each<readonly [string, Partial<RunReport & Standing>, string]>([
    ['nothing at all', {}, 'S0'],
    ['nothing, that grew and stayed', { trend: 'worsened', lasting: 3 * HOUR }, 'S0'],
    ['nothing, that stayed for more than a day', { lasting: 25 * HOUR }, 'S3 lasting-day'],
    ['a 1 while running', { during: 1, ...steady }, 'S1 mild'],
    ['a 1 after it', { after: 1, ...steady }, 'S1 mild'],
    ['a 1 on the next morning', { nextMorning: 1 }, 'S1 morning-mild'],
    ['a 1 that was there before', { before: 1, nextMorning: 1 }, 'S1 morning-mild'],
    ['a 1 of which no more is said', { during: 1 }, 'S2 worsened-unsaid lasting-unsaid mild'],
    ['a 1 that grew', { during: 1, trend: 'worsened', lasting: HOUR }, 'S2 worsened mild'],
    ['a 1 that eased, for how long nobody said', { during: 1, trend: 'eased' }, 'S2 lasting-unsaid mild'],
    ['a 1 gone after two hours', { during: 1, ...steady, lasting: 2 * HOUR }, 'S1 mild'],
    ['a 1 gone a second later', { during: 1, ...steady, lasting: 2 * HOUR + 1 }, 'S2 lasting mild'],
    ['a 1 of a day', { during: 1, ...steady, lasting: 24 * HOUR }, 'S2 lasting mild'],
    [
      'a 1 of more than a day',
      { during: 1, ...steady, lasting: 24 * HOUR + 1 },
      'S3 lasting-day lasting mild',
    ],
    ['a 2', { during: 2, ...steady }, 'S1 mild'],
    ['a 3', { during: 3, ...steady }, 'S2 moderate-peak mild'],
    ['a 5', { during: 5, ...steady }, 'S2 moderate-peak mild'],
    ['a 6', { after: 6, ...steady }, 'S3 break severe-peak moderate-peak mild'],
    ['one point more in the morning', { before: 1, nextMorning: 2 }, 'S1 morning-mild'],
    ['two points more', { before: 1, nextMorning: 3 }, 'S2 morning-moderate morning-mild'],
    ['three', { nextMorning: 3 }, 'S3 morning-severe morning-moderate morning-mild'],
    ['a limp', { limp: true }, 'S3 break limp'],
    ['swelling', { swelling: true }, 'S3 break swelling'],
    ['a painkiller', { analgesic: true }, 'U painkiller'],
    ['a 1 on one', { during: 1, ...steady, analgesic: true }, 'S2 mild painkiller'],
    ['a 1 on one in BASE', { during: 1, ...steady, analgesic: true, phase: 'base' }, 'S1 mild painkiller'],
    [
      'a 1 on one in a stage',
      { during: 1, ...steady, analgesic: true, phase: 'stage' },
      'S2 breaks mild painkiller',
    ],
    ['a 3 on one', { during: 3, ...steady, analgesic: true }, 'S3 moderate-peak mild painkiller'],
    ['a 1 at the end of the first mile', { during: 1, ...eased, onset: 1609 }, 'S2 breaks first-mile mild'],
    ['a 1 a metre further', { during: 1, ...eased, onset: 1610 }, 'S1 mild'],
    [
      'a 3 in the first mile',
      { during: 3, ...eased, onset: 9 },
      'S3 break first-mile moderate-peak first-mile mild',
    ],
    [
      'a 1 in it that did not ease',
      { during: 1, ...steady, onset: 9 },
      'S3 break first-mile first-mile mild',
    ],
    ['in a stage', { during: 1, ...steady, onset: 9, phase: 'stage' }, 'S2 breaks first-mile mild'],
    ['none, though an onset is told', { onset: 9 }, 'S0'],
    ['a 1 at the end of a short run', { during: 1, ...steady, onset: 800, ended: 800 }, 'S1 mild'],
    ['a 1 just before it', { during: 1, ...eased, onset: 799, ended: 800 }, 'S2 breaks first-mile mild'],
    [
      'a 1 where no end is known',
      { during: 1, ...eased, onset: 800, ended: undefined },
      'S2 breaks first-mile mild',
    ],
    [
      'over two hours in the cycle',
      { during: 1, ...steady, lasting: 3 * HOUR, phase: 'maintain' },
      'S2 breaks lasting mild',
    ],
    ['in BASE', { during: 1, ...steady, lasting: 3 * HOUR, phase: 'base' }, 'S3 break lasting mild'],
    ['exactly two in the cycle', { during: 1, ...steady, lasting: 2 * HOUR, phase: 'maintain' }, 'S1 mild'],
    ['a 3 in BASE', { during: 3, ...steady, phase: 'base' }, 'S3 moderate-peak mild'],
    ['a 1 in a stage', { during: 1, ...steady, phase: 'stage' }, 'S1 breaks mild'],
    ['a 1 in a cut week', { during: 1, ...steady, phase: 'acute-reduced' }, 'S1 breaks mild'],
    ['a 1 where nothing is to be run', { during: 1, ...steady, phase: 'no-running' }, 'S1 breaks mild'],
    ['a flare', { kind: 'flare', during: 1 }, 'S3 flare mild'],
    ['a flare without anything', { kind: 'flare', during: undefined, limp: undefined }, 'S3 flare'],
    ['no score', { during: undefined }, 'U no during'],
    ['no morning', { nextMorning: undefined }, 'U no nextMorning'],
    ['no morning yet', { nextMorning: undefined, morningIsDue: false }, 'S0'],
    ['no limp', { limp: undefined }, 'U no limp'],
    ['no swelling', { swelling: undefined }, 'U no swelling'],
    ['no painkiller', { analgesic: undefined }, 'U no analgesic'],
    ['pain of the calf alone', { site: 'calf', during: 6, limp: true, swelling: true }, 'S0'],
    ['a calf with nothing but a limp', { site: 'calf', limp: true }, 'S3 break limp'],
    ['a flare of the calf', { site: 'calf', kind: 'flare', limp: true }, 'S0'],
    ['a calf that hurts in the morning', { site: 'calf', nextMorning: 3, limp: true }, 'S0'],
    ['a calf that hurts afterwards', { site: 'calf', after: 1, limp: true }, 'S0'],
  ])('%s is graded', (_, { phase = 'build', ...change }, expected) =>
    expect(told(gradeRun(RULE, { ...QUIET, ...change }, { phase }))).toBe(expected),
  )
})

describe('of another place in one run', () => {
  const CALF: RunReport = {
    kind: 'run',
    site: 'calf',
    during: 1,
    morningIsDue: true,
    trend: 'steady',
    lasting: HOUR,
  }
  it.each<readonly [string, Partial<RunReport & Standing>, string]>([
    ['a 1 while running', {}, 'S1 elsewhere'],
    ['a 1 after it', { during: 0, after: 1 }, 'S1 elsewhere'],
    [
      'a 1 on the next morning',
      { during: 0, nextMorning: 1, trend: undefined, lasting: undefined },
      'S1 elsewhere',
    ],
    ['nothing', { during: 0 }, 'S0'],
    ['a 3 on the next morning', { during: 0, nextMorning: 3 }, 'S2 moderate-elsewhere elsewhere'],
    ['the outer knee', { site: 'outer-knee', during: 6 }, 'S0'],
    [
      'a flare without a score',
      { kind: 'flare', during: undefined, trend: undefined, lasting: undefined },
      'S1 elsewhere',
    ],
    ['a 1 of which no more is said', { trend: undefined }, 'S2 moderate-elsewhere elsewhere'],
    ['a 1, how long nobody said', { lasting: undefined }, 'S2 moderate-elsewhere elsewhere'],
    ['a 1 gone after two hours', { lasting: 2 * HOUR }, 'S1 elsewhere'],
    ['a 1 gone a second later', { lasting: 2 * HOUR + 1 }, 'S2 moderate-elsewhere elsewhere'],
    ['a 1 of a day', { lasting: 24 * HOUR }, 'S2 moderate-elsewhere elsewhere'],
    ['a 1 of more', { lasting: 24 * HOUR + 1 }, 'S3 severe-elsewhere moderate-elsewhere elsewhere'],
    ['a 2', { during: 2 }, 'S1 elsewhere'],
    ['a 3', { during: 3 }, 'S2 moderate-elsewhere elsewhere'],
    ['a 6', { during: 6 }, 'S3 severe-elsewhere moderate-elsewhere elsewhere'],
    ['a 1 that grew', { trend: 'worsened' }, 'S2 moderate-elsewhere elsewhere'],
    ['a limp', { limp: true }, 'S3 limp-elsewhere elsewhere'],
    ['swelling', { swelling: true }, 'S3 swelling-elsewhere elsewhere'],
    ['a 1 on a painkiller', { analgesic: true }, 'S2 elsewhere painkiller'],
    [
      'a hip that grew to a 2',
      { site: 'hip', during: 2, trend: 'worsened' },
      'S3 bone-worsened moderate-elsewhere elsewhere',
    ],
    [
      'a hip that grew to a 3',
      { site: 'hip', during: 3, trend: 'worsened' },
      'S4 bone-worsened bone-worsened moderate-elsewhere elsewhere',
    ],
    ['a groin', { site: 'groin', trend: 'worsened' }, 'S3 bone-worsened moderate-elsewhere elsewhere'],
    ['a shin', { site: 'shin', trend: 'worsened' }, 'S3 bone-worsened moderate-elsewhere elsewhere'],
    ['a foot', { site: 'foot', trend: 'worsened' }, 'S3 bone-worsened moderate-elsewhere elsewhere'],
    ['a hip that stayed', { site: 'hip' }, 'S1 elsewhere'],
    [
      'a flare of the hip that grew from nothing',
      { site: 'hip', kind: 'flare', during: 0, trend: 'worsened' },
      'S2 moderate-elsewhere elsewhere',
    ],
  ])('%s is graded', (_, { phase = 'build', ...change }, expected) =>
    expect(told(gradeElsewhere(RULE, { ...CALF, ...change }, { phase }))).toBe(expected),
  )
})

describe('of another place in daily life', () => {
  it.each<readonly [string, Partial<PlaceReport & Standing>, string]>([
    ['nothing', { worst: 0, limp: true }, 'S0'],
    ['a 1', {}, 'S1 elsewhere'],
    ['a 2', { worst: 2 }, 'S1 elsewhere'],
    ['a 3', { worst: 3 }, 'S2 moderate-elsewhere elsewhere'],
    ['a 6', { worst: 6 }, 'S3 severe-elsewhere moderate-elsewhere elsewhere'],
    ['a calf at rest', { resting: 1 }, 'S1 elsewhere'],
    ['a hip at rest', { site: 'hip', resting: 1 }, 'S4 bone-at-rest elsewhere'],
    ['a hip in walking', { site: 'hip' }, 'S1 elsewhere'],
    ['a limp', { limp: true }, 'S3 limp-elsewhere elsewhere'],
    ['swelling', { swelling: true }, 'S3 swelling-elsewhere elsewhere'],
    ['a painkiller', { analgesic: true }, 'S2 elsewhere painkiller'],
  ])('%s is graded', (_, { phase = 'build', ...change }, expected) =>
    expect(told(gradePlace(RULE, { site: 'calf', worst: 1, resting: 0, ...change }, { phase }))).toBe(
      expected,
    ),
  )
})

describe('of a day', () => {
  it.each<readonly [string, Partial<DayReport & Standing>, string]>([
    ['nothing', {}, 'S0'],
    ['nothing that was said', { daily: undefined }, 'S0'],
    ['nothing in a stage', { phase: 'stage' }, 'S0 breaks'],
    ['a 1', { daily: 1 }, 'S2 daily-mild'],
    ['a 1 in BASE', { daily: 1, phase: 'base' }, 'S1 daily-mild'],
    ['a 1 at rest', { daily: 1, phase: 'no-running' }, 'S0 breaks'],
    ['a 2', { daily: 2 }, 'S3 break daily-severe daily-mild'],
    ['a 2 at rest', { daily: 2, phase: 'no-running' }, 'S3 break daily-severe'],
    ['a second 1', { daily: 1, painfulDaysBefore: 1 }, 'S3 break daily-repeated daily-mild'],
    ['a second 1 at rest', { daily: 1, painfulDaysBefore: 1, phase: 'no-running' }, 'S0 breaks'],
    ['nothing after a 1', { daily: 0, painfulDaysBefore: 1 }, 'S0'],
    ['a limp', { limp: true }, 'S3 break limp'],
    ['swelling', { swelling: true }, 'S3 break swelling'],
    ['a second swelling', { secondSwelling: true }, 'S4 break second-swelling'],
    ['a red flag', { redFlags: ['fever'] }, 'S4 break red-flag'],
    ['a painkiller', { analgesic: true }, 'U painkiller'],
    ['a 1 on one', { daily: 1, analgesic: true }, 'S3 daily-mild painkiller'],
  ])('%s is graded', (_, { phase = 'build', ...change }, expected) =>
    expect(
      told(
        gradeDay(
          RULE,
          { daily: 0, redFlags: [], painfulDaysBefore: 0, secondSwelling: false, ...change },
          { phase },
        ),
      ),
    ).toBe(expected),
  )
})

describe('of training', () => {
  it.each<readonly ['strength' | 'cross-training', number | undefined, Phase, string, boolean]>([
    ['strength', 0, 'build', 'S0', false],
    ['strength', undefined, 'build', 'U no exercise-pain', false],
    ['strength', 1, 'build', 'S2 strength-pain', false],
    ['strength', 1, 'base', 'S1 strength-pain', false],
    ['strength', 1, 'no-running', 'S0 breaks', false],
    ['strength', 1, 'stage', 'S2 breaks strength-pain', false],
    ['strength', 5, 'maintain', 'S2 strength-pain', false],
    ['strength', 6, 'base', 'S3 break strength-severe strength-pain', false],
    ['strength', 6, 'no-running', 'S3 break strength-severe', false],
    ['strength', 1, 'build', 'S3 strength-pain painkiller', true],
    ['cross-training', undefined, 'build', 'S0', false],
    ['cross-training', 1, 'build', 'S1 cross-training-pain', false],
    ['cross-training', 2, 'base', 'S1 cross-training-pain', false],
    ['cross-training', 3, 'build', 'S2 cross-training-pain cross-training-pain', false],
    ['cross-training', 3, 'base', 'S3 cross-training-pain cross-training-pain', false],
    [
      'cross-training',
      6,
      'build',
      'S3 break cross-training-pain cross-training-pain cross-training-pain',
      false,
    ],
    ['cross-training', 1, 'stage', 'S1 breaks cross-training-pain', false],
    ['cross-training', 1, 'build', 'S2 cross-training-pain painkiller', true],
  ])('in %s a %s is graded, in %s', (kind, pain, phase, expected, analgesic) =>
    expect(told(gradeTraining(RULE, kind, pain, { phase }, analgesic))).toBe(expected),
  )
})

describe('what adds up', () => {
  it.each([
    [-1, false],
    [0, false],
    [1, true],
    [14, true],
    [15, false],
  ])('is moderate pain %i days later: %s', (days, again) => expect(isAgain(RULE, days)).toBe(again))
  it.each([
    [-1, false],
    [0, false],
    [1, true],
    [6, true],
    [7, false],
  ])('is pain in daily life %i days later: %s', (days, adds) => expect(addsUp(RULE, days)).toBe(adds))
  it('is severe, and a break where it would be one', () => {
    const found = { grade: 'S2', isBreak: false, breaks: false, reasons: ['mild'], missing: [] } as const
    expect(told(raisedAgain(found))).toBe('S3 mild again')
    expect(told(raisedAgain({ ...found, breaks: true }))).toBe('S3 break mild again')
    expect(told(raisedAgain({ ...found, reasons: ['again'] }))).toBe('S3 again')
  })
})

it.each([
  [undefined, true],
  ['outer-knee', true],
  ['front-knee', false],
])('pain at %s is that of the outer knee: %s', (site, is) => expect(isOuterKnee(site)).toBe(is))
