import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../support/tries.ts'
import { type Feel, type Runner, model } from './model.ts'

const cut: Runner = { baselineMeters: 40000, pace: 360, flare: 'reduced-4' }
const rest: Runner = { ...cut, flare: 'break' }
const weeks = (event?: Feel) => Array.from({ length: 26 }, (_, i) => (i === 4 && event ? event : 'S0'))
const resting = { 1: 0, 2: 0, 3: 0 }
const maintained = { 22: 40, 24: 40, 25: 40 }

/** The worked table: kilometres a week by number of the week, and the phases and return weeks it names. */
const TABLE: [string, Runner, Feel | undefined, Record<number, number>, Record<number, string>][] = [
  [
    'reduced, clean',
    cut,
    undefined,
    {
      1: 16,
      2: 16,
      3: 17.6,
      4: 19.3,
      5: 21.2,
      6: 23.3,
      7: 25.6,
      8: 28.1,
      9: 30.9,
      10: 30.9,
      11: 33.9,
      12: 37.2,
      13: 40,
      16: 40,
      21: 40,
      ...maintained,
    },
    {
      1: 'acute-reduced',
      2: 'acute-reduced',
      3: 'build 1',
      10: 'build 8',
      12: 'build 10',
      13: 'maintain 11',
    },
  ],
  [
    'break, clean',
    rest,
    undefined,
    {
      ...resting,
      4: 9.1,
      5: 10,
      6: 11,
      7: 12.1,
      8: 13.3,
      9: 14.6,
      10: 16,
      11: 16,
      12: 17.6,
      13: 19.3,
      16: 25.6,
      21: 40,
      ...maintained,
    },
    {
      2: 'acute-break',
      3: 'rehab',
      4: 'return-1 1',
      5: 'return-2 2',
      6: 'return-3 3',
      7: 'build 4',
      10: 'build 7',
      11: 'build 8',
      20: 'build 17',
      21: 'maintain 18',
    },
  ],
  [
    'break, S1 in the second return week',
    rest,
    'S1',
    {
      ...resting,
      4: 9.1,
      5: 10,
      6: 10,
      7: 11,
      8: 12.1,
      9: 13.3,
      10: 14.6,
      11: 16,
      12: 16,
      13: 17.6,
      16: 23.3,
      21: 37.2,
      ...maintained,
    },
    { 6: 'return-2 2', 7: 'return-3 3', 8: 'build 4', 11: 'build 7', 12: 'build 8', 22: 'maintain 18' },
  ],
  [
    'break, S2 in the second return week',
    rest,
    'S2',
    {
      ...resting,
      4: 9.1,
      5: 10,
      6: 7.5,
      7: 8.1,
      8: 8.8,
      9: 9.6,
      10: 10.5,
      11: 11.5,
      12: 12.6,
      13: 12.6,
      16: 16.6,
    },
    { 6: 'return-1 1', 7: 'return-2 2', 8: 'return-3 3', 9: 'build 4', 12: 'build 7', 13: 'build 8' },
  ],
  [
    'break, S3 in the second return week',
    rest,
    'S3',
    {
      ...resting,
      4: 9.1,
      5: 10,
      6: 0,
      7: 0,
      8: 9.1,
      9: 10,
      10: 11,
      11: 12.1,
      12: 13.3,
      13: 14.6,
      16: 17.6,
      21: 28.1,
      22: 30.9,
      24: 37.2,
      25: 40,
    },
    {
      6: 'acute-break',
      8: 'return-1 1',
      9: 'return-2 2',
      10: 'return-3 3',
      11: 'build 4',
      25: 'maintain 18',
    },
  ],
]

test.each(TABLE)('the worked table: %s', (_, runner, event, kilometres, phases) => {
  const plans = model(runner, weeks(event))
  const named = (week: number) => {
    const { phase, returnWeek } = plans[week - 1]!
    return returnWeek === null ? phase : `${phase} ${returnWeek}`
  }
  const table = (rows: object, cell: (week: number) => unknown) =>
    Object.fromEntries(Object.keys(rows).map((week) => [week, cell(+week)]))
  expect(table(kilometres, (week) => plans[week - 1]!.meters / 1000)).toEqual(kilometres)
  expect(table(phases, named)).toEqual(phases)
})

const feels: Feel[] = ['S0', 'S0', 'S0', 'S0', 'S0', 'S1', 'S2', 'S3', 'U', 'skip', 'short', 'over', 'red']
const feel = fc.constantFrom(...feels)
const anyone = fc.record({
  baselineMeters: fc.integer({ min: 50, max: 1200 }).map((n) => n * 100),
  pace: fc.integer({ min: 240, max: 540 }),
  flare: fc.constantFrom<Runner['flare']>('reduced-3', 'reduced-4', 'reduced-5', 'break'),
})

test('the invariants that show at weekly granularity hold in the model itself', () => {
  fc.assert(
    fc.property(anyone, fc.array(feel, { minLength: 1, maxLength: 60 }), (runner, feels) => {
      const plans = model(runner, feels)
      plans.forEach((plan, i) => {
        const prev = plans[i - 1]
        expect(plan.meters % 100).toBe(0)
        expect(Number.isFinite(plan.seconds)).toBe(true)
        expect(plan.meters).toBeGreaterThanOrEqual(0)
        expect(plan.meters).toBeLessThanOrEqual(runner.baselineMeters)
        expect(plan.meters === 0).toBe(['acute-break', 'rehab', 'stop'].includes(plan.phase))
        if (plan.meters > 0) expect(plan.seconds).toBeGreaterThanOrEqual(600)
        if (plan.phase === 'return-1') expect(plan.seconds).toBeLessThanOrEqual(3600)
        if (feels.slice(0, i).includes('red')) expect(plan.phase).toBe('stop')
        if (!prev) return
        if (prev.meters === 0 && plan.meters > 0) expect(plan.phase).toBe('return-1')
        if (prev.meters === 0) return
        const last = feels[i - 1]!
        const most = last === 'S0' ? 1.1 : last === 'S2' ? 1 / 1.1 : last === 'S3' ? 0 : 1
        expect(plan.meters).toBeLessThanOrEqual(most * prev.meters + 1e-6)
        expect(plan.seconds).toBeLessThanOrEqual(most * prev.seconds + 10)
      })
    }),
    { numRuns: tries(500, 10_000), seed: Number(process.env['LAWS_SEED'] ?? 20_260_302) },
  )
})

test('clean weeks lead back to the pre-injury week', () => {
  const painful = feel.filter((f) => f !== 'red')
  fc.assert(
    fc.property(anyone, fc.array(painful, { maxLength: 20 }), (runner, feels) => {
      const clean = Array.from({ length: 120 }, () => 'S0' as const)
      const plans = model(runner, [...feels, ...clean])
      expect(plans.at(-1)!.meters).toBe(runner.baselineMeters)
    }),
    { numRuns: tries(150, 3000) },
  )
})
