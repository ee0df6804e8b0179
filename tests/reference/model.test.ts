import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOURS, LEAST, SEED } from '../laws/amount.ts'
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

const feels: Feel[] = [
  ...(['S0', 'S0', 'S0', 'S0', 'S0', 'S1', 'S1 early', 'S2', 'S2 early', 'S3'] as const),
  ...(['U', 'pill', 'skip', 'away', 'short', 'over', 'red'] as const),
]
const feel = fc.constantFrom(...feels)
const anyone = fc.record({
  baselineMeters: fc.integer({ min: 50, max: 1200 }).map((n) => n * 100),
  pace: fc.integer({ min: 240, max: 540 }),
  flare: fc.constantFrom<Runner['flare']>('reduced-3', 'reduced-4', 'reduced-5', 'break'),
})
const RESTING = ['acute-break', 'rehab', 'stop']
const numRuns = Math.ceil(LEAST / 2)

/** What is wrong with the weeks of one runner, in words. */
function faults(runner: Runner, lived: readonly Feel[]): string[] {
  const plans = model(runner, lived)
  // Days away leave the plan before them in force, and make none.
  const before = (i: number) => plans.slice(0, i).findLast((_, j) => lived[j] !== 'away')
  return plans.flatMap((plan, i) => {
    const [last, prev, running] = [lived[i - 1], before(i), !RESTING.includes(plan.phase)]
    const overruns = lived.slice(Math.max(0, i - 4), i).filter((one) => one === 'over').length
    const most = last === 'S0' ? 1.1 : last?.startsWith('S2') ? 1 / 1.1 : last === 'S3' ? 0 : 1
    const isM = plan.phase === 'maintain' && overruns > 0
    const checks: [string, boolean][] = [
      ['steps of 100 m', plan.meters % 100 === 0 && plan.meters >= 0 && Number.isFinite(plan.seconds)],
      ['the old week', plan.meters <= runner.baselineMeters],
      ['running', plan.meters > 0 === running || lived[i] === 'away'],
      ['ten minutes', plan.meters === 0 || plan.seconds >= 600],
      ['an hour', plan.phase !== 'return-1' || plan.seconds <= 3600],
      ['a stop', !lived.slice(0, i).includes('red') || plan.phase === 'stop'],
      ['from zero', prev === undefined || prev.meters > 0 || !running || plan.phase === 'return-1'],
      ['no rise while acute', plan.phase !== 'acute-reduced' || !prev || plan.meters <= prev.meters],
    ]
    if (prev !== undefined && prev.meters > 0 && last !== 'away' && !isM) {
      checks.push(['metres', plan.meters <= most * prev.meters + 1e-6])
      checks.push(['seconds', plan.seconds <= most * prev.seconds + 10])
    }
    const told = `week ${i + 1} after ${last}: ${JSON.stringify([prev, plan])} of ${JSON.stringify(runner)}, ${lived}`
    return checks.filter(([, holds]) => !holds).map(([name]) => `${name}, ${told}`)
  })
}

test(
  'the invariants that show at weekly granularity hold in the model itself',
  () => {
    fc.assert(
      fc.property(anyone, fc.array(feel, { minLength: 1, maxLength: 60 }), (runner, lived) => {
        expect(faults(runner, lived)).toEqual([])
      }),
      { numRuns, seed: SEED },
    )
  },
  HOURS,
)

test(
  'a week away is answered as a week skipped, and never with less',
  () => {
    fc.assert(
      fc.property(
        anyone,
        fc.array(feel, { minLength: 1, maxLength: 30 }),
        fc.nat(),
        (runner, lived, pick) => {
          const at = pick % lived.length
          const instead = (one: Feel) => model(runner, [...lived.slice(0, at), one, 'S0']).at(-1)!
          const [away, skipped] = [instead('away'), instead('skip')]
          // Days away have no strength either, without which no gate opens.
          if (model(runner, [...lived.slice(0, at), 'S0']).at(-1)!.meters === 0) return
          expect(away.phase).toBe(skipped.phase)
          // What was skipped keeps the next day free, and was the plan before; what was called off was neither.
          expect(away.meters).toBeGreaterThanOrEqual(skipped.meters)
        },
      ),
      { numRuns, seed: SEED },
    )
  },
  HOURS,
)

test(
  'clean weeks lead back to the pre-injury week',
  () => {
    const painful = feel.filter((f) => f !== 'red')
    fc.assert(
      fc.property(anyone, fc.array(painful, { maxLength: 20 }), (runner, lived) => {
        const clean = Array.from({ length: 120 }, () => 'S0' as const)
        expect(model(runner, [...lived, ...clean]).at(-1)!.meters).toBe(runner.baselineMeters)
      }),
      { numRuns: Math.ceil(LEAST / 6), seed: SEED },
    )
  },
  HOURS,
)
