import type { Day } from '../base/calendar.ts'
import type { DayEntry, FlareEntry, RunEntry } from '../log/schema.ts'
import type { Grade } from '../rules/finding.ts'
import { type Graded, isOuterKnee, type Standing } from '../rules/pain-grade.ts'
import type { DayRecord } from './diary.ts'

/** What a day amounts to, and the facts of it that later days ask for. */
export interface GradedDay extends Graded {
  /** The grade of the outer knee alone: it begins and ends phases, and pain elsewhere does not. */
  readonly knee: Grade
  /** What hurt at other places, each of them graded by itself. */
  readonly elsewhere: readonly PlaceGrade[]
  /** The grade of each run, in the order of the entries. */
  readonly runGrades: readonly Grade[]
  /** The worst that a run or a flare was to the outer knee. */
  readonly worstRun: Grade
  /** Highest score of the outer knee that day. Undefined when none was given. */
  readonly peak: number | undefined
  readonly daily: number | undefined
  readonly swelling: boolean | undefined
  readonly redFlags: readonly string[]
  /**
   * What a moderate pain of the knee rests on: two of daily life count once, and one of an exercise never.
   */
  readonly step: Step['of'] | undefined
  /** A run was done on a painkiller. */
  readonly ranOnPainkiller: boolean
}

/** What one place other than the outer knee amounts to. */
export interface PlaceGrade {
  readonly site: string
  readonly grade: Grade
}

/** A day with moderate pain of the outer knee. */
export interface Step {
  readonly day: Day
  readonly of: 'run' | 'daily' | 'exercise'
}

/** Pain at another place on some day. */
export interface PlacePain extends PlaceGrade {
  readonly day: Day
}

/** What of the days before changes the grade of this one. */
export interface DayContext {
  readonly standing: Standing
  readonly painfulDaysBefore: number
  readonly secondSwelling: boolean
  /** Moderate pain in the days before which a further one adds up with. */
  readonly steps: readonly Step[]
  /** The same of other places. */
  readonly elsewhere: readonly PlacePain[]
  /** The day after has begun, so its morning score is due. */
  readonly morningIsDue: boolean
  /** In the acute phase and rehabilitation a missing check-in leaves the day unknown. */
  readonly needsCheckIn: boolean
}

const scoresOf = ({ pain }: DayEntry): readonly number[] =>
  [pain?.dailyActivities, pain?.stairs, pain?.rest, pain?.night].filter((score) => score !== undefined)

/** A check-in of the outer knee; one that names another place tells of that one alone. */
const isOfKnee = ({ pain }: DayEntry): boolean => isOuterKnee(pain?.site)

/** The worst of walking, stairs, rest and night of all check-ins of a day; undefined when none was given. */
export function dailyPain(record: DayRecord): number | undefined {
  const scores = record.checkIns.filter(isOfKnee).flatMap(scoresOf)
  return scores.length === 0 ? undefined : Math.max(...scores)
}

/** What a check-in says of another place. Undefined where nothing hurt there. */
export function placeTold(entry: DayEntry): { site: string; worst: number; resting: number } | undefined {
  const worst = Math.max(0, ...scoresOf(entry))
  if (isOfKnee(entry) || worst === 0) return undefined
  const resting = Math.max(entry.pain?.rest ?? 0, entry.pain?.night ?? 0)
  return { site: placeName(entry.pain?.site), worst, resting }
}

/** The name of a place today; an older word for it is read. */
export const placeName = (site: string | undefined): string =>
  site === 'other' ? 'elsewhere' : (site ?? 'outer-knee')

/** The only pain an entry tells of is elsewhere: a limp or a swelling in it belongs there. */
const isOfOtherPlace = (entry: RunEntry | FlareEntry | DayEntry): boolean => {
  if (entry.type === 'day') return placeTold(entry) !== undefined
  const { site, during, after, nextMorning } = entry.pain ?? {}
  const worst = Math.max(during ?? 0, after ?? 0, nextMorning ?? 0)
  return !isOuterKnee(site) && (entry.type === 'flare' || worst > 0)
}

type Sign = 'limp' | 'swelling'

/**
 * A sign of the knee on one day. What any entry states stands: a "no" in another one does not undo it, and
 * only where nobody says yes a no counts.
 */
export function signOn({ runs, flares, checkIns }: DayRecord, sign: Sign): boolean | undefined {
  const said = [...runs, ...flares, ...checkIns]
    .filter((entry) => !isOfOtherPlace(entry))
    .map((entry) => entry[sign])
  return said.includes(true) ? true : said.includes(false) ? false : undefined
}

/** A painkiller was taken that day, whichever entry says so. */
export function painkillerOn({ runs, checkIns }: DayRecord): boolean | undefined {
  const said = [...runs, ...checkIns].map(({ analgesic }) => analgesic)
  return said.includes(true) ? true : said.includes(false) ? false : undefined
}
