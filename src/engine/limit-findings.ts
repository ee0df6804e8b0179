import { metres, seconds, type Volume } from '../base/units.ts'
import type { LimitEntry } from '../log/schema.ts'
import { type Finding, finding } from '../rules/finding.ts'

/** What a clinician set goes below every other rule and never above. */
export function limitFindings(limits: readonly LimitEntry[]): Finding[] {
  return limits.flatMap((limit) => {
    const ceiling: Volume | undefined =
      limit.maxWeekMeters === undefined
        ? undefined
        : { meters: metres(limit.maxWeekMeters), seconds: seconds(Number.POSITIVE_INFINITY) }
    const what = [
      ...(limit.maxWeekMeters === undefined ? [] : [`${limit.maxWeekMeters} m a week`]),
      ...(limit.maxRunSeconds === undefined ? [] : [`${Math.floor(limit.maxRunSeconds / 60)} min a run`]),
      ...(limit.noHills === true ? ['no hills'] : []),
      ...Object.entries(limit.substitute ?? {}).map(([from, to]) => `${to} for ${from}`),
    ].join(', ')
    return [
      finding('limit', 'limit', {
        ceiling: ceiling === undefined ? null : { meters: ceiling.meters, seconds: null },
        saw: { by: limit.by, what },
      }),
    ]
  })
}
