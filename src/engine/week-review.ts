import { addDays, type CalendarDate, dateOf, type Day, daysFrom } from '../base/calendar.ts'
import type { DayEntry, Log } from '../log/schema.ts'
import { standing } from '../log/versions.ts'
import type { Programme } from '../protocol/programme.ts'
import type { DayRecord } from './diary.ts'
import { countDays, countRuns, type DayCounts, type RunCounts } from './knee-counts.ts'
import { daysOfWeek } from './live-week.ts'
import type { Replay } from './replay.ts'
import { type StatusWeek, weekOf } from './status.ts'
import { type Win, winsIn } from './wins.ts'

/** A mean over the days on which something was logged; null where it never was. */
export interface Mean {
  readonly mean: number | null
  readonly days: number
}

/** What the runner wrote with `itb log review`; null is not said. */
export interface Written {
  readonly date: CalendarDate
  readonly changed: string | null
  readonly felt: string | null
  readonly adjust: string | null
}

/** One week looked back on. */
export interface WeekReview {
  readonly start: CalendarDate
  readonly end: CalendarDate
  /** False while the week is running. */
  readonly isOver: boolean
  readonly week: StatusWeek
  readonly plannedRuns: number | null
  readonly strength: { readonly done: number; readonly planned: number | null }
  readonly pain: RunCounts
  readonly checkIns: DayCounts
  readonly sleepHours: Mean
  readonly mood: Mean
  readonly confidence: Mean
  readonly habits: readonly { readonly habit: string; readonly days: number }[]
  readonly written: readonly Written[]
  readonly wins: readonly Win[]
}

/** Days into a week on which a look back still means the week before. */
const LATE_LOOK = 2

/** Looks back on the week that begins on a day, by all that is known at the end of another one. */
export function reviewWeek(
  log: Log,
  programme: Programme,
  played: Replay,
  start: Day,
  today: Day,
): WeekReview {
  const end = addDays(start, 6)
  const days = daysOfWeek(start).filter((day) => day <= today)
  const records = days.map((day) => played.diary.on(day, today))
  const checkIns = records.flatMap((record) => record.checkIns)
  const plan = played.planAt(start, days.at(-1) ?? start)
  const week = weekOf(programme, played, start, today)
  const hasPlan = week.plannedMeters !== null
  return {
    start: dateOf(start),
    end: dateOf(end),
    isOver: end <= today,
    week,
    plannedRuns: hasPlan ? daysFrom(start, end).flatMap((day) => played.shownOn(start, day)).length : null,
    strength: {
      done: records.filter(({ strength }) => strength.length > 0).length,
      planned: hasPlan ? plan.strength.length : null,
    },
    pain: countRuns(records),
    checkIns: countDays(records),
    sleepHours: meanOf(checkIns, 'sleepHours'),
    mood: meanOf(checkIns, 'mood'),
    confidence: meanOf(checkIns, 'confidence'),
    habits: habitsIn(records),
    written: writtenIn(
      log,
      dateOf(addDays(start, LATE_LOOK)),
      dateOf(addDays(end, LATE_LOOK)),
      dateOf(today),
    ),
    wins: winsIn(programme, played, start, today),
  }
}

function meanOf(checkIns: readonly DayEntry[], key: 'sleepHours' | 'mood' | 'confidence'): Mean {
  const values = checkIns.flatMap((day) => day[key] ?? [])
  const sum = values.reduce((all, value) => all + value, 0)
  return {
    mean: values.length === 0 ? null : Math.round((sum * 10) / values.length) / 10,
    days: values.length,
  }
}

function habitsIn(records: readonly DayRecord[]): WeekReview['habits'] {
  const kept = records.flatMap(({ checkIns }) => [...new Set(checkIns.flatMap(({ habits }) => habits ?? []))])
  return [...new Set(kept)]
    .sort()
    .map((habit) => ({ habit, days: kept.filter((each) => each === habit).length }))
}

/** A look back written in the first days of a week is about the week before. */
const writtenIn = (log: Log, from: CalendarDate, to: CalendarDate, today: CalendarDate): readonly Written[] =>
  standing(log.entries, today).flatMap((entry) =>
    entry.type === 'review' && entry.date >= from && entry.date <= to
      ? [
          {
            date: entry.date,
            changed: entry.changed ?? null,
            felt: entry.felt ?? null,
            adjust: entry.adjust ?? null,
          },
        ]
      : [],
  )
