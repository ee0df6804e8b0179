import { addDays, type Day } from '../base/calendar.ts'
import { scale } from '../base/units.ts'
import type { Programme } from '../protocol/programme.ts'
import { isAtLeast } from '../rules/finding.ts'
import type { LivedDay } from './live-week.ts'
import { afterPain } from './after-pain.ts'
import { isPaused, type Pause } from './pause.ts'
import { isRunFree, type State, stageOf } from './state.ts'
import type { PlannedRun, WeekPlan } from './week-plan.ts'

/** A week that has begun, seen from one of its days. */
export interface View {
  readonly programme: Programme
  readonly state: State
  readonly plan: WeekPlan
  /** Runs that were shown for the days before. */
  readonly shown: readonly PlannedRun[]
  /** The first day still to be planned. */
  readonly from: Day
  /**
   * The days whose pain counts: up to today for an answer, up to yesterday for what was shown this morning.
   */
  readonly lived: readonly LivedDay[]
  /** What was run before this day is held against no plan. */
  readonly dueFrom: Day
}

/** What is still to be run, and the day that turned the week if one did. */
export interface Remaining {
  readonly runs: readonly PlannedRun[]
  readonly turned: LivedDay | undefined
  /** A clinician has cleared the knee after the last stop of the week. */
  readonly isCleared: boolean
  /** The last day on which a moderate pain forbids a run. */
  readonly freeUntil: Day | undefined
  /** Days on which a run was done already. */
  readonly ran: readonly Day[]
  /** A pause that the days so far have come to. */
  readonly pause: Pause | undefined
}

/** The answer for today comes first: pain cancels what is left, and what was missed is never made up. */
export function remainingWeek(view: View): Remaining {
  const { programme, plan, from, lived } = view
  const isCleared = lived.findLast(({ turn }) => turn !== undefined)?.turn === 'cleared'
  const turned = isCleared ? undefined : lived.find(({ turn }) => turn !== undefined && turn !== 'cleared')
  const steps = lived
    .filter(({ graded }) => isAtLeast(graded.grade, 'S2'))
    .map(({ day }) => addDays(day, programme.painResponse.runFreeAfterStep))
  const freeUntil = steps.length === 0 ? undefined : (Math.max(...steps) as Day)
  const ran = lived.filter(({ runs }) => runs.length > 0).map(({ day }) => day)
  const left =
    turned === undefined && !isCleared
      ? plan.runs.filter(
          ({ day }) => day >= from && !(freeUntil !== undefined && day <= freeUntil) && !ran.includes(day),
        )
      : []
  const pause = lived.at(-1)?.course.pausing.pause
  const open = left.filter(({ day }) => !isPaused(pause, day))
  const runs = afterPain(programme, plan, lived, spaced(view, open, ran))
  return { runs: withinPlan(view, runs, freeUntil), turned, isCleared, freeUntil, ran, pause }
}

/** A run on the wrong day costs the next one, where a day must lie between them. */
function spaced(
  { programme, state, plan, shown }: View,
  left: readonly PlannedRun[],
  ran: readonly Day[],
): PlannedRun[] {
  const isSpaced =
    plan.phase === 'acute-reduced' ||
    stageOf(plan.phase) !== undefined ||
    (plan.phase === 'build' && state.returnClean + 1 <= programme.shape.spacedThrough)
  if (!isSpaced || isRunFree(plan.phase)) return [...left]
  const taken = new Set([...ran, ...shown.map(({ day }) => day)])
  return left.filter(({ day }) => !taken.has(addDays(day, -1)) && !taken.has(day))
}

/**
 * A plan that changed in mid-week never adds up to more than the week it has become, and neither does one
 * with what was run all the same on days that pain had asked to be free: else more pain would pay.
 */
function withinPlan(view: View, left: readonly PlannedRun[], freeUntil: Day | undefined): PlannedRun[] {
  const { plan, shown } = view
  const most = plan.total.meters - metresOf(shown) - ranInSpite(view, freeUntil)
  const kept = [...left]
  while (kept.length > 0 && metresOf(kept) > most + 1) kept.pop()
  return kept
}

/** Metres run on days that moderate pain, of this week or the end of the last one, had asked to be free. */
function ranInSpite({ state, shown, lived, dueFrom }: View, freeUntil: Day | undefined): number {
  const until = Math.max(
    freeUntil ?? Number.NEGATIVE_INFINITY,
    state.runFreeUntil ?? Number.NEGATIVE_INFINITY,
  )
  const asked = new Set(shown.map(({ day }) => day))
  return lived
    .filter(({ day }) => day >= dueFrom && day <= until && !asked.has(day))
    .flatMap(({ runs }) => runs)
    .reduce((sum, { volume }) => sum + volume.meters, 0)
}

/**
 * Planned runs that were dropped only because another day was run on: they were moved, not left out, and
 * what was run for them is judged by them. Where pain cancelled something in the week, nothing counts as
 * moved.
 */
export function movedRuns(
  plan: WeekPlan,
  shown: readonly PlannedRun[],
  lived: readonly LivedDay[],
): PlannedRun[] {
  if (lived.some(({ turn, graded }) => turn !== undefined || isAtLeast(graded.grade, 'S2'))) return []
  const shownDays = new Set(shown.map(({ day }) => day))
  const instead = lived.filter(({ day, runs }) => runs.length > 0 && !shownDays.has(day)).length
  const moved = plan.runs.filter(({ day }) => !shownDays.has(day)).slice(0, instead)
  // Where the days changed in mid-week the runs have other lengths: together they are no more than the week.
  let left = plan.total.meters - metresOf(shown)
  return moved.flatMap((run) => {
    const share = Math.min(1, Math.max(0, left) / run.volume.meters)
    left -= run.volume.meters
    return share > 0 ? [{ ...run, volume: scale(run.volume, share) }] : []
  })
}

const metresOf = (runs: readonly PlannedRun[]): number =>
  runs.reduce((sum, { volume }) => sum + volume.meters, 0)
