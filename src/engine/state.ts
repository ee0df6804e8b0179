import type { Day } from '../base/calendar.ts'
import type { Metres, Pace, Volume } from '../base/units.ts'
import type { Grade, Phase } from '../rules/finding.ts'
import type { PlacePain, Step } from './day-report.ts'
import type { PauseCourse } from './pause.ts'
import type { Tolerance } from './tolerated.ts'
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
  /** The grade of the outer knee alone: pain elsewhere holds a week and moves no phase. */
  readonly knee: Grade
  /** The worst score of its runs and flares, at any place. */
  readonly peak: number
  /** Its mild pain is a steady trace that a clinician tolerates. */
  readonly isTolerated: boolean
  readonly isBreak: boolean
  readonly reasons: readonly string[]
  readonly missing: readonly string[]
  /** The entries its grade rests on, day by day. */
  readonly causes: readonly string[]
  readonly isLogged: boolean
  /** The pace the week was planned at. Undefined without a plan. */
  readonly pace: Pace | undefined
  readonly actual: Volume
  readonly runs: number
  readonly runDays: number
  readonly longest: Volume
  /** What the week held when it began, with all of the runner's days. Undefined without a plan. */
  readonly planned: Volume | undefined
  /** What was shown for each day on that day: what pain, an absence or changed days took out is not in it. */
  readonly asked: Volume | undefined
  readonly askedRuns: number
  /** Days away, changed days or the beginning of the log took running out of the week. */
  readonly isShort: boolean
  /** Nothing of it was written within a week of its days. */
  readonly isSilent: boolean
  /** The day on which a flare put an end to the running of a week that has no plan to tell what that took. */
  readonly endedOn: Day | undefined
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
  /** Longest run of the weeks before the flare as the runner told it, where none of them was logged. */
  readonly declaredLongest: Metres | undefined
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
  /** What may come back of a week of running that was given up: the first stage is never above it. */
  readonly brokenWeek: Volume | undefined
  /** Metres of the week before the last injury, which stays the old week when its episode is over. */
  readonly oldWeek: Metres | undefined
  /** The weeks lived, oldest first, as many as any rule looks back. */
  readonly weeks: readonly LivedWeek[]
  /** What the last four full weeks with a run came to, however long ago: their median stands in for T. */
  readonly ran: readonly Volume[]
  readonly runs: readonly GradedRun[]
  readonly onsets: readonly Onset[]
  /** Credited volume of the last clean, complete, full week. */
  readonly trained: Volume | undefined
  /** The same if every score that is missing were 0: what was not said must not count for more. */
  readonly trainedIfSaid: Volume | undefined
  /** What the last week that had a plan held when it began. */
  readonly planBefore: Volume | undefined
  /** The longest run of the last plan that had one and was not short. */
  readonly longestBefore: Volume | undefined
  readonly lastRun: Day | undefined
  /** The last run that a gap is counted from: of days away none that was not asked. */
  readonly gapSince: Day | undefined
  /** What the last full week with a run held when it began. */
  readonly planOfLastRun: Volume | undefined
  /** The plan of the first week since then that was short, or of which nothing was run. */
  readonly firstMissed: Volume | undefined
  /** The most days from one run to the next since the last run of the last full week. */
  readonly stretch: number
  readonly returnClean: number
  readonly loggedWeeks: number
  /** Days with moderate pain of the outer knee, and what it rests on. */
  readonly steps: readonly Step[]
  /** Days with pain at other places. */
  readonly elsewhere: readonly PlacePain[]
  /** A pause from running, and what it is told from. */
  readonly pausing: PauseCourse
  /** Pains that clinicians tolerate. */
  readonly tolerances: readonly Tolerance[]
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
  readonly exercises: ReadonlyMap<string, ExerciseState>
  readonly strengthSessions: readonly Day[]
  readonly strengthPlanned: number
  readonly strengthDone: number
  readonly crossTraining: { readonly done: readonly Day[]; readonly hurt: ReadonlyMap<string, Day> }
  readonly acknowledged: readonly string[]
  readonly form: CueNow | undefined
}

/** Weeks whose median stands in for T while there is none. */
export const WEEKS_OF_MEDIAN = 4

/** A runner of whom nothing is known. */
export const newState = (at: Day, phase: Phase): State => ({
  at,
  phase,
  episode: undefined,
  brokenWeek: undefined,
  oldWeek: undefined,
  weeks: [],
  ran: [],
  runs: [],
  onsets: [],
  trained: undefined,
  trainedIfSaid: undefined,
  planBefore: undefined,
  longestBefore: undefined,
  lastRun: undefined,
  gapSince: undefined,
  planOfLastRun: undefined,
  firstMissed: undefined,
  stretch: 0,
  returnClean: 0,
  loggedWeeks: 0,
  steps: [],
  elsewhere: [],
  pausing: { pause: undefined, quiet: 0, painkillers: [] },
  tolerances: [],
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

/** Somebody whose knee never flared up has no gate to go through, however long the pause was. */
export const hasFlared = ({ acutePhases }: State): boolean => acutePhases.length > 0

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
