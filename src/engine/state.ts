import type { Day } from '../base/calendar.ts'
import type { Metres, Pace, Volume } from '../base/units.ts'
import type { Grade, Phase } from '../rules/finding.ts'
import type { CueNow } from './cue-now.ts'
import type { ExerciseState } from './exercise-level.ts'

/** A run of the last weeks as far as later weeks ask for it. */
export interface GradedRun {
  readonly day: Day
  readonly volume: Volume
  /** What counts of it: never more than the longest run planned that week. */
  readonly credited: Volume
  readonly grade: Grade
  /** The runner gave it a score. */
  readonly isScored: boolean
  readonly isEasy: boolean
  readonly pace: Pace
  readonly start: string | undefined
}

/** Where on a run the outer knee began to hurt, told of that run or of a flare. */
export interface Onset {
  readonly day: Day
  readonly meters: Metres
}

/** One week as it was lived. */
export interface LivedWeek {
  readonly start: Day
  readonly phase: Phase
  readonly grade: Grade
  readonly isBreak: boolean
  readonly reasons: readonly string[]
  readonly missing: readonly string[]
  readonly isLogged: boolean
  /** The pace the week was planned at. Undefined without a plan. */
  readonly pace: Pace | undefined
  readonly actual: Volume
  readonly runs: number
  readonly runDays: number
  readonly longest: Volume
  /** Undefined for a week that no plan was made for. */
  readonly planned: Volume | undefined
  /** The plan as it was in force before anything was cancelled. */
  readonly inForce: Volume | undefined
  readonly plannedRuns: number
  /** No day was free: a week away has no plan that a later one could be held to. */
  readonly wasAway: boolean
  /** Day of the last run of the plan, done or not: a missed run is not made up on the next day. */
  readonly lastPlanned: Day | undefined
  readonly credited: Volume
  readonly isComplete: boolean
  readonly isOvershoot: boolean
  readonly isUnplanned: boolean
  readonly hadHills: boolean
  readonly hadIntensity: boolean
  readonly wasHeld: boolean
}

/** From the flare to MAINTAIN. */
export interface Episode {
  readonly start: Day
  /** Metres of the week before the injury, fixed for the episode. */
  readonly preInjury: Metres
  /** Run days a week, and the longest run, of the four weeks before the flare. */
  readonly habit: number | undefined
  readonly longest: Metres | undefined
  /** Worst score of the flare. Undefined when it was not said. */
  readonly peak: number | undefined
  readonly firstBreak: Day | undefined
  readonly lastBreak: Day | undefined
  readonly redFlag: Day | undefined
  /** Start of the acute phase in force, and what its cut is taken from. */
  readonly acuteSince: Day
  readonly reference: Volume
  readonly swellings: number
  readonly gateWasMet: boolean
  /** The most that was run since the return began: one run, one without walking, one week. */
  readonly back: {
    readonly seconds: number
    readonly meters: number
    readonly straightSeconds: number
    readonly weekMeters: number
  }
}

/** Everything a plan depends on beside the settings: what the weeks so far have come to. */
export interface State {
  /** First day of the week to plan. */
  readonly at: Day
  readonly phase: Phase
  readonly episode: Episode | undefined
  /** The weeks lived, oldest first, as many as any rule looks back. */
  readonly weeks: readonly LivedWeek[]
  readonly runs: readonly GradedRun[]
  readonly onsets: readonly Onset[]
  /** Credited volume of the last clean, complete week, and when it was. */
  readonly trained: Volume | undefined
  readonly trainedAt: Day | undefined
  readonly lastRun: Day | undefined
  readonly planOfLastRun: Volume | undefined
  /** The plan of the first week since the last run of which nothing was run. */
  readonly firstMissed: Volume | undefined
  readonly returnClean: number
  readonly loggedWeeks: number
  /** Days with moderate pain; `daily` marks those of a mere 1 in daily life. */
  readonly steps: readonly { readonly day: Day; readonly daily: boolean }[]
  readonly acutePhases: readonly Day[]
  readonly painfulDays: readonly Day[]
  readonly lastSwelling: { readonly day: Day; readonly ended: boolean } | undefined
  readonly lastPain: Day | undefined
  readonly runFreeUntil: Day | undefined
  readonly hillExposures: number
  /** Day of the last planned hill or hard session. */
  readonly lastHard: Day | undefined
  readonly lastRuns: number
  readonly runAddedOn: Day | undefined
  readonly maintainWeeks: number
  readonly heldInARow: number
  readonly exercises: ReadonlyMap<string, ExerciseState>
  readonly strengthSessions: readonly Day[]
  readonly strengthPlanned: number
  readonly strengthDone: number
  readonly crossTraining: { readonly done: readonly Day[]; readonly hurt: ReadonlyMap<string, Day> }
  readonly acknowledged: readonly string[]
  readonly form: CueNow | undefined
}

/** A runner of whom nothing is known. */
export const newState = (at: Day, phase: Phase): State => ({
  at,
  phase,
  episode: undefined,
  weeks: [],
  runs: [],
  onsets: [],
  trained: undefined,
  trainedAt: undefined,
  lastRun: undefined,
  planOfLastRun: undefined,
  firstMissed: undefined,
  returnClean: 0,
  loggedWeeks: 0,
  steps: [],
  acutePhases: [],
  painfulDays: [],
  lastSwelling: undefined,
  lastPain: undefined,
  runFreeUntil: undefined,
  hillExposures: 0,
  lastHard: undefined,
  lastRuns: 0,
  runAddedOn: undefined,
  maintainWeeks: 0,
  heldInARow: 0,
  exercises: new Map(),
  strengthSessions: [],
  strengthPlanned: 0,
  strengthDone: 0,
  crossTraining: { done: [], hurt: new Map() },
  acknowledged: [],
  form: undefined,
})

/** Which stage of the return a phase is, from 0; undefined outside the stages. */
export const stageOf = (phase: Phase): number | undefined =>
  phase.startsWith(STAGE) ? Number(phase.slice(STAGE.length)) - 1 : undefined

const STAGE = 'return-'

export const returnPhase = (stage: number): Phase => `return-${stage + 1}`

/** Phases without any running. */
export const isRunFree = (phase: Phase): boolean =>
  phase === 'acute-break' || phase === 'rehab' || phase === 'stop'

/** Where a phase stands for the rules that ask only how fragile the return is. */
export function standingOf(
  phase: Phase,
): 'base' | 'acute-reduced' | 'no-running' | 'stage' | 'build' | 'maintain' {
  if (stageOf(phase) !== undefined) return 'stage'
  if (phase === 'base' || phase === 'acute-reduced' || phase === 'build' || phase === 'maintain') return phase
  return 'no-running'
}

/** Of two phases the one that allows less running; everyday training allows the most. */
export const moreCareful = (a: Phase, b: Phase): Phase => (caution(a) <= caution(b) ? a : b)

const BEFORE_STAGES: readonly Phase[] = ['stop', 'acute-break', 'rehab', 'acute-reduced']
const AFTER_STAGES: readonly Phase[] = ['build', 'maintain', 'base']

const caution = (phase: Phase): number => {
  const stage = stageOf(phase)
  if (stage !== undefined) return stage
  // Before the first stage, or behind however many there are.
  return BEFORE_STAGES.includes(phase)
    ? BEFORE_STAGES.indexOf(phase) - BEFORE_STAGES.length
    : Number.MAX_SAFE_INTEGER - AFTER_STAGES.length + AFTER_STAGES.indexOf(phase)
}
