import { addDays, type CalendarDate, dateOf, type Day } from '../base/calendar.ts'
import type { Cited } from '../base/cited.ts'
import type { Log, RunEntry } from '../log/schema.ts'
import { known } from '../log/known.ts'
import type { Programme } from '../protocol/programme.ts'
import { type AfterFlare, lookAfter } from './after-flare.ts'
import { type BaselineLook, baselineAfter } from './baseline.ts'
import { lastFlare } from './last-flare.ts'
import { compare, gaps, longestRecent, type Measure, MEASURED, surfaces, type Weighed } from './measures.ts'
import type { Replay } from './replay.ts'
import { type Stretch, stretchFrom } from './stretch.ts'

/** Days from a first to a last one. */
interface Span {
  readonly start: CalendarDate
  readonly end: CalendarDate
}

/** What the runner names in words of their own, such as shoes; `added` are those not met before. */
export interface Named {
  readonly id: 'shoes' | 'camber'
  readonly before: readonly string[]
  readonly lately: readonly string[]
  /** Null where nothing was said of it in one of the two. */
  readonly added: readonly string[] | null
}

/** The one thing to change first, or why there is none to name. */
type Variable = 'intensity' | 'volume' | 'frequency' | 'none' | 'unknown'

/** The weeks before a flare against those before them: a description and no cause. */
export interface FlareReview {
  readonly flare: CalendarDate
  readonly lately: Span
  readonly before: Span
  readonly measures: readonly Measure[]
  /** The days before the longest run that it is held against. */
  readonly longestWithinDays: number
  readonly named: readonly Named[]
  /** Ids of what changed most, the greatest change first. */
  readonly changedMost: readonly string[]
  readonly variable: Variable
  /** What the protocol says of this one thing, and that all of it describes and explains nothing. */
  readonly advice: string
  readonly descriptive: string
  readonly source: readonly Cited[]
  /** What became of it since. Null before a whole week has passed. */
  readonly since: AfterFlare | null
  readonly baseline: BaselineLook
}

/** In the order in which one is changed before the next. */
const VARIABLES = {
  intensity: ['hard-runs', 'climb', 'not-flat'],
  volume: ['volume', 'longest-run', 'longest-of-late'],
  frequency: ['runs'],
} as const

const MOST_NAMED = 3

/** Looks back on the last flare; null where there was none, or the protocol does not say how. */
export function reviewFlare(log: Log, programme: Programme, played: Replay, day: Day): FlareReview | null {
  const flare = lastFlare(played, day, day)
  const rule = programme.flareReview
  if (flare === undefined || rule === undefined) return null
  const split = addDays(flare, 1 - rule.lately)
  const first = addDays(split, -rule.before)
  const lately = stretchFrom(played.diary, split, flare, day)
  const before = stretchFrom(played.diary, first, addDays(split, -1), day)
  const weighed = measuresOf(programme, rule, before, lately)
  const variable = variableOf(weighed)
  return {
    flare: dateOf(flare),
    lately: { start: dateOf(split), end: dateOf(flare) },
    before: { start: dateOf(first), end: dateOf(addDays(split, -1)) },
    longestWithinDays: programme.sessionCap.window,
    measures: weighed.map(({ size, ...measure }) => measure),
    named: [named('shoes', before, lately), named('camber', before, lately)],
    changedMost: weighed
      .filter(({ state }) => state === 'more' || state === 'less')
      .sort((a, b) => b.size - a.size)
      .slice(0, MOST_NAMED)
      .map(({ id }) => id),
    variable,
    advice: rule.says[variable] ?? '',
    descriptive: rule.says['descriptive'] ?? '',
    source: rule.source,
    since: sinceThen(played, rule, { flare, today: day, lately, risen: risenOf(variable, weighed) }),
    baseline: baselineAfter(known(log, dateOf(day)), dateOf(flare)),
  }
}

type Rule = NonNullable<Programme['flareReview']>

const measuresOf = (
  programme: Programme,
  rule: Rule,
  before: Stretch,
  lately: Stretch,
): readonly Weighed[] => [
  ...MEASURED.slice(0, 3).map((each) => compare(rule, each, each.of(before), each.of(lately))),
  longestRecent(programme, before, lately),
  ...MEASURED.slice(3).map((each) => compare(rule, each, each.of(before), each.of(lately))),
  ...surfaces(rule, before, lately),
  gaps(rule, before, lately),
]

/** What rose first in the order; where nothing is seen to have risen, all three must be known to say so. */
function variableOf(weighed: readonly Weighed[]): Variable {
  const statesOf = (variable: keyof typeof VARIABLES) =>
    weighed.filter(({ id }) => (VARIABLES[variable] as readonly string[]).includes(id))
  const order = ['intensity', 'volume', 'frequency'] as const
  const rising = order.find((variable) => statesOf(variable).some(({ state }) => state === 'more'))
  if (rising !== undefined) return rising
  // One run says nothing of whole weeks.
  const isKnown = ({ id, state }: Weighed): boolean => id !== 'longest-of-late' && state !== 'unknown'
  return order.every((variable) => statesOf(variable).some(isKnown)) ? 'none' : 'unknown'
}

const risenOf = (variable: Variable, weighed: readonly Weighed[]): readonly string[] =>
  variable === 'none' || variable === 'unknown'
    ? []
    : weighed
        .filter(
          ({ id, state }) => state === 'more' && (VARIABLES[variable] as readonly string[]).includes(id),
        )
        .map(({ id }) => id)

interface Since {
  readonly flare: Day
  readonly today: Day
  readonly lately: Stretch
  readonly risen: readonly string[]
}

function sinceThen(played: Replay, rule: Rule, { flare, today, lately, risen }: Since): AfterFlare | null {
  const from = Math.max(flare + 1, today - rule.lately + 1) as Day
  const since = stretchFrom(played.diary, from, today, today)
  const whole = since.weeks.length
  return whole === 0
    ? null
    : {
        start: dateOf(addDays(today, 1 - 7 * whole)),
        end: dateOf(today),
        ...lookAfter(rule, lately, since, risen),
      }
}

const wordsIn = (runs: readonly RunEntry[], id: Named['id']): readonly string[] =>
  [...new Set(runs.flatMap((run) => run[id] ?? []).filter((words) => words !== ''))].sort()

function named(id: Named['id'], before: Stretch, lately: Stretch): Named {
  const [was, is] = [before, lately].map(({ runs }) => wordsIn(runs, id)) as [
    readonly string[],
    readonly string[],
  ]
  const isKnown = was.length > 0 && is.length > 0
  return { id, before: was, lately: is, added: isKnown ? is.filter((each) => !was.includes(each)) : null }
}
