import { runningOf } from '../../engine/live-week.ts'
import type { Plan } from '../../engine/plan.ts'
import { standing } from '../../log/versions.ts'
import type { Done } from '../../render/done.ts'
import type { Inputs } from '../read-inputs.ts'

/** What the log has of the days of a week up to today, in the order it was done. */
export const doneIn = ({ week }: Plan, { log, today }: Pick<Inputs, 'log' | 'today'>): readonly Done[] =>
  standing(log.entries, today).flatMap((entry): readonly Done[] => {
    const { date, type } = entry
    if (date < week.start || date > week.end || date > today) return []
    if (type === 'run') return [{ date, type, ...runningOf(entry) }]
    const isSession = type === 'strength' || type === 'cross-training' || type === 'mobility'
    return isSession ? [{ date, type, meters: 0, seconds: 0 }] : []
  })
