import type { Rule } from '../rules/index.ts'
import type { StageDose } from '../rules/stage-dose.ts'
import type { Fault } from './fault.ts'
import type { Protocol } from './schema.ts'

interface Stage {
  readonly rule: StageDose
  readonly at: number
}

/** The way back begins with no more than this, whatever a later stage may be. */
const FIRST_STAGE = { seconds: 3600, share: 0.5 }

/** No stage is more than a tenth above the one before it. */
const STEP = 1.1

const NOISE = 1e-6

const isStage = (rule: Rule): rule is StageDose => rule.kind === 'stage-dose'

/** Stages that begin too high or rise too fast, and runs whose pieces do not add up to them. */
export function stageFaults({ rules }: Protocol): Fault[] {
  const stages = rules.flatMap((rule, at): Stage[] => (isStage(rule) ? [{ rule, at }] : []))
  return [
    ...stages.slice(0, 1).flatMap(firstFaults),
    ...stages.slice(1).flatMap((stage, index) => stepFaults(stages[index] ?? stage, stage)),
    ...stages.flatMap(frameFaults),
  ]
}

const doseOf = ({ runs }: StageDose): number => runs.reduce((sum, run) => sum + run, 0)
const minutes = (time: number): string => `${Number((time / 60).toFixed(2))} min`
const percent = (part: number): string => `${Number((part * 100).toFixed(2))}%`

const firstFaults = ({ rule, at }: Stage): Fault[] => [
  ...(doseOf(rule) > FIRST_STAGE.seconds
    ? [tooMuch(minutes(doseOf(rule)), '10 min to 60 min a week', at, 'runs')]
    : []),
  ...(rule.shareOfPreInjury > FIRST_STAGE.share + NOISE
    ? [tooMuch(percent(rule.shareOfPreInjury), '10% to 50%', at, 'shareOfPreInjury')]
    : []),
]

const tooMuch = (found: string, range: string, at: number, key: string): Fault => ({
  problem: 'unsafe-value',
  message: `${found} is outside its safe range for the first stage, ${range}`,
  path: ['rules', at, key],
})

const stepFaults = (before: Stage, { rule, at }: Stage): Fault[] => [
  ...(doseOf(rule) > doseOf(before.rule) * STEP + NOISE
    ? [tooFast(minutes(doseOf(rule)), minutes(doseOf(before.rule)), at, 'runs')]
    : []),
  ...(rule.shareOfPreInjury > before.rule.shareOfPreInjury * STEP + NOISE
    ? [tooFast(percent(rule.shareOfPreInjury), percent(before.rule.shareOfPreInjury), at, 'shareOfPreInjury')]
    : []),
]

const tooFast = (found: string, before: string, at: number, key: string): Fault => ({
  problem: 'unsafe-step',
  message: `${found} is more than 10% above the stage before (${before})`,
  path: ['rules', at, key],
})

const frameFaults = ({ rule, at }: Stage): Fault[] =>
  rule.frames.flatMap(({ for: whole, repeats, run, then = 0 }, index) =>
    repeats * run + then === whole
      ? []
      : [
          {
            problem: 'wrong-sum',
            message:
              `${repeats} times ${minutes(run)}${then > 0 ? ` and ${minutes(then)}` : ''} make ` +
              `${minutes(repeats * run + then)} of running and not ${minutes(whole)}`,
            path: ['rules', at, 'frames', index],
            hint: 'Repeats times run, and then what is left over, is the whole running; walks do not count.',
          },
        ],
  )
