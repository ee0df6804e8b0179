import { isFirstDistance, isPartOfOldWeek, isWithoutWalking } from '../rules/milestones.ts'
import { type CalendarDate, dateOf } from '../base/calendar.ts'
import type { OwnMilestones } from '../log/words.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Imagined } from './imagine.ts'
import type { Milestone } from './plan.ts'
import { isRunFree, type State, stageOf } from './state.ts'
import type { PlannedRun, WeekPlan } from './week-plan.ts'

/** Weeks looked ahead before a milestone counts as out of sight. */
const HORIZON = 40

type Point = Omit<Milestone, 'own'>

interface Mark {
  readonly id: string
  readonly isReached: (state: State) => boolean
  readonly isReachedBy: (run: PlannedRun, plan: WeekPlan) => boolean
}

/** The way back from a week on. */
export interface WayBack {
  readonly programme: Programme
  readonly state: State
  readonly plan: WeekPlan
  /** The weeks after it, if every one is clean and complete; the next one is 1. */
  readonly weekAhead: (weeks: number) => Imagined
}

/** The points on the way back with the first date each can be reached. */
export function milestonesOf(way: WayBack): Point[] {
  const { programme, state, plan } = way
  if (state.episode === undefined || plan.phase === 'stop') return []
  const marks = marksOf(programme, state)
  const found = lookFor(marks, way)
  return marks.map((mark) => {
    const day = found.get(mark.id)
    const reached = mark.isReached(state)
    const title = programme.milestones.says[mark.id] ?? mark.id
    return { id: mark.id, title, earliest: reached || day === undefined ? null : dateOf(day), reached }
  })
}

/** The first date on which somebody on the way back can run again; undefined where that is out of sight. */
export function firstRunOf(way: WayBack): CalendarDate | undefined {
  const { programme, state, plan } = way
  if (state.episode === undefined || plan.phase === 'stop') return undefined
  const marks = marksOf(programme, state).filter(({ id }) => id === 'first-run')
  const [day] = lookFor(marks, way).values()
  return day === undefined ? undefined : dateOf(day)
}

/** The days on which points that are not reached yet can be, as far as one looks ahead. */
function lookFor(
  marks: readonly Mark[],
  { plan, state, weekAhead }: WayBack,
): Map<string, PlannedRun['day']> {
  const found = new Map<string, PlannedRun['day']>()
  const open = marks.filter((mark) => !mark.isReached(state)).length
  look(marks, found, plan, state)
  for (let weeks = 1; weeks <= HORIZON && found.size < open; weeks++) {
    look(marks, found, weekAhead(weeks).plan, state)
  }
  return found
}

/** Points with what the runner wants of them: a day that the earliest has passed counts no more. */
export const withOwn = (points: readonly Point[], own: OwnMilestones): Milestone[] =>
  points.map((point) => {
    const wanted = Object.entries(own).find(([id]) => id === point.id)?.[1] ?? null
    if (wanted === null || wanted === 'dropped') return { ...point, own: wanted }
    const { earliest } = point
    return { ...point, own: earliest !== null && earliest <= wanted ? wanted : null }
  })

/** The points a state has reached, by their ids and titles. */
export const reachedIn = (programme: Programme, state: State): Pick<Milestone, 'id' | 'title'>[] =>
  state.episode === undefined
    ? []
    : marksOf(programme, state)
        .filter((mark) => mark.isReached(state))
        .map(({ id }) => ({ id, title: programme.milestones.says[id] ?? id }))

function look(
  marks: readonly Mark[],
  found: Map<string, PlannedRun['day']>,
  plan: WeekPlan,
  state: State,
): void {
  for (const mark of marks) {
    const run = plan.runs.find((each) => mark.isReachedBy(each, plan))
    if (run !== undefined && !found.has(mark.id) && !mark.isReached(state)) found.set(mark.id, run.day)
  }
}

/** Who only cut down has run on since the flare, and needs no first run back. */
const neverStopped = ({ episode, lastRun }: State): boolean =>
  episode !== undefined &&
  episode.firstBreak === undefined &&
  lastRun !== undefined &&
  lastRun > episode.start

/** A week is run once its last run is. */
const isLast = (run: PlannedRun, plan: WeekPlan): boolean => plan.runs.at(-1)?.day === run.day

function marksOf(programme: Programme, { episode }: State): Mark[] {
  const rule = programme.milestones
  const old = episode?.preInjury ?? 0
  const past = episode?.back
  const isStraight = (run: PlannedRun, plan: WeekPlan): boolean => {
    const stage = stageOf(plan.phase)
    const rule = stage === undefined ? undefined : programme.stages[stage]
    return (
      !isRunFree(plan.phase) &&
      (rule === undefined ||
        rule.frames.length === 0 ||
        (isLast(run, plan) && rule.frames.at(-1)?.walk === 0))
    )
  }
  return [
    {
      id: 'first-run',
      isReached: (state) => (past?.seconds ?? 0) > 0 || neverStopped(state),
      isReachedBy: () => true,
    },
    {
      id: 'without-walking',
      isReached: () => isWithoutWalking(rule, past?.straightSeconds ?? 0),
      isReachedBy: (run, plan) => isStraight(run, plan) && isWithoutWalking(rule, run.volume.seconds),
    },
    {
      id: 'first-distance',
      isReached: () => isFirstDistance(rule, past?.meters ?? 0),
      isReachedBy: (run) => isFirstDistance(rule, run.volume.meters),
    },
    {
      id: 'first-hills',
      isReached: (state) => state.hillExposures > 0,
      isReachedBy: (run) => run.terrain === 'uphill' || run.terrain === 'hilly',
    },
    {
      id: 'part-of-old-week',
      isReached: () => isPartOfOldWeek(rule, past?.weekMeters ?? 0, old),
      isReachedBy: (run, plan) => isLast(run, plan) && isPartOfOldWeek(rule, plan.total.meters, old),
    },
    {
      id: 'old-week',
      isReached: () => (past?.weekMeters ?? 0) >= old - 100,
      isReachedBy: (run, plan) => isLast(run, plan) && plan.total.meters >= old - 100,
    },
  ]
}
