import { addDays, type Day, daysFrom } from '../base/calendar.ts'
import { median } from '../base/units.ts'
import type { RunEntry } from '../log/schema.ts'
import type { SURFACES } from '../log/words.ts'
import type { Diary, DayRecord } from './diary.ts'
import { runningOf } from './live-week.ts'

/** A number of some weeks, and in how many of them anything was logged of it; null is unknown, never 0. */
export interface Tally {
  readonly value: number | null
  readonly weeks: number
}

/** Some weeks in a row as the log has them, each of seven days counted back from the last one. */
export interface Stretch {
  readonly weeks: readonly (readonly DayRecord[])[]
  readonly runs: readonly RunEntry[]
}

type Runs = readonly RunEntry[]
type Week = Stretch['weeks'][number]

/** Reads the whole weeks from one day to another as they are known at the end of a third. */
export function stretchFrom(diary: Diary, from: Day, to: Day, asOf: Day): Stretch {
  const count = Math.floor((to - from + 1) / 7)
  const weeks = Array.from({ length: count }, (_, index) => addDays(to, -7 * (count - index) + 1)).map(
    (start) => daysFrom(start, addDays(start, 6)).map((day) => diary.on(day, asOf)),
  )
  return { weeks, runs: weeks.flatMap(runsOf) }
}

const runsOf = (week: Week): Runs => week.flatMap(({ runs }) => runs)

const isLogged = (week: Week): boolean => week.some((day) => day.isLogged)
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum(values) / values.length
const metersOf = (runs: Runs): number => sum(runs.map((run) => runningOf(run).meters))

/** What a week comes to; one of which a run does not tell would count for too little and is left out. */
function weekly(
  weeks: Stretch['weeks'],
  isKnown: (run: RunEntry) => boolean,
  amount: (runs: Runs) => number,
): Tally {
  const told = weeks.filter((week) => isLogged(week) && runsOf(week).every(isKnown))
  return { value: mean(told.map((week) => amount(runsOf(week)))), weeks: told.length }
}

/** Without a single run that tells, weeks without runs say nothing of the matter either. */
const ofRuns = (
  weeks: Stretch['weeks'],
  isKnown: (run: RunEntry) => boolean,
  amount: (runs: Runs) => number,
): Tally =>
  weeks.some((week) => runsOf(week).some(isKnown))
    ? weekly(weeks, isKnown, amount)
    : { value: null, weeks: 0 }

const always = (): boolean => true

/** Metres a week. */
export const volumeOf = ({ weeks }: Stretch): Tally => weekly(weeks, always, metersOf)
/** How often a week was run in. */
export const runsAWeek = ({ weeks }: Stretch): Tally => weekly(weeks, always, (runs) => runs.length)

/** Hard runs and races a week, where every run of the week says how hard it was. */
export const hardRunsOf = ({ weeks }: Stretch): Tally =>
  ofRuns(
    weeks,
    (run) => run.intensity !== undefined,
    (runs) => runs.filter(({ intensity }) => intensity === 'hard' || intensity === 'race').length,
  )

/** Metres climbed a week, where every run of the week tells its climb. */
export const climbOf = ({ weeks }: Stretch): Tally =>
  ofRuns(
    weeks,
    (run) => run.ascentMeters !== undefined,
    (runs) => sum(runs.map(({ ascentMeters }) => ascentMeters ?? 0)),
  )

const weeksWith = ({ weeks }: Stretch, has: (run: RunEntry) => boolean): number =>
  weeks.filter((week) => runsOf(week).some(has)).length

/** The longest run in metres. */
export const longestOf = (stretch: Stretch): Tally => ({
  value: stretch.runs.length === 0 ? null : Math.max(...stretch.runs.map((run) => runningOf(run).meters)),
  weeks: weeksWith(stretch, always),
})

/** The part of the distance that some runs make up of all that tell of the matter. */
function partOf(
  stretch: Stretch,
  tells: (run: RunEntry) => boolean,
  isOf: (run: RunEntry) => boolean,
): Tally {
  const told = stretch.runs.filter(tells)
  const all = metersOf(told)
  return { value: all > 0 ? metersOf(told.filter(isOf)) / all : null, weeks: weeksWith(stretch, tells) }
}

/** The part of the distance that was not flat. */
export const notFlatOf = (stretch: Stretch): Tally =>
  partOf(
    stretch,
    ({ terrain }) => terrain !== undefined,
    ({ terrain }) => terrain !== 'flat',
  )

/** The part of the distance on one surface. */
export const surfaceOf = (stretch: Stretch, surface: (typeof SURFACES)[number]): Tally =>
  partOf(
    stretch,
    (run) => run.surface !== undefined,
    (run) => run.surface === surface,
  )

/** The middle cadence of the runs that tell one. */
export const cadenceOf = (stretch: Stretch): Tally => ({
  value: median(stretch.runs.flatMap(({ cadenceSpm }) => cadenceSpm ?? [])) ?? null,
  weeks: weeksWith(stretch, ({ cadenceSpm }) => cadenceSpm !== undefined),
})

const isOutside = ({ surface }: RunEntry): boolean => surface !== 'treadmill'

/** Seconds a kilometre over all running but that on a belt, whose metres are a guess. */
export function paceOf(stretch: Stretch): Tally {
  const runs = stretch.runs.filter(isOutside)
  const meters = metersOf(runs)
  const time = sum(runs.map((run) => runningOf(run).seconds))
  return { value: meters > 0 ? (time * 1000) / meters : null, weeks: weeksWith(stretch, isOutside) }
}

/** Mean sleep a night in seconds, over the nights that were logged. */
export const sleepOf = ({ weeks }: Stretch): Tally => ({
  value: mean(weeks.flatMap(nights)),
  weeks: weeks.filter((week) => nights(week).length > 0).length,
})

const SECONDS_AN_HOUR = 3600
const nights = (week: Week): readonly number[] =>
  week
    .flatMap(({ checkIns }) => checkIns.flatMap(({ sleepHours }) => sleepHours ?? []))
    .map((hours) => hours * SECONDS_AN_HOUR)
