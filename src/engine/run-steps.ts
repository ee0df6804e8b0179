import type { Programme } from '../protocol/programme.ts'
import { type Frame, frameFor, type StageDose } from '../rules/stage-dose.ts'
import type { Step } from './plan.ts'
import { stageOf } from './state.ts'
import type { PlannedRun, WeekPlan } from './week-plan.ts'

/** What a run is made of, and how long the whole outing takes. */
export interface Frameable {
  readonly steps: readonly Step[]
  readonly elapsedSeconds: number
}

const MINUTE = 60

/** Five minutes of walking first, then the run in the stage's run and walk frame, or straight. */
export function stepsOf(programme: Programme, plan: WeekPlan, run: PlannedRun): Frameable {
  const stage = stageOf(plan.phase)
  const rule = stage === undefined ? undefined : programme.stages[stage]
  const warmUp =
    rule?.walkFirst ??
    (plan.phase === 'build' || plan.phase === 'acute-reduced'
      ? programme.stages.at(-1)?.walkFirst
      : undefined)
  const frame = rule === undefined ? undefined : frameOf(rule, plan, run)
  const running = run.pickups > 0 ? withPickups(programme, run) : framed(frame, run.volume.seconds)
  const steps: Step[] = [
    ...(warmUp === undefined ? [] : [{ kind: 'walk' as const, durationSeconds: warmUp }]),
    ...running,
  ]
  return { steps, elapsedSeconds: lengthOf(steps) }
}

/** The frame written for this length; of two runs of one length the first takes the first frame. */
function frameOf(rule: StageDose, plan: WeekPlan, run: PlannedRun): Frame | undefined {
  const nth = plan.runs.filter(
    (other) => other.volume.seconds === run.volume.seconds && other.day < run.day,
  ).length
  const position = plan.runs.findIndex((other) => other.day === run.day)
  return frameFor(rule, run.volume.seconds, nth) ?? rule.frames[Math.min(position, rule.frames.length - 1)]
}

/** A shortened run keeps the rhythm of its frame: as many whole repeats as fit, the rest run at the end. */
function framed(frame: Frame | undefined, running: number): Step[] {
  if (frame === undefined || frame.walk === 0 || frame.run >= running)
    return [{ kind: 'run', durationSeconds: running }]
  const repeats = frame.for === running ? frame.repeats : Math.floor(running / frame.run)
  const rest = running - repeats * frame.run
  const steps: Step[] = [
    {
      repeat: repeats,
      steps: [
        { kind: 'run', durationSeconds: frame.run },
        { kind: 'walk', durationSeconds: frame.walk },
      ],
    },
  ]
  return rest > 0 ? [...steps, { kind: 'run', durationSeconds: rest }] : steps
}

/** Pickups stand in the middle of the run, each followed by easy running twice as long. */
function withPickups(programme: Programme, run: PlannedRun): Step[] {
  const each = programme.stages.find(({ pickups }) => pickups !== undefined)?.pickups?.each ?? MINUTE / 2
  const block = run.pickups * each * 3
  const around = run.volume.seconds - block
  if (around < MINUTE * 4) return [{ kind: 'run', durationSeconds: run.volume.seconds }]
  const before = Math.floor(around / 2 / MINUTE) * MINUTE
  return [
    { kind: 'run', durationSeconds: before },
    {
      repeat: run.pickups,
      steps: [
        { kind: 'pickup', durationSeconds: each },
        { kind: 'run', durationSeconds: each * 2 },
      ],
    },
    { kind: 'run', durationSeconds: around - before },
  ]
}

const lengthOf = (steps: readonly Step[]): number =>
  steps.reduce(
    (sum, step) => sum + ('repeat' in step ? step.repeat * lengthOf(step.steps) : step.durationSeconds),
    0,
  )
