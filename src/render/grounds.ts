import { type Cited, citedText } from '../base/cited.ts'
import type { Ground } from '../engine/plan.ts'
import { indented, labelled, type Page } from './page.ts'

const WORDS: Readonly<Record<Ground['part'], string>> = {
  verdict: 'The verdict',
  running: 'How much running',
  'run-days': 'Days of the runs',
  'warm-up': 'Before a run',
  form: 'Running form',
  strength: 'Strength',
  rolling: 'Rolling',
  stretching: 'Stretching',
  'cross-training': 'Cross-training',
  answers: 'What scores lead to',
  gate: 'Before you run again',
  milestones: 'Milestones',
  'stop-rules': 'When to stop',
  referral: 'Whom to see',
}

/** A line under what it is about: `Source: convention (RT-06).`; none where nothing is cited. */
export const sourceLine = (source: readonly Cited[], page: Page): string[] =>
  source.length === 0 ? [] : indented(`Source: ${citedText(source)}.`, page, page.paint.muted)

/** What parts of a plan rest on and how good that is, in one block that is there to be looked up. */
export function groundsLines(grounds: readonly Ground[], page: Page): string[] {
  const parts = grounds.map(({ part, source }) => `${WORDS[part]}: ${citedText(source)}.`)
  return parts.length === 0 ? [] : ['', ...labelled('Sources', parts.join(' '), page, page.paint.muted)]
}
