import type { DayLook } from '../engine/look.ts'
import type { Phase } from '../engine/plan.ts'
import { dateText } from '../base/date-text.ts'

type Ahead = Pick<DayLook, 'week' | 'next' | 'nextRun'>

const BEFORE_GATE: readonly Phase[] = ['acute-reduced', 'acute-break', 'rehab', 'stop']

/** The next run is one that only the gate opens: a date for it is the best case and no promise. */
export const isBehindGate = ({ week, next, nextRun }: Ahead): boolean =>
  nextRun !== null &&
  nextRun.date >= next.week.start &&
  next.provisional &&
  next.phase.startsWith('return-') &&
  next.criteria.length > 0 &&
  BEFORE_GATE.includes(week.phase)

/** In a break the one date that matters; empty where a run is planned or none can be foreseen. */
export function firstRunText({ next, nextRun }: Ahead): string {
  if (nextRun !== null) return ''
  const first = next.milestones.find(({ id, reached }) => id === 'first-run' && !reached)
  if (first === undefined || first.earliest === null) return ''
  return `First run not before ${dateText(first.earliest)}, and only through the gate (itb status).`
}
