import { addDays, type Day } from '../base/calendar.ts'
import type { DayEntry } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import { ceilingOf, type Finding, finding, isAtLeast } from '../rules/finding.ts'
import { endsPause, isSecondOnPainkiller, pauseWeeks } from '../rules/pain-response.ts'
import { NO_RUNNING } from '../base/units.ts'
import { type GradedDay, painkillerOn } from './day-report.ts'
import type { DayRecord } from './diary.ts'

/**
 * Days without runs, for pain that this programme is not made for, or for a knee that painkillers keep from
 * being heard. It ends no phase and begins none.
 */
export interface Pause {
  readonly why: 'elsewhere' | 'painkiller'
  /** Where it hurts. Null for a painkiller. */
  readonly site: string | null
  readonly since: Day
  /** It lasts to this day at the least. */
  readonly until: Day
  /** The day on which it was lifted. Undefined while it lasts. */
  readonly ended: Day | undefined
}

/** What a pause is told from, handed on from day to day. */
export interface PauseCourse {
  readonly pause: Pause | undefined
  /** Check-ins in a row that say that nothing hurts. */
  readonly quiet: number
  /** Days with a run on a painkiller. */
  readonly painkillers: readonly Day[]
}

/** No run is planned on a day of a pause. */
export const isPaused = (pause: Pause | undefined, day: Day): boolean =>
  pause !== undefined &&
  day >= pause.since &&
  (day <= pause.until || pause.ended === undefined || day < pause.ended)

/** Still of matter on a day or after it. */
const isOver = ({ until, ended }: Pause, day: Day): boolean =>
  until < day && ended !== undefined && ended <= day

/** What a day makes of a pause: begins it, lifts it, or leaves it as it was. */
export function pauseAfter(
  { painResponse: rule }: Programme,
  before: PauseCourse,
  day: Day,
  weekStart: Day,
  graded: GradedDay,
  record: DayRecord,
): PauseCourse {
  const quiet = record.checkIns.length === 0 ? 0 : isQuiet(graded, record) ? before.quiet + 1 : 0
  const painkillers = graded.ranOnPainkiller ? [...before.painkillers, day] : before.painkillers
  const severe = graded.elsewhere.find(({ grade }) => isAtLeast(grade, 'S3'))
  if (severe !== undefined) {
    const until = addDays(weekStart, 7 * (1 + pauseWeeks(rule)) - 1)
    return {
      pause: { why: 'elsewhere', site: severe.site, since: day, until, ended: undefined },
      quiet,
      painkillers,
    }
  }
  const kept = before.pause === undefined || isOver(before.pause, day) ? undefined : before.pause
  const again =
    graded.ranOnPainkiller &&
    before.painkillers.some((other) => other < weekStart && isSecondOnPainkiller(rule, day - other))
  if (again && (kept === undefined || kept.why === 'painkiller' || kept.ended !== undefined)) {
    const pause = { why: 'painkiller', site: null, since: day, until: day, ended: undefined } as const
    return { pause, quiet, painkillers }
  }
  const isLifted =
    kept !== undefined &&
    kept.ended === undefined &&
    (kept.why === 'painkiller'
      ? isHeard(graded, record)
      : endsPause(rule, quiet) || record.clearances.length > 0)
  return { pause: isLifted ? { ...kept, ended: day } : kept, quiet, painkillers }
}

/** Somebody scored the day, and nothing hurt anywhere; on a painkiller nobody can say so. */
const isQuiet = (graded: GradedDay, record: DayRecord): boolean =>
  record.checkIns.some(isScored) &&
  (graded.daily ?? 0) === 0 &&
  graded.elsewhere.length === 0 &&
  painkillerOn(record) !== true

const isScored = ({ pain }: DayEntry): boolean =>
  [pain?.dailyActivities, pain?.stairs, pain?.rest].some((score) => score !== undefined)

/** A check-in at 0 that says that no painkiller was taken. */
const isHeard = (graded: GradedDay, record: DayRecord): boolean =>
  graded.daily === 0 &&
  record.checkIns.some(({ analgesic }) => analgesic === false) &&
  painkillerOn(record) === false

/** The pause as a finding of a week that it takes days from; one of the whole week leaves no running. */
export function pauseFindings(pause: Pause | undefined, week: Day, ahead: readonly Day[]): Finding[] {
  if (pause === undefined || !ahead.some((day) => isPaused(pause, day))) return []
  const isWhole = ahead.every((day) => isPaused(pause, day))
  return [
    finding('pause', pause.why, {
      verdict: 'hold',
      ceiling: isWhole ? ceilingOf(NO_RUNNING) : null,
      saw: { place: pause.site, sinceDays: week - pause.since },
    }),
  ]
}
