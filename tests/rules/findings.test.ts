import { describe, expect, it } from 'vitest'
import { metres, pace, seconds, type Volume } from '../../src/base/units.ts'
import { brokenWeekFinding, daysToWait, evaluateAcuteCut } from '../../src/rules/acute.ts'
import { accentOf, evaluateCycle } from '../../src/rules/cycle.ts'
import { sizeOf, stretchOf } from '../../src/rules/flare-review.ts'
import { evaluateGate, type GateFacts, gateFinding } from '../../src/rules/gate.ts'
import { evaluateHills } from '../../src/rules/hills.ts'
import { evaluateLayoff, type LayoffFacts } from '../../src/rules/layoff.ts'
import {
  evaluatePainResponse,
  isSteady,
  type ResponseFacts,
  runFreeDaysAfter,
} from '../../src/rules/pain-response.ts'
import { evaluatePreInjuryCap, preInjuryWeek } from '../../src/rules/pre-injury-cap.ts'
import { evaluateReferral, mayBe, type ReferralFacts } from '../../src/rules/referral.ts'
import { evaluateSessionCap, type SessionFacts } from '../../src/rules/session-cap.ts'
import { evaluateSoftSignals, isNightInWindow } from '../../src/rules/soft-signals.ts'
import { dosesFor, evaluateStageDose, frameFor, outingOf, stageCeiling } from '../../src/rules/stage-dose.ts'
import { gateExercises } from '../../src/rules/strength-plan.ts'
import { evaluateUntrusted, evaluateWeeklyCap, isOvershoot } from '../../src/rules/weekly-cap.ts'
import { REHAB } from '../support/programme.ts'

const SIX = pace(360)
const volume = (meters: number, time = meters * 0.36): Volume => ({
  meters: metres(meters),
  seconds: seconds(time),
})
const NOTHING = { verdict: null, ceiling: null, saw: {}, missing: [] }

describe('the acute rule', () => {
  const cut = { reference: volume(40_000), peak: 4, isFirst: true, previous: undefined }
  const saw = { referenceMeters: 40_000, keepShare: 0.4, peak: 4 }
  it('cuts the first week', () =>
    expect(evaluateAcuteCut(REHAB.acute, cut)).toEqual({
      ...{ ...NOTHING, rule: 'acute', says: 'cut', verdict: 'reduce', saw },
      ceiling: volume(16_000),
    }))
  it('repeats the cut, and never raises it', () =>
    expect(evaluateAcuteCut(REHAB.acute, { ...cut, isFirst: false, previous: volume(20_000, 3000) })).toEqual(
      {
        ...{ ...NOTHING, rule: 'acute', says: 'repeat', verdict: 'hold', saw },
        ceiling: volume(16_000, 3000),
      },
    ))
  it('tells of a peak that was not said that it was not', () =>
    expect(evaluateAcuteCut(REHAB.acute, { ...cut, peak: undefined }).saw).toEqual({ ...saw, peak: null }))
  it('bounds the way back by the week in which it was given up', () =>
    expect(brokenWeekFinding(REHAB.acute, volume(12_000.4, 100))).toEqual({
      ...{ ...NOTHING, rule: 'acute', says: 'broken-week', saw: { previousMeters: 12_000 } },
      ceiling: volume(12_000.4, 100),
    }))
  it('waits for nothing where nothing happened', () =>
    expect(
      daysToWait(REHAB.acute, {
        sinceFirstBreak: undefined,
        sinceLastBreak: undefined,
        sinceRedFlag: undefined,
      }),
    ).toBe(0))
})

describe('the cycle', () => {
  const at40 = {
    trained: volume(40_000),
    goal: volume(40_000),
    preInjury: volume(40_000),
    cycleAgo: undefined,
  }
  const saw = { weekOfBlock: 1, maxIncreaseShare: 0.1, goalMeters: 40_000 }
  it('holds what was trained where that is less than the plan', () => {
    const facts = { ...at40, week: 0, previous: volume(42_000), trained: volume(41_000, 20_000) }
    expect(evaluateCycle(REHAB.maintain, facts)).toEqual({
      block: 'hold',
      weekOfBlock: 1,
      atGoal: true,
      findings: [
        {
          ...{ ...NOTHING, rule: 'maintain-cycle', says: 'hold', saw },
          ceiling: volume(41_000, 42_000 * 0.36),
        },
        { ...NOTHING, rule: 'maintain-cycle', says: 'goal', ceiling: volume(40_000), saw },
      ],
    })
  })
  it.each([
    ['the plan where nothing was trained', volume(41_000), undefined, 41_000],
    ['what was trained where there was no plan', undefined, volume(40_500), 40_500],
  ])('holds %s', (_, previous, trained, meters) => {
    const [found] = evaluateCycle(REHAB.maintain, { ...at40, week: 0, previous, trained }).findings
    expect(found?.ceiling?.meters).toBe(meters)
  })
  it('grows by a tenth of the plan in a growing week', () => {
    const old = { preInjury: volume(30_000), goal: undefined }
    const facts = { ...at40, ...old, week: 4, previous: volume(30_000), trained: volume(20_000) }
    expect(evaluateCycle(REHAB.maintain, facts)).toMatchObject({
      block: 'progress',
      weekOfBlock: 1,
      findings: [{ says: 'progress', verdict: 'progress', ceiling: { meters: 33_000 } }],
    })
  })
  it('is bound by nothing where nothing is known', () => {
    const facts = {
      ...{ week: 5, previous: undefined, trained: undefined, goal: undefined, preInjury: undefined },
      cycleAgo: undefined,
    }
    expect(evaluateCycle(REHAB.maintain, facts)).toMatchObject({
      weekOfBlock: 2,
      atGoal: false,
      findings: [{ ceiling: null, saw: { goalMeters: null } }],
    })
  })
  it.each([
    [39_899, false],
    [39_900, true],
    [40_000, true],
  ])('with %i of 40000 m is at its goal: %s', (meters, atGoal) =>
    expect(
      evaluateCycle(REHAB.maintain, {
        ...{ ...at40, preInjury: volume(30_000), week: 4, previous: volume(meters) },
      }).atGoal,
    ).toBe(atGoal),
  )
  it.each([
    [39_900, 40_000, 'regrow', 40_000],
    [39_901, 40_000, 'hold', 39_901],
    [29_900, 30_000, 'regrow', 30_000],
    [29_901, 30_000, 'hold', 29_901],
  ])('from %i m, with a goal of %i m, is to %s', (meters, goal, block, most) => {
    const facts = { week: 0, previous: volume(meters), trained: volume(meters), goal: volume(goal) }
    const plan = evaluateCycle(REHAB.maintain, { ...facts, preInjury: volume(40_000), cycleAgo: undefined })
    expect(plan.block).toBe(block)
    expect(plan.findings[0]?.ceiling?.meters).toBe(most)
  })
  it('grows back to the old week', () => {
    const facts = { ...at40, week: 2, previous: volume(20_000), goal: undefined }
    expect(evaluateCycle(REHAB.maintain, facts)).toEqual({
      block: 'regrow',
      weekOfBlock: 1,
      atGoal: false,
      findings: [
        {
          ...NOTHING,
          rule: 'maintain-cycle',
          says: 'regrow',
          ceiling: volume(40_000),
          saw: { oldMeters: 40_000 },
        },
      ],
    })
  })
  it('grows back to the goal where no old week is known', () => {
    const facts = {
      week: 0,
      previous: volume(20_000),
      trained: undefined,
      preInjury: undefined,
      cycleAgo: undefined,
    }
    expect(evaluateCycle(REHAB.maintain, { ...facts, goal: volume(30_000) }).findings).toMatchObject([
      { says: 'regrow', ceiling: { meters: 30_000 } },
    ])
  })
  it('is bound by its goal alone where nothing was planned or trained', () => {
    const facts = { ...at40, week: 0, previous: undefined, trained: undefined }
    expect(evaluateCycle(REHAB.maintain, facts)).toMatchObject({
      block: 'hold',
      atGoal: false,
      findings: [{ says: 'hold', ceiling: null }, { says: 'goal' }],
    })
  })
  it.each<readonly [string, 'regrow' | 'hold' | 'progress', number, { hills?: 0; hard?: 0 }, string]>([
    ['a week that holds', 'hold', 1, {}, 'none'],
    ['the first that grows', 'progress', 1, {}, 'hill'],
    ['the second that grows', 'progress', 2, {}, 'hard'],
    ['the first, without hills', 'progress', 1, { hills: 0 }, 'none'],
    ['the second, without hard runs', 'progress', 2, { hard: 0 }, 'none'],
  ])('of %s has its accent', (_, block, weekOfBlock, { hills = 1, hard = 1 }, accent) =>
    expect(
      accentOf({ ...REHAB.maintain, hillSessions: hills, hardSessions: hard }, { block, weekOfBlock }),
    ).toBe(accent),
  )
})

describe('the gate', () => {
  const facts: GateFacts = {
    painFreeDays: 7,
    brokenByMissing: false,
    exercisesNeeded: ['a', 'b'],
    exercisesPainFree: ['a', 'b'],
    exercisesHurt: [],
    swelling: false,
    redFlag: false,
    unplannedRun: false,
    daysToWait: 0,
  }
  const met = { have: 1, need: 1, wait: 0, state: 'met' }
  const MET = [
    { ...met, id: 'pain-free-days', have: 7, need: 7 },
    { ...met, id: 'exercises', have: 2, need: 2 },
    { ...met, id: 'no-swelling' },
    { ...met, id: 'no-red-flag' },
    { ...met, id: 'no-unplanned-run' },
    { ...met, id: 'days-since-break' },
  ]
  const one = { have: 1, wait: 1, state: 'unknown' }
  const shut = { have: 0, wait: 7, state: 'not-met' }
  it.each<readonly [string, Partial<GateFacts>, number, object]>([
    ['five days without pain', { painFreeDays: 5 }, 0, { have: 5, wait: 2, state: 'not-met' }],
    ['a day that was not said', { painFreeDays: 0, brokenByMissing: true }, 0, { ...shut, state: 'unknown' }],
    ['an exercise to do', { exercisesPainFree: ['a'] }, 1, one],
    ['one that hurt', { exercisesPainFree: ['a'], exercisesHurt: ['b'] }, 1, { ...one, state: 'not-met' }],
    ['one that hurt before it did not', { exercisesHurt: ['b'] }, 1, {}],
    ['more exercises than needed', { exercisesPainFree: ['a', 'b', 'c'] }, 1, { have: 3 }],
    ['more days than needed', { painFreeDays: 9 }, 0, {}],
    ['swelling', { swelling: true }, 2, shut],
    ['swelling that was not said', { swelling: undefined }, 2, { ...shut, state: 'unknown' }],
    ['a red flag', { redFlag: true }, 3, shut],
    ['a run that was not planned', { unplannedRun: true }, 4, shut],
    ['three days to wait', { daysToWait: 3 }, 5, { ...shut, wait: 3 }],
  ])('sees %s', (_, change, index, differs) => {
    const expected = MET.map((condition, at) => (at === index ? { ...condition, ...differs } : condition))
    expect(evaluateGate(REHAB.gate, { ...facts, ...change })).toEqual(expected)
  })
  const told = (change: Partial<GateFacts>) =>
    gateFinding(REHAB.gate, evaluateGate(REHAB.gate, { ...facts, ...change }))
  it('is open when nothing is waited for', () =>
    expect(told({})).toEqual({
      ...{ ...NOTHING, rule: 'gate', says: 'open', verdict: 'progress' },
      saw: { waitingFor: 'nothing' },
    }))
  it('names what it waits for, and what of it was not said', () =>
    expect(told({ swelling: undefined, redFlag: true })).toEqual({
      ...{ ...NOTHING, rule: 'gate', says: 'shut', verdict: 'hold' },
      saw: { waitingFor: 'no-swelling, no-red-flag' },
      missing: ['no-swelling'],
    }))
})

describe('the answer to pain', () => {
  const facts: ResponseFacts = {
    grade: 'S1',
    isBreak: false,
    where: 'build',
    reasons: ['mild'],
    missing: [],
    causes: ['run 2026-03-02'],
    trained: volume(10_000, 5000),
    planned: volume(11_000, 4000),
    previous: volume(12_000),
    isTolerated: false,
    hadIntensity: false,
  }
  const after = (change: Partial<ResponseFacts>) =>
    evaluatePainResponse(REHAB.painResponse, { ...facts, ...change })
  const heldAt = (change: Partial<ResponseFacts>) => after(change).map(({ ceiling }) => ceiling)[0]
  const saw = { grade: 'S1', reasons: 'mild', entries: 'run 2026-03-02' }

  it('to none is nothing', () => expect(after({ grade: 'S0' })).toEqual([]))
  it('that is mild holds the week and changes one thing', () =>
    expect(after({})).toEqual([
      {
        ...{ ...NOTHING, rule: 'pain-response', says: 'hold', verdict: 'hold' },
        ceiling: volume(10_000, 4000),
        saw: { ...saw, heldMeters: 10_000 },
      },
      { ...NOTHING, rule: 'pain-response', says: 'change-volume', saw: { variable: 'volume' } },
    ]))
  it('after hills or pickups changes those', () =>
    expect(after({ hadIntensity: true })[1]).toMatchObject({
      says: 'change-intensity',
      saw: { variable: 'intensity' },
    }))
  it.each<readonly [string, Partial<ResponseFacts>, Volume | null]>([
    ['a stage at the plan before', { where: 'stage' }, volume(12_000)],
    ['a cut week at the plan before', { where: 'acute-reduced' }, volume(12_000)],
    ['a healthy runner at the lower of two', { where: 'base' }, volume(10_000, 4000)],
    ['the cycle at the lower of two', { where: 'maintain' }, volume(10_000, 4000)],
    ['a week without a run at its plan', { trained: undefined }, volume(11_000, 4000)],
    ['a week without a plan at its running', { planned: undefined }, volume(10_000, 5000)],
    ['a week of neither at nothing', { trained: undefined, planned: undefined }, null],
  ])('holds %s', (_, change, most) => expect(heldAt(change)).toEqual(most))
  it.each<readonly [string, Partial<ResponseFacts>, number | undefined]>([
    ['the plan', {}, 10_000],
    ['the plan, where more was run', { trained: volume(20_000) }, 10_000],
    ['what was run, where that is lower', { trained: volume(9000) }, 9000],
    ['what was run, without a plan', { planned: undefined }, 10_000 / 1.1],
    ['the plan before, in a stage', { where: 'stage' }, 12_000 / 1.1],
    ['what was run, in a stage without a plan', { where: 'stage', previous: undefined }, 10_000 / 1.1],
    ['nothing', { planned: undefined, trained: undefined }, undefined],
  ])('steps back from %s', (_, change, most) => {
    const [hold, variable, step, ...more] = after({ grade: 'S2', ...change })
    expect([hold?.says, variable?.says, step?.says, more]).toEqual(['hold', 'change-volume', 'step-back', []])
    expect(step).toMatchObject({ verdict: 'step-back', saw: { grade: 'S2' } })
    expect(step?.ceiling?.meters).toBe(most)
  })
  it.each<readonly [Partial<ResponseFacts>, string]>([
    [{ grade: 'S3' }, 'reduce'],
    [{ grade: 'S3', isBreak: true }, 'break'],
    [{ grade: 'S4' }, 'stop'],
    [{ grade: 'S4', isBreak: true }, 'stop'],
  ])('to %j is to %s', (change, says) =>
    expect(after(change).at(-1)).toMatchObject({
      says,
      verdict: says,
      ceiling: null,
      saw: { reasons: 'mild' },
    }),
  )
  it('that was not said holds and names what is missing', () =>
    expect(after({ grade: 'U', reasons: [], causes: [], missing: ['during'] })).toEqual([
      {
        ...{ ...NOTHING, rule: 'pain-response', says: 'unknown', verdict: 'hold' },
        ceiling: volume(10_000, 4000),
        saw: { grade: 'U', reasons: null, entries: null, heldMeters: 10_000 },
        missing: ['during'],
      },
    ]))
  it.each<readonly [readonly string[], readonly string[], string]>([
    [['painkiller'], [], 'unheard'],
    [['painkiller'], ['during'], 'unknown'],
    [[], [], 'unknown'],
  ])('that was not heard, for %j and without %j, is %s', (reasons, missing, says) => {
    expect(after({ grade: 'U', reasons, missing })[0]?.says).toBe(says)
    expect(after({ grade: 'U', reasons, missing, where: 'no-running' })[0]?.says).toBe(says)
  })
  it('of several things joins them', () =>
    expect(after({ reasons: ['mild', 'limp'], causes: ['a', 'b'] })[0]?.saw).toMatchObject({
      reasons: 'mild, limp',
      entries: 'a; b',
    }))
  it('that is tolerated lets the week grow a little', () => {
    const tolerated = { isTolerated: true, where: 'build' } as const
    const growth = 1 + REHAB.painResponse.toleratedGrowth
    const [found, ...more] = after(tolerated)
    expect(found).toMatchObject({ says: 'tolerated', verdict: 'progress', saw: { grade: 'S1' } })
    expect(found?.ceiling?.meters).toBeCloseTo(11_000 * growth, 6)
    expect(more).toEqual([])
    expect(heldAt({ ...tolerated, where: 'stage' })?.meters).toBeCloseTo(12_000 * growth, 6)
    expect(heldAt({ ...tolerated, where: 'acute-reduced' })?.meters).toBeCloseTo(12_000 * growth, 6)
    expect(heldAt({ ...tolerated, planned: undefined })).toBeNull()
  })
  it('that is tolerated is so only while it is mild', () =>
    expect(after({ grade: 'S2', isTolerated: true })[0]?.says).toBe('hold'))
  it('where nothing is run names what keeps the gate shut', () =>
    expect(after({ where: 'no-running', grade: 'S2', missing: ['check-in'] })).toEqual([
      {
        ...{ ...NOTHING, rule: 'pain-response', says: 'hold', verdict: 'hold' },
        saw: { ...saw, grade: 'S2', heldMeters: null },
        missing: ['check-in'],
      },
    ]))
  it.each<readonly [ResponseFacts['grade'], boolean, number]>([
    ['S0', false, 0],
    ['U', false, 0],
    ['S1', false, 0],
    ['S2', false, REHAB.painResponse.runFreeAfterStep],
    ['S3', true, REHAB.painResponse.runFreeAfterBreak],
  ])('of %s, a break: %s, leaves %i days without a run', (grade, isBreak, days) =>
    expect(runFreeDaysAfter(REHAB.painResponse, grade, isBreak)).toBe(days),
  )
  it.each([
    [30 * 60, 0, true],
    [30 * 60 + 1, 0, false],
    [0, -1, true],
    [0, 1, false],
  ])('that lasted %i s and rose by %i is steady: %s', (lasting, rise, steady) =>
    expect(isSteady({ ...REHAB.painResponse, toleratedWithin: seconds(30 * 60) }, lasting, rise)).toBe(
      steady,
    ),
  )
  it('where nothing is run and it is severe is that of the acute rule', () =>
    expect(after({ where: 'no-running', grade: 'S3' })).toEqual([]))
})

describe('the weeks of a log', () => {
  const cap = REHAB.weeklyCaps[0]!
  const facts = { mayGrow: true, trained: volume(10_000), planned: undefined, previous: volume(9000) }
  // One second a run is left for rounding, and the guard of the protocol on top of it.
  const risen = (meters: number): Volume => volume(meters, meters * 0.36 + cap.guard - 7)
  it('bound the next by the plan before and let it grow by what was run', () =>
    expect(evaluateWeeklyCap(cap, facts)).toEqual([
      {
        ...{ ...NOTHING, rule: 'weekly-growth', says: 'previous' },
        ceiling: { meters: expect.closeTo(9900), seconds: expect.closeTo(risen(9900).seconds) },
        saw: { previousMeters: 9000, maxIncreaseShare: 0.1 },
      },
      {
        ...{ ...NOTHING, rule: 'weekly-growth', says: 'growth', verdict: 'progress' },
        ceiling: { meters: expect.closeTo(11_000), seconds: expect.closeTo(risen(11_000).seconds) },
        saw: { trainedMeters: 10_000, maxIncreaseShare: 0.1 },
      },
    ]))
  it.each([
    ['without a plan', { previous: undefined }, ['growth']],
    ['without a clean week', { mayGrow: false }, ['previous']],
    ['without running', { trained: undefined }, ['previous']],
  ])('%s say less', (_, change, says) =>
    expect(evaluateWeeklyCap(cap, { ...facts, ...change }).map((found) => found.says)).toEqual(says),
  )
  it('are too few to trust', () =>
    expect(evaluateUntrusted(cap, 1, volume(40_000))).toEqual([
      {
        ...{ ...NOTHING, rule: 'weekly-growth', says: 'untrusted', verdict: 'hold' },
        ceiling: volume(20_000),
        saw: { loggedWeeks: 1, neededWeeks: 2, preInjuryMeters: 40_000, ceilingShare: 0.5 },
      },
    ]))
  it('say nothing of a week that nobody declared', () =>
    expect(evaluateUntrusted(cap, 0, undefined)).toEqual([]))
  it('in which nothing was planned are run beyond by nothing', () =>
    expect(isOvershoot(cap, 10_000, 0)).toBe(false))
})

describe('the week before the injury', () => {
  it.each([
    ['is unknown where nothing is', undefined, [], undefined],
    ['is the mean of what was logged', undefined, [20, 30], 25],
    ['is one week where there is one', undefined, [30], 30],
    ['is what was declared where nothing was logged', 40, [], 40],
    ['counts no week without a run as logged', 40, [30, 30, 0], 40],
  ])('%s', (_, declared, weeks, expected) =>
    expect(preInjuryWeek(REHAB.preInjury, declared, weeks)).toBe(expected),
  )
  it('bounds the way back', () =>
    expect(evaluatePreInjuryCap(REHAB.preInjury, volume(40_000))).toEqual({
      ...{ ...NOTHING, rule: 'pre-injury-cap', says: 'cap', ceiling: volume(40_000) },
      saw: { preInjuryMeters: 40_000 },
    }))
})

describe('a stage', () => {
  const [first] = REHAB.stages
  const DOSE = 55 * 60
  it('is a dose where the old week allows it', () =>
    expect(evaluateStageDose(first!, volume(40_000), SIX)).toEqual({
      ...{ ...NOTHING, rule: first!.id, says: 'dose' },
      ceiling: volume((DOSE * 1000) / 360, DOSE),
      saw: { doseSeconds: DOSE, shareOfPreInjuryShare: 0.5, preInjuryMeters: 40_000 },
    }))
  it('is a share of it where it does not', () =>
    expect(evaluateStageDose(first!, volume(10_000, 6000), SIX)).toMatchObject({
      says: 'share',
      ceiling: volume(5000, 3000),
    }))
  it('keeps to the metres of a share that is slower', () =>
    expect(evaluateStageDose(first!, volume(10_000, 36_000), SIX).ceiling).toEqual(volume(5000, DOSE)))
  it('is a dose where no old week is known', () =>
    expect(evaluateStageDose(first!, undefined, SIX)).toMatchObject({
      says: 'dose',
      ceiling: { seconds: DOSE },
      saw: { preInjuryMeters: null },
    }))
  it('is bound in metres by nothing where no old week is known', () =>
    expect(stageCeiling(first!, undefined)).toEqual(volume(Number.POSITIVE_INFINITY, 60 * 60)))
  it('is bound by its own runs where the protocol says no more', () => {
    const { weekMost: _, ...stage } = first!
    expect(stageCeiling(stage, volume(40_000)).seconds).toBe(DOSE)
  })
  it.each([
    [-1, []],
    [0, []],
    [1, [15]],
    [2, [15, 15]],
  ])('has, where %i runs fit, these of the fewer ones: %j', (fitting, runs) =>
    expect(dosesFor(first!, fitting).map((run) => run / 60)).toEqual(runs),
  )
  it('without fewer ones has the last of its runs', () => {
    const { fewer: _, ...stage } = first!
    expect(dosesFor(stage, 2).map((run) => run / 60)).toEqual([15, 15])
    expect(dosesFor(stage, 3).map((run) => run / 60)).toEqual([13, 15, 15])
  })
  it('gives runs of one length their frames in order, and the last to the rest', () => {
    const frame = { for: seconds(900), repeats: 3, run: seconds(240), walk: seconds(60), then: seconds(180) }
    const other = { ...frame, repeats: 1 }
    const stage = { ...first!, frames: [{ ...frame, for: seconds(600) }, frame, other] }
    expect([0, 1, 2].map((nth) => frameFor(stage, 900, nth))).toEqual([frame, other, other])
    expect(frameFor(stage, 1000, 0)).toBeUndefined()
  })
  it('is walked to and between', () => {
    const frame = { for: seconds(900), repeats: 3, run: seconds(240), walk: seconds(60) }
    expect(outingOf({ ...first!, walkFirst: seconds(300) }, 900, frame)).toBe(1380)
    expect(outingOf({ ...first!, walkFirst: seconds(300) }, 900, undefined)).toBe(1200)
  })
})

describe('one run', () => {
  const facts: SessionFacts = {
    where: 'other',
    longest: volume(10_000, 3601.5),
    longestIfSaid: undefined,
    least: undefined,
    onset: undefined,
    hurtLately: false,
    before: undefined,
    pace: SIX,
  }
  const limit = (change: Partial<SessionFacts>) =>
    evaluateSessionCap(REHAB.sessionCap, { ...facts, ...change })
  const saw = { longestSeconds: 3601.5, onsetMeters: null, mostSeconds: 3961 }
  it('grows from the longest, in whole seconds', () =>
    expect(limit({}).finding).toEqual({ ...NOTHING, rule: 'session-cap', says: 'longest', saw }))
  it('that is bound by nothing has no most', () =>
    expect(limit({ longest: undefined, where: 'stage' }).finding).toEqual({
      ...{ ...NOTHING, rule: 'session-cap', says: 'stage' },
      saw: { longestSeconds: null, onsetMeters: null, mostSeconds: null },
    }))
  it.each<readonly [string, Partial<SessionFacts>, string, number]>([
    ['without a trusted run is short', { longest: undefined }, 'no-longest', 25_000 / 6],
    ['stays short of where pain began', { onset: 5000 }, 'onset', 4000],
    ['is not shortened by an onset far out', { onset: 50_000 }, 'longest', 11_000],
    ['of a stage is not shortened by an onset', { onset: 5000, where: 'stage' }, 'longest', 11_000],
    ['does not grow after pain', { hurtLately: true }, 'hurt', 10_000],
    ['of a stage grows after pain', { hurtLately: true, where: 'stage' }, 'longest', 11_000],
    ['of a held week is no longer than before', { before: volume(9000) }, 'held', 9000],
    ['of a held week may be shorter', { before: volume(12_000) }, 'longest', 11_000],
    [
      'of a held week after pain grows up to before',
      { before: volume(12_000), hurtLately: true },
      'hurt',
      11_000,
    ],
  ])('%s', (_, change, says, most) => {
    const { most: found, finding } = limit(change)
    expect(finding.says).toBe(says)
    expect(found.meters).toBeCloseTo(most, 6)
  })
  it('of a held stage is measured in time alone', () => {
    const { most, finding } = limit({ where: 'stage', before: volume(1000, 5000) })
    expect(finding.says).toBe('longest')
    expect(most.seconds).toBeCloseTo(3601.5 * 1.1, 6)
  })
  it('of a held stage is no longer in time', () => {
    const { most, finding } = limit({ where: 'stage', before: volume(20_000, 3000) })
    expect(finding).toMatchObject({ says: 'held', saw: { beforeSeconds: 3000 } })
    expect(most.seconds).toBe(3000)
    expect(most.meters).toBeCloseTo(11_000, 6)
  })
})

it('of half an hour grows by the step in metres too, and only below where the protocol says', () => {
  const none = { onset: undefined, before: undefined, longestIfSaid: undefined, least: undefined }
  const facts = { ...none, where: 'other', hurtLately: false, pace: SIX } as const
  const most = (stepBelow: number) =>
    evaluateSessionCap(
      { ...REHAB.sessionCap, stepBelow: seconds(stepBelow) },
      { ...facts, longest: volume(5000, 1800) },
    ).most
  const [stepped, grown] = [most(1801), most(1800)]
  expect([stepped.meters, stepped.seconds].map(Math.round)).toEqual([5833, 2100])
  expect([grown.meters, grown.seconds].map(Math.round)).toEqual([5500, 1980])
})

describe('a week that holds', () => {
  const facts: LayoffFacts = {
    gap: 3,
    where: 'other',
    repeats: 'never',
    missed: volume(8000),
    isIncomplete: false,
    isShort: false,
    isSilent: false,
    isOvershoot: false,
    isUnplanned: false,
    trained: volume(10_000),
    planOfLastRun: volume(11_000),
    previous: volume(12_000),
  }
  const held = (change: Partial<LayoffFacts>) => evaluateLayoff(REHAB.layoff, { ...facts, ...change })
  it('has a reason', () => expect(held({})).toEqual([]))
  it.each<readonly [Partial<LayoffFacts>, string]>([
    [{ gap: 6, isOvershoot: true }, 'gap'],
    [{ gap: 6, repeats: 'whole' }, 'repeat'],
    [{ isOvershoot: true, isUnplanned: true }, 'overshoot'],
    [{ isUnplanned: true, isShort: true }, 'unplanned'],
    [{ isShort: true, isSilent: true }, 'short'],
    [{ isSilent: true, isIncomplete: true }, 'silent'],
    [{ isIncomplete: true }, 'incomplete'],
  ])('for %j says %s', (change, says) => expect(held(change).map((found) => found.says)).toEqual([says]))
  it.each<readonly [string, Partial<LayoffFacts>, number | undefined]>([
    ['the lower of what was run and its plan', {}, 7500],
    ['its plan where nothing was run', { trained: undefined }, 8250],
    ['what was run where nothing was planned', { planOfLastRun: undefined }, 7500],
    ['the plan before where that is less', { previous: volume(5000) }, 5000],
    ['the plan before where nothing else is known', { trained: undefined, planOfLastRun: undefined }, 12_000],
    ['the missed week, in part', { repeats: 'share' }, 6000],
    ['the missed week, whole', { repeats: 'whole' }, 8000],
    ['nothing', { repeats: 'share', missed: undefined, previous: undefined }, undefined],
  ])('keeps to %s', (_, change, most) => expect(held({ gap: 6, ...change })[0]?.ceiling?.meters).toBe(most))
  it('tells the gap and what is left', () =>
    expect(held({ gap: 6 })).toEqual([
      {
        ...{ ...NOTHING, rule: 'layoff', says: 'gap', verdict: 'hold', ceiling: volume(7500) },
        saw: { gapDays: 6, keepShare: 0.75, fromMeters: 10_000 },
      },
    ]))
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
    previous: undefined,
  }
  const saw = { returnWeek: 8, cleanDays: 14, cleanRuns: 3, exposures: 0 }
  it.each([
    ['come in', {}, 'come-in', { open: true, comeIn: true, terrain: 'uphill' }],
    ['are open after that', { hadHills: true }, 'open', { open: true, comeIn: false, terrain: 'uphill' }],
    ['are closed', { isClosed: true }, 'flat', { open: false, comeIn: false, terrain: 'flat' }],
  ])('%s', (_, change, says, plan) =>
    expect(evaluateHills(REHAB.hills, { ...facts, ...change })).toEqual({
      ...plan,
      findings: [{ ...NOTHING, rule: 'hills', says, saw }],
    }),
  )
})

describe('the weeks before a flare', () => {
  const rule = REHAB.flareReview!
  it.each([
    [-1, 'neither'],
    [0, 'lately'],
    [rule.lately - 1, 'lately'],
    [rule.lately, 'before'],
    [rule.lately + rule.before - 1, 'before'],
    [rule.lately + rule.before, 'neither'],
  ])('have a day %i days before it %s', (days, stretch) => expect(stretchOf(rule, days)).toBe(stretch))
  it('differ by nothing where there was nothing, and without end from it', () => {
    expect(sizeOf(rule, 'amount', 0, 0)).toBe(0)
    expect(sizeOf(rule, 'amount', 0, 1)).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('the referral', () => {
  const facts: ReferralFacts = {
    redFlag: false,
    swelling: false,
    episodeDays: undefined,
    improved: false,
    adherence: undefined,
    recentSteps: 0,
    recentAcute: 0,
    heldInARow: 0,
    elsewhere: undefined,
    acknowledged: [],
  }
  const told = (change: Partial<ReferralFacts>) => evaluateReferral(REHAB.referral, { ...facts, ...change })
  const referral = { ...NOTHING, rule: 'referral' }
  const saw = { episodeDays: null, improved: false, adherenceShare: null }
  const late = { episodeDays: 42, improved: false, adherenceShare: 0.5 }
  it.each<readonly [string, Partial<ReferralFacts>, object]>([
    ['a red flag', { redFlag: true }, { ...referral, says: 'red-flag', verdict: 'stop', saw }],
    ['swelling', { swelling: true }, { ...referral, says: 'swelling', saw }],
    ['three steps', { recentSteps: 3 }, { ...referral, says: 'steps', saw: { steps: 3 } }],
    ['two flares', { recentAcute: 2 }, { ...referral, says: 'acute-again', saw: { acutePhases: 2 } }],
    [
      'a week that holds',
      { heldInARow: 3 },
      { ...NOTHING, rule: 'stuck', says: 'stuck', saw: { heldInARow: 3 } },
    ],
    [
      'another place',
      { elsewhere: { place: 'calf', weeks: 2 } },
      { ...referral, says: 'elsewhere-again', saw: { place: 'calf', weeks: 2 } },
    ],
  ])('speaks of %s', (_, change, finding) => expect(told(change)).toEqual([finding]))
  it('speaks of time and of strength that was left out', () =>
    expect(told({ episodeDays: 42, adherence: 0.5 })).toEqual([
      { ...referral, says: 'advice', saw: late },
      { ...referral, says: 'adherence', saw: late },
    ]))
  it.each<readonly [string, Partial<ReferralFacts>]>([
    ['without an episode', { adherence: 0 }],
    ['before its day', { episodeDays: 41, adherence: 0 }],
    ['where it is better', { episodeDays: 60, adherence: 0, improved: true }],
    ['of one week elsewhere', { elsewhere: { place: 'calf', weeks: 1 } }],
  ])('says nothing %s', (_, change) => expect(told(change)).toEqual([]))
  it('knows what a sign may be, or says nothing of it', () => {
    const rule = {
      ...REHAB.referral,
      mayBe: [{ sign: 'fever', says: 'A' } as const, { sign: 'locking', says: 'B' } as const],
    }
    expect(['fever', 'locking', 'trauma'].map((sign) => mayBe(rule, sign))).toEqual(['A', 'B', undefined])
  })
})

describe('sleep and mood', () => {
  const [rule] = REHAB.soft
  const soft = { ...NOTHING, rule: rule!.id }
  it.each([
    [
      'too little of one',
      { sleep: 20_000.4, mood: undefined },
      [{ ...soft, says: 'sleep', saw: { sleepSeconds: 20_000 } }],
    ],
    ['too little of the other', { sleep: undefined, mood: 1 }, [{ ...soft, says: 'mood', saw: { mood: 1 } }]],
    ['enough of both', { sleep: rule!.sleep, mood: rule!.mood + 0.1 }, []],
    ['nothing logged', { sleep: undefined, mood: undefined }, []],
  ])('tell of %s', (_, facts, findings) => expect(evaluateSoftSignals(rule!, facts)).toEqual(findings))
  it.each([
    [0, false],
    [1, true],
    [rule!.window, true],
    [rule!.window + 1, false],
  ])('of %i days ago count: %s', (daysAgo, counts) => expect(isNightInWindow(rule!, daysAgo)).toBe(counts))
})

it('the gate asks for every exercise that is ever introduced', () =>
  expect(gateExercises({ ...REHAB.strength, introduce: [['a', 'b'], ['c']] })).toEqual(['a', 'b', 'c']))
