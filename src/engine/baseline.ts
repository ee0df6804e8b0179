import type { CalendarDate } from '../base/calendar.ts'
import type { BaselineEntry, Log } from '../log/schema.ts'

/** What a runner said of a flare at its beginning; null is not said. */
export interface Baseline {
  readonly date: CalendarDate
  readonly site: string | null
  readonly onsetMeters: number | null
  readonly aggravatedBy: readonly string[] | null
  readonly kneeTracking: string | null
}

/** The baseline of a flare beside the one before it. */
export interface BaselineLook {
  /** Null where it has not been taken since the flare. */
  readonly taken: Baseline | null
  readonly earlier: Baseline | null
}

/** The last baseline taken since a flare, and the last one from before it. */
export function baselineAfter({ entries }: Log, flare: CalendarDate): BaselineLook {
  const all = entries.flatMap((entry) => (entry.type === 'baseline' ? [told(entry)] : []))
  return {
    taken: all.findLast(({ date }) => date >= flare) ?? null,
    earlier: all.findLast(({ date }) => date < flare) ?? null,
  }
}

const told = (entry: BaselineEntry): Baseline => ({
  date: entry.date,
  site: entry.site ?? null,
  onsetMeters: entry.onsetMeters ?? null,
  aggravatedBy: entry.aggravatedBy ?? null,
  kneeTracking: entry.kneeTracking ?? null,
})
