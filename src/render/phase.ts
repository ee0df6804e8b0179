import type { Phase } from '../engine/plan.ts'

/** `return-2` is stage 2; undefined outside the stages. */
const stageOf = (phase: Phase): string | undefined => /^return-(\d+)$/.exec(phase)?.[1]

const WORDS: Readonly<Record<Exclude<Phase, `return-${number}`>, readonly [long: string, short: string]>> = {
  base: ['Everyday training', 'everyday training'],
  'acute-reduced': ['Cut down, acute phase', 'acute phase, cut down'],
  'acute-break': ['No running, acute phase', 'acute phase, no running'],
  rehab: ['Strength before running', 'strength before running'],
  build: ['Building up', 'building up'],
  maintain: ['Keeping it up', 'keeping it up'],
  stop: ['Stopped until a clinician clears you', 'stopped'],
}

const wordsOf = (phase: Phase): readonly [long: string, short: string] => {
  const stage = stageOf(phase)
  return stage === undefined
    ? WORDS[phase as keyof typeof WORDS]
    : [`Return to running, stage ${stage}`, `stage ${stage}`]
}

/** The phase as a heading says it: `Return to running, stage 1`. */
export const phaseText = (phase: Phase): string => wordsOf(phase)[0]

/** The phase inside a sentence: `stage 1`. */
export const shortPhaseText = (phase: Phase): string => wordsOf(phase)[1]
