import { addDays, dateOf, type Day, dayOf } from '../../src/base/calendar.ts'
import { decideWeeks } from '../../src/engine/make-plan.ts'
import type { Replay } from '../../src/engine/replay.ts'
import { isRunFree, stageOf } from '../../src/engine/state.ts'
import type { PlannedRun, WeekPlan } from '../../src/engine/week-plan.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import type { Programme } from '../../src/protocol/programme.ts'
import { logOf, type Played } from '../support/play.ts'
import { type Asked, LESS, MORE, type Mutation, UNSAID, WORSE } from './mutations.ts'

/** What one log shows on a day for a week: what is still to be run of it. */
interface Shown {
  readonly plan: WeekPlan
  readonly unit: WeekPlan['unit']
  readonly meters: number
  readonly seconds: number
  readonly longest: number
  readonly farthest: number
}

/**
 * The running week and the next one, as they are shown on a day. Where a log differs in the weeks before, the
 * running one may have its runs on other days, and the whole of it is compared and not what is left.
 */
function shownOn(programme: Programme, played: Replay, today: Day, isWhole: boolean): readonly Shown[] {
  return decideWeeks(programme, played, today, played.weekOf(today), 2).map(({ plan, remaining }) =>
    shown(plan, isWhole || remaining === undefined ? plan.runs : remaining.runs),
  )
}

/** Something of the weeks before is told otherwise. */
function differsBefore(day: Day, from: readonly Entry[], to: readonly Entry[]): boolean {
  const past = (entries: readonly Entry[]): string =>
    JSON.stringify(entries.filter(({ date }) => dayOf(date) < day))
  return past(from) !== past(to)
}

const shown = (plan: WeekPlan, ahead: readonly PlannedRun[]): Shown => ({
  plan,
  unit: plan.unit,
  meters: ahead.reduce((sum, { volume }) => sum + volume.meters, 0),
  seconds: ahead.reduce((sum, { volume }) => sum + volume.seconds, 0),
  longest: Math.max(0, ...ahead.map(({ volume }) => volume.seconds)),
  farthest: Math.max(0, ...ahead.map(({ volume }) => volume.meters)),
})

/** One comparison: what the unchanged log shows, what the other one does, and the plan before both. */
interface Compared {
  readonly asked: Asked
  readonly other: readonly Entry[]
  readonly one: Shown
  readonly two: Shown
  readonly before: number
  /** How much quicker the other log's easy pace is, in one of the weeks compared; at least 1. */
  readonly quicker: number
}
type Compare = (compared: Compared) => string[]
export type Change = readonly [name: string, mutation: Mutation, compare: Compare]

/** The log as it stood on a morning; days off are known ahead. */
const onMorning = (week: Played, today: Day): Log =>
  logOf(
    week.log.runner,
    week.after.entries.filter(({ date, type, logged }) =>
      type === 'absence' ? dayOf(logged ?? date) < today : dayOf(date) < today,
    ),
  )

const longestOf = ({ runs: all }: WeekPlan): number => Math.max(0, ...all.map(({ volume }) => volume.seconds))

/** What is wrong on one day with one change, for the week that runs and the next. */
export function faults(
  programme: Programme,
  week: Played,
  today: Day,
  [name, mutation, compare]: Change,
  pick: number,
): string[] {
  const asked: Asked = { week, today, log: onMorning(week, today) }
  const changed = mutation(asked, pick)
  if (changed === undefined) return []
  const [from, to] = 'from' in changed ? [changed.from, changed.to] : [asked.log.entries, changed]
  const isWhole = differsBefore(week.start, from, to) || today === week.start + 7
  const show = (entries: readonly Entry[]) =>
    shownOn(
      programme,
      week.asked.withEntries(logOf(asked.log.runner, entries).entries, today),
      today,
      isWhole,
    )
  const [one, two] = [show(from), show(to)]
  return one.flatMap((each, index) => {
    // What is left of a week is taken for granted, and of a week that is not run one log may have more left.
    if (index === 1 && week.how.skips === true && today < week.start + 7) return []
    const previous = index === 1 ? one[0]?.plan : week.previous?.whole
    const before = Math.max(previous === undefined ? 0 : longestOf(previous), longestOf(week.whole))
    const other = two[index] as Shown
    const quicker = Math.max(
      1,
      ...one.map(({ plan }, at) => plan.facts.pace / (two[at]?.plan.facts.pace ?? plan.facts.pace)),
    )
    return compare({ asked, other: to, one: each, two: other, before, quicker }).map(
      (text) =>
        `${name}, week ${week.number + 1}, ${week.plan.phase}, asked on ${dateOf(today)} for ${dateOf(each.plan.start)}: ${text}`,
    )
  })
}

/** The week in which hills come in stays where it was for their sake; without them there is less in it. */
const isHillier = ({ one, two }: Compared): boolean => one.plan.hasHills && !two.plan.hasHills

/** Held, with days that were changed: fewer runs fit than before, and none of them is longer than before. */
const isCramped = ({ asked: { week }, one }: Compared): boolean =>
  [week, week.previous].some((each) => each?.how.newDays !== undefined) &&
  [week.plan, one.plan].some(
    ({ verdict, findings }) => verdict === 'hold' && findings.some(({ rule }) => rule === 'placement'),
  )

/** The same minutes are more metres at a quicker pace, in which the runs that are not scored have no part. */
const atPaceOf = ({ quicker }: Compared, meters: number): number =>
  quicker === 1 ? meters : meters * quicker + STEP
/** Weeks are planned in steps of so many metres. */
const STEP = 100

/** An onset so early that no run was left leads through the gate to the first stage, where an onset caps nothing. */
const isThroughGate = ({ one, two }: Compared): boolean =>
  two.plan.phase === 'return-1' &&
  two.plan.facts.lastWeek?.phase === 'rehab' &&
  one.plan.facts.onset !== undefined &&
  one.unit === 'distance'

/** Of stages that the days leave fewer runs than they have, an earlier one may have more of them. */
const isOfFewDays = ({ one, two }: Compared): boolean =>
  (stageOf(one.plan.phase) ?? -1) > (stageOf(two.plan.phase) ?? Number.POSITIVE_INFINITY) &&
  one.plan.findings.some(({ rule, says }) => rule === 'placement' && says === 'spaced')

/** So do the weeks that come after a first stage repeated whole and a later one that was held. */
const isBuiltOnFirst = ({ one, two }: Compared): boolean => {
  const [held, whole] = [one.plan.facts.lastWeek, two.plan.facts.lastWeek]
  const isHeld = held?.wasHeld === true && (stageOf(held.phase) ?? 0) > 0
  return isHeld && whole?.wasHeld === true && whole.phase === 'return-1'
}

/** In the unit that both weeks are prescribed in; of a stage and a week of kilometres, the metres. */
const notMore: Compare = (compared) => {
  const { one, two } = compared
  if (isHillier(compared) || isCramped(compared)) return []
  // The first stage is repeated whole after a gap, a later one as far as the gap leaves it.
  const isShrunk = one.plan.findings.some(({ rule, says }) => rule === 'layoff' && says === 'gap')
  if ((two.plan.phase === 'return-1' && isShrunk) || isBuiltOnFirst(compared)) return []
  if (isLeftNothing(one, two) || isThroughGate(compared) || isOfFewDays(compared)) return []
  const unit = one.unit === 'time' && two.unit === 'time' ? 'seconds' : 'meters'
  // Where a run less fits than before, and none may be longer than before, the week is shorter than it may be.
  const { rule, says } = one.plan.binding
  // So where an onset caps each run, of which one week has one more; in a stage it caps nothing.
  const isOfLengths = rule === 'session-cap' && (says === 'held' || says === 'onset')
  const most = isOfLengths ? Math.max(one[unit], one.plan.ceiling[unit]) : one[unit]
  // Of a short week the whole is compared: fewer of its runs, shared out more evenly, may be more of it.
  const isShort = [one, two].every(({ plan }) => plan.total.meters < plan.whole.meters)
  if (isShort && two.plan.whole[unit] <= one.plan.whole[unit]) return []
  // A week of the cycle holds what was run of it, down to where it is incomplete; then the plan is held.
  const isRunLess = rule === 'maintain-cycle' && says === 'hold' && two.plan.verdict === 'hold'
  if (isRunLess && two[unit] <= one[unit] * 1.1) return []
  // Whole minutes whose metres are floored at another pace may be one more.
  const guard = compared.quicker === 1 ? 10 : 60
  return two[unit] <= (unit === 'seconds' ? most + guard : atPaceOf(compared, most))
    ? []
    : [`${two[unit]} and not ${one[unit]} ${unit} (${two.plan.phase}, ${one.plan.phase})`]
}

const notLonger: Compare = (compared) => {
  const { one, two, before } = compared
  // Fewer runs in a held week may be as long as those before it, never longer; where days are what is missing
  // for another run, those that fit share out the same week.
  const most = Math.max(one.longest, before, 1200)
  // A week of kilometres is compared in them: a run more or less in the log moves the pace.
  const isAsFar = two.unit === 'distance' && one.unit === 'distance' && two.farthest <= one.farthest
  // The table of a stage is its own measure: no run of it is longer than its longest.
  const isOfStage = two.unit === 'time' && one.unit === 'distance' && two.longest <= LONGEST_OF_STAGES
  const isOfDays = two.plan.findings.some(({ rule, says }) => rule === 'placement' && says === 'spaced')
  return [
    ...notMore(compared),
    ...(two.longest <= most + 1 ||
    isAsFar ||
    isOfStage ||
    isOfDays ||
    isHillier(compared) ||
    isNewInBase(compared)
      ? []
      : [`a run of ${two.longest} s, not ${most}`]),
  ]
}

const LONGEST_OF_STAGES = 25 * 60

/** The first weeks of BASE have as many runs as were run, and share out the same among fewer. */
const isNewInBase = ({ asked: { week } }: Compared): boolean =>
  week.plan.phase === 'base' && week.isBegun && week.number <= 3

/** A first stage repeated whole, where the gap leaves a later one less than a run of ten minutes. */
const isLeftNothing = (one: Shown, two: Shown): boolean =>
  two.plan.phase === 'return-1' &&
  one.plan.facts.lastWeek?.isShort === true &&
  (stageOf(one.plan.facts.lastWeek.phase) ?? 0) > 0

const opensNoGate: Compare = ({ one, two }) =>
  !isLeftNothing(one, two) &&
  isRunFree(one.plan.phase) &&
  !isRunFree(two.plan.phase) &&
  two.plan.total.meters > 0
    ? [`${two.plan.phase}, not ${one.plan.phase}`]
    : []

const notBetter: Compare = (compared) => [...notLonger(compared), ...opensNoGate(compared)]
/** Nobody ever lived by a plan in the second log: its weeks count as they were run, and not as they were asked. */
const isHistory = ({ one, two, other }: Compared): boolean =>
  one.plan.facts.lastWeek?.planned !== undefined &&
  two.plan.facts.lastWeek?.planned === undefined &&
  other.every((entry) => entry.type === 'run' && entry.pain === undefined) &&
  two.meters <= (two.plan.facts.lastWeek?.actual.meters ?? 0)

const notMoreNorSooner: Compare = (compared) =>
  isHistory(compared) ? [] : [...notMore(compared), ...opensNoGate(compared)]

/** Days away left the one week less than all of its days would have held, and the smaller one the same. */
const isShortAlone = ({ one, two }: Compared): boolean =>
  one.plan.facts.lastWeek?.isShort === true && two.plan.facts.lastWeek?.isShort === false

const lessOf: Compare = (compared) =>
  isShortAlone(compared) || isNewInBase(compared) || neverRan(compared) ? [] : notMore(compared)

/** Of somebody who never ran there is no last run to count a gap from. */
const neverRan = ({ other }: Compared): boolean => other.every(({ type }) => type !== 'run')

/** What three of the four weeks before a day really reached. */
const threeReached = (entries: readonly Entry[], start: Day, last?: number): number =>
  [28, 21, 14, 7]
    .map((ago) =>
      // A week that still runs is taken to go as planned.
      ago === 7 && last !== undefined
        ? last
        : entries
            .filter(({ date }) => dayOf(date) >= start - ago && dayOf(date) < start - ago + 7)
            .reduce((sum, entry) => sum + (entry.type === 'run' ? entry.distanceMeters : 0), 0),
    )
    .sort((a, b) => a - b)[1] ?? 0

const threeAhead = (entries: readonly Entry[], { plan }: Shown): number =>
  threeReached(entries, plan.start, plan.facts.lastWeek?.actual.meters ?? 0)

/** Three clean weeks of four may raise a plan, by M, and the first two full weeks of BASE are no plan. */
const unlessReached =
  (compare: Compare): Compare =>
  (compared) => {
    const { week, log } = compared.asked
    const grows =
      threeAhead(compared.other, compared.two) > threeAhead(log.entries, compared.one) ||
      [week.start, addDays(week.start, 7)].some(
        (start) => threeReached(compared.other, start) > threeReached(log.entries, start),
      )
    const isHealthy = week.plan.phase === 'base' || week.plan.phase === 'maintain'
    // A run on another day that was shorter than the one it stands for leaves less than was asked.
    const lately = [
      compared.one.plan.facts.lastWeek,
      week.state.weeks.at(-1),
      week.previous?.state.weeks.at(-1),
    ]
    if (lately.some((each) => each?.isUnplanned === true)) return []
    return (isHealthy && grows) || isNewInBase(compared) ? [] : compare(compared)
  }

const all = (mutations: Readonly<Record<string, Mutation>>, compare: Compare): Change[] =>
  Object.entries(mutations).map(([name, mutation]) => [name, mutation, compare] as const)

/** The laws that two plans show, one of a log and one of the same log changed for the worse. */
export const CHANGES: readonly (readonly [name: string, changes: readonly Change[]])[] = [
  ['8: running more than asked never raises a plan nor lengthens a run', all(MORE, unlessReached(notLonger))],
  ['8: running less than asked never raises a plan', all(LESS, lessOf)],
  [
    '14: whatever is worse, or not said, never raises a plan, lengthens a run or opens the gate',
    all(WORSE, notBetter),
  ],
  ['section 1, law 3: saying less never pays', all(UNSAID, notMoreNorSooner)],
]
