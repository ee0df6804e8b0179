import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRunFree } from '../../src/engine/state.ts'
import { play, type Played } from '../support/play.ts'
import { REHAB } from '../support/programme.ts'
import { HOURS, LEAST, SEED } from './amount.ts'
import { LAWS } from './invariants.ts'
import { firstWeeks, KINDS, type Newcomer, newcomer, OTHERWISE, told, WEEKDAY } from './newcomers.ts'

const WEEKS = 3
/** k(gap), for a flare that lies so many days back. */
const KEPT = [
  [56, 0],
  [28, 0.33],
  [14, 0.5],
  [6, 0.75],
] as const
const kept = (days: number): number => KEPT.find(([from]) => days >= from)?.[1] ?? 1

const km = ({ total }: Played['plan']): string => (total.meters / 1000).toFixed(1).padStart(5)
const cell = ({ plan }: Played): string => `${km(plan)} ${plan.phase} ${plan.verdict}`.padEnd(30)
const row = (who: Newcomer): string =>
  `${told(who).padEnd(66)}| ${play(REHAB, firstWeeks(who, WEEKS)).map(cell).join('| ')}`.trimEnd()

/** What is wrong with the first weeks of somebody. */
function faults(who: Newcomer): string[] {
  const weeks = play(REHAB, firstWeeks(who, WEEKS))
  const [first, second] = weeks as [Played, Played]
  const wrong = (holds: boolean, text: string): string[] => (holds ? [] : [`${told(who)}: ${text}`])
  const meters = weeks.map(({ plan }) => plan.total.meters)
  const isAcute = (week: Played | undefined): boolean =>
    week?.plan.phase === 'acute-reduced' && week.isShort === false
  const scored = who.scored === 'all'
  const AGAINST = ['overshoot', 'unplanned', 'incomplete']
  return [
    ...(who.pain === undefined ? untrusted(who, weeks, wrong) : cut(who, weeks, wrong)),
    ...wrong(
      weeks.every((week, at) => !isAcute(week) || !isAcute(weeks[at - 1]) || meters[at]! <= meters[at - 1]!),
      `ACUTE-A rises: ${meters.join(', ')} m`,
    ),
    ...wrong(
      who.pain === undefined || scored || !isAcute(first) || meters[1]! <= meters[0]!,
      `unscored, and ${meters[1]} m after ${meters[0]} m`,
    ),
    ...wrong(
      weeks.every(({ plan, start }) => plan.phase !== 'build' || start - first.asOf >= 14),
      `BUILD after ${weeks.map(({ plan, start }) => `${start - first.asOf} d ${plan.phase}`).join(', ')}`,
    ),
    // A week that begins in its middle is a short one, and the next holds what a whole one would have held.
    ...wrong(
      !scored || !first.isShort || who.pain !== undefined || (meters[1] ?? 0) >= first.whole.total.meters,
      `${meters.join(', ')} m, begun on the first day of the week ${first.whole.total.meters} m`,
    ),
    // Who runs what the first page shows, has run what was asked.
    ...wrong(
      !scored || !second.plan.findings.some(({ says }) => AGAINST.includes(says)),
      `the first page was kept to, and the second says ${second.plan.findings.map(({ says }) => says).join(', ')}`,
    ),
    ...weeks.flatMap((week) =>
      LAWS.flatMap(([name, check]) => check(week).map((text) => `${told(who)}: ${name}: ${text}`)),
    ),
  ]
}

type Wrong = (holds: boolean, text: string) => string[]

/** Days were missing, and running with them. */
const isShortOf = ({ isShort, plan, whole }: Played): boolean =>
  isShort && plan.total.meters < whole.total.meters

/** Nothing hurts: half of what was declared at the most, until two full weeks are logged. */
function untrusted(who: Newcomer, weeks: readonly Played[], wrong: Wrong): string[] {
  const full = (index: number): number => weeks.slice(0, index).filter((week) => !isShortOf(week)).length
  return weeks.flatMap(({ whole }, index) =>
    wrong(
      full(index) >= 2 || whole.total.meters <= who.km * 500,
      `week ${index + 1} has ${whole.total.meters} m`,
    ),
  )
}

/** It hurts: 30 to 50 % of what was declared, times what a gap has left of it, unless something named is lower. */
function cut(who: Newcomer, weeks: readonly Played[], wrong: Wrong): string[] {
  const { during = 4, daysAgo } = who.pain as NonNullable<Newcomer['pain']>
  const full = weeks.find(({ isShort, plan }) => !isShort && !(daysAgo === 0 && plan.phase === 'base'))
  if (full === undefined) return ['there is no full week']
  const { phase, total } = full.plan
  if (during >= 6)
    return wrong((total.meters === 0 && isRunFree(phase)) || daysAgo >= 14, `${total.meters} m, ${phase}`)
  const declared = who.km * 1000
  const share = during <= 3 ? 0.5 : during === 5 ? 0.3 : 0.4
  // A flare on the first day of a log may be taken from half of what was declared, as before a log is trusted.
  const least = 0.3 * declared * (daysAgo === 0 ? 0.5 : kept(daysAgo + 7))
  // A short first week has named it, where a later one only holds.
  const seen = weeks.slice(0, full.number + 1).flatMap(({ plan, whole }) => [plan, whole])
  const isNamed = seen.some((plan) => plan.phase === phase && plan.binding.rule !== 'acute')
  return [
    ...wrong(total.meters <= share * declared, `${total.meters} m of ${declared} with a pain of ${during}`),
    ...wrong(
      isNamed || total.meters === 0 || total.meters >= least - 100,
      `only ${total.meters} m of ${declared}, and nothing named binds`,
    ),
    ...weeks.flatMap(({ plan, number }) =>
      wrong(
        daysAgo > 0 || number > 0 || plan.total.meters === 0,
        `${plan.total.meters} m on the day of a flare`,
      ),
    ),
  ]
}

describe('somebody who begins a log', () => {
  it(
    'has a first week that is cut, weeks that do not rise while it is acute, and one plan in force',
    () => {
      const found = KINDS.flatMap((who, index) =>
        WEEKDAY.flatMap((_, on) => (LEAST >= 5000 || (index + on) % 7 === 0 ? faults({ ...who, on }) : [])),
      )
      expect(found).toEqual([])
    },
    HOURS,
  )

  it(
    'and so has anybody else',
    () => {
      fc.assert(
        fc.property(newcomer, (who) => {
          expect(faults(who)).toEqual([])
        }),
        { seed: SEED, numRuns: Math.ceil(LEAST / 12), endOnFailure: true },
      )
    },
    HOURS,
  )

  it(
    'gets nothing more for pain, for silence or for running on than for a clean first week',
    () => {
      const names = Object.keys(OTHERWISE)
      fc.assert(
        fc.property(newcomer, fc.constantFrom(...names), (who, name) => {
          const all = { ...who, scored: 'all' as const }
          const [first, clean] = play(REHAB, firstWeeks(all, 2)) as [Played, Played]
          const [, other] = play(REHAB, firstWeeks(all, 2, OTHERWISE[name])) as [Played, Played]
          const [most, meters] = [clean.plan.total.meters, other.plan.total.meters]
          // Without a plan that binds, a healthy runner's first week is what was run.
          if (first.plan.phase === 'base' && (OTHERWISE[name]?.share ?? 1) > 1) return
          const where = `${told(all)}, ${name}: ${meters} m`
          expect(meters <= most ? '' : `${where}, clean ${most} m`).toBe('')
          if (first.plan.phase === 'acute-reduced')
            expect(
              meters <= first.whole.total.meters ? '' : `${where} after ${first.whole.total.meters} m`,
            ).toBe('')
        }),
        { seed: SEED, numRuns: Math.ceil(LEAST / 8), endOnFailure: true },
      )
    },
    HOURS,
  )

  it(
    'sees these first three weeks',
    async () => {
      await expect(`${KINDS.map(row).join('\n')}\n`).toMatchFileSnapshot('newcomers.txt')
    },
    HOURS,
  )
})
