import type { Step } from '../engine/plan.ts'
import { strideText } from '../base/amount-text.ts'

function stepText(step: Step): string {
  if ('repeat' in step) {
    const inner = step.steps.map(stepText).join(' + ')
    return `${step.repeat} x ${step.steps.length === 1 ? inner : `(${inner})`}`
  }
  return step.kind === 'pickup'
    ? `${step.durationSeconds} s faster`
    : `${step.kind} ${strideText(step.durationSeconds)}`
}

/** A run in short, in minutes: `walk 5, then 6 x (run 2 + walk 1)`; empty where a run has no steps. */
export const frameText = (steps: readonly Step[]): string => steps.map(stepText).join(', then ')
