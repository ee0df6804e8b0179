import { addDays } from '../base/calendar.ts'
import type { Programme } from '../protocol/programme.ts'
import { isAtLeast, type Phase } from '../rules/finding.ts'
import { restDaysOf } from '../rules/spacing.ts'
import { isStrengthDue, sessionsIn } from '../rules/strength-plan.ts'
import { earliestRunDay } from './facts.ts'
import type { Demand } from './place-week.ts'
import type { Order } from './prescribe.ts'
import { isRunFree, type State, stageOf } from './state.ts'

/** What the days must hold: how far apart, from when on, and where it is liked best. */
export function demandOf(order: Order): Demand {
  const { programme, state, facts, phase, available, strengthDays, behind } = order
  const stage = stageOf(phase)
  const { shape, strength, spacing } = programme
  const isLate =
    phase === 'maintain' ||
    phase === 'base' ||
    (phase === 'build' && state.returnClean + 1 > shape.spacedThrough)
  const lastGrade = facts.lastWeek?.grade ?? 'S0'
  const isSoreWeek =
    !isRunFree(phase) && phase !== 'base' && isAtLeast(lastGrade, 'U') && state.weeks.length > 0
  const lastStrength = state.strengthSessions.at(-1)
  return {
    available,
    strengthDays,
    behind:
      behind === undefined
        ? undefined
        : { until: behind.until - state.at, runs: behind.runs.map(({ day }) => day - state.at) },
    runs: 0,
    isSpaced: !isLate,
    // An unplanned run or one too many costs a rest day first, in any phase.
    ranDayBefore: [state.lastRun, facts.lastWeek?.lastPlanned].includes(addDays(state.at, -1)),
    runsFrom: Math.min(
      7,
      earliestRunDay(state) -
        state.at +
        (facts.lastWeek?.isUnplanned === true && state.lastRun === addDays(state.at, -1) ? 1 : 0),
    ),
    longLast:
      stage === undefined ? phase !== 'acute-reduced' : (programme.stages[stage]?.longestLast ?? false),
    strength: phase === 'stop' ? 0 : strengthWanted(strength, phase),
    strengthLeast: hasLeast(phase) ? sessionsIn(strength, 'least') : strengthWanted(strength, phase),
    strengthFrom: strengthFrom(strength, state),
    strengthDayBefore: lastStrength === addDays(state.at, -1),
    restDays: restDaysOf(spacing, false),
    restFromStrength: restDaysOf(spacing, isSoreWeek),
    likes: likesOf(phase, programme.shape.runs),
  }
}

/** First position of the week on which strength is due again after a flare; 7 when it is none of them. */
function strengthFrom(strength: Programme['strength'], { at, episode }: State): number {
  if (episode === undefined) return 0
  const due = [0, 1, 2, 3, 4, 5, 6].find((position) =>
    isStrengthDue(strength, at + position - episode.acuteSince + 1),
  )
  return due ?? 7
}

const strengthWanted = (strength: Programme['strength'], phase: Phase): number => {
  if (stageOf(phase) !== undefined) return sessionsIn(strength, 'return')
  if (phase === 'base') return sessionsIn(strength, 'least')
  return sessionsIn(strength, phase === 'build' || phase === 'maintain' ? 'later' : 'rehab')
}

/** Once the way back is a build, two sessions do where a third would come behind a run. */
const hasLeast = (phase: Phase): boolean => phase === 'build' || phase === 'maintain'

/** The templates of the protocol, by position in the runner's week. */
export function likesOf(phase: Phase, runs: number): Demand['likes'] {
  if (stageOf(phase) === 0) return { runs: [0, 2, 4, 6], strength: [1, 3, 6] }
  if (stageOf(phase) === 1) return { runs: [1, 3, 5], strength: [2, 4, 6] }
  return runs >= 4 && hasLeast(phase)
    ? { runs: [0, 2, 3, 5], strength: [1, 6] }
    : { runs: [0, 2, 5], strength: [1, 3, 6] }
}
