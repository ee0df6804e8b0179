import { type Day, dayOf } from '../base/calendar.ts'
import type {
  AcknowledgementEntry,
  ClearanceEntry,
  CrossTrainingEntry,
  DayEntry,
  Entry,
  FlareEntry,
  Log,
  MobilityEntry,
  RunEntry,
  StrengthEntry,
} from '../log/schema.ts'
import type { Version } from '../log/versions.ts'
import { isToldInTime, type LateNews, leafThrough } from './leaf-through.ts'

/** What the log says of one day, sorted by what it is. */
export interface DayRecord {
  readonly runs: readonly RunEntry[]
  readonly flares: readonly FlareEntry[]
  readonly checkIns: readonly DayEntry[]
  readonly strength: readonly StrengthEntry[]
  readonly crossTraining: readonly CrossTrainingEntry[]
  readonly mobility: readonly MobilityEntry[]
  readonly clearances: readonly ClearanceEntry[]
  readonly acknowledgements: readonly AcknowledgementEntry[]
  /** Something was written of this day, whatever it is. */
  readonly isLogged: boolean
}

/** The log as a book of days that can be opened as it stood at any evening. */
export interface Diary {
  /** The first day that says anything. Undefined for an empty log. */
  readonly first: Day | undefined
  /** The first evening on which anything was known: before it nobody was shown a plan. */
  readonly firstHeard: Day | undefined
  /**
   * The first day on which something was said of the knee, or more than runs. Undefined when it never was.
   */
  readonly firstTelling: Day | undefined
  /**
   * The first day on which a scored run, a check-in or a flare was written within a week of its date: from
   * then on weeks are held against their plans. Undefined where the log is nothing but history.
   */
  readonly inUseFrom: Day | undefined
  /** By the end of `asOf` something of this day had been written, and within a week of it. */
  isTold(day: Day, asOf: Day): boolean
  /** The last day before another one with a run. */
  lastRunBefore(day: Day): Day | undefined
  /** Weeks from a first day up to another one with anything in them. */
  weeksLogged(from: Day, to: Day): number
  /** What is known of a day at the end of another one. */
  on(day: Day, asOf: Day): DayRecord
  /**
   * The last day up to `asOf` on which something before `day` was learned late; two evenings with the same
   * answer know the same past.
   */
  learnedLate(day: Day, asOf: Day): Day
}

const NOTHING: DayRecord = {
  runs: [],
  flares: [],
  checkIns: [],
  strength: [],
  crossTraining: [],
  mobility: [],
  clearances: [],
  acknowledgements: [],
  isLogged: false,
}
const NEVER = -1e9 as Day

/** A page is opened when it is asked for: of years of runs hardly one is. */
interface Page {
  readonly versions: readonly Version[]
  /** Days on which something on this page was learned or taken back. */
  readonly changes: readonly Day[]
  readonly readings: Map<number, DayRecord>
}

const diaries = new WeakMap<readonly Entry[], Diary>()

/** Sorts a log into days once, so that a replay of years reads each of them in no time. */
export function keepDiary({ entries }: Log): Diary {
  const found = diaries.get(entries)
  if (found !== undefined) return found
  const diary = sortIntoDays(entries)
  diaries.set(entries, diary)
  return diary
}

function sortIntoDays(entries: readonly Entry[]): Diary {
  const { pages, late, ran, firstHeard, firstTelling, inUseFrom } = leafThrough(entries.filter(tells))
  const days = [...pages.keys()].sort((a, b) => a - b)
  const opened = new Map<Day, Page>()
  return {
    first: days[0],
    firstHeard,
    firstTelling,
    inUseFrom,
    isTold: (day, asOf) => isToldInTime(pages.get(day) ?? [], day, asOf),
    lastRunBefore: (day) =>
      ran
        .filter((each) => each < day)
        .reduce<Day | undefined>(
          (last, each) => (last === undefined || each > last ? each : last),
          undefined,
        ),
    weeksLogged: (from, to) =>
      new Set(days.filter((day) => day >= from && day < to).map((day) => Math.floor((day - from) / 7))).size,
    on: (day, asOf) => {
      const versions = pages.get(day)
      if (versions === undefined) return NOTHING
      const page = opened.get(day) ?? openPage(versions)
      opened.set(day, page)
      return readPage(page, asOf)
    },
    learnedLate: (day, asOf) => lastBefore(late, day, asOf),
  }
}

/** A baseline describes; a log is planned from as if it were not there. */
const tells = ({ type }: Entry): boolean => type !== 'baseline'

const openPage = (versions: readonly Version[]): Page => ({
  versions,
  changes: versions
    .flatMap(({ from, until }) => [from, until])
    .flatMap((change) => (change === undefined ? [] : [dayOf(change)])),
  readings: new Map(),
})

function readPage(page: Page, asOf: Day): DayRecord {
  const epoch = page.changes.reduce(
    (latest, change) => (change <= asOf && change > latest ? change : latest),
    NEVER as number,
  )
  const found = page.readings.get(epoch)
  if (found !== undefined) return found
  const reading = sort(page.versions.filter((version) => stands(version, asOf)).map(({ entry }) => entry))
  page.readings.set(epoch, reading)
  return reading
}

const stands = ({ from, until }: Version, asOf: Day): boolean =>
  (from === undefined || dayOf(from) <= asOf) && (until === undefined || asOf < dayOf(until))

function lastBefore(late: readonly LateNews[], day: Day, asOf: Day): Day {
  let index = late.length - 1
  while (index >= 0) {
    const event = late[index]
    if (event !== undefined && event.learned <= asOf && event.date < day) return event.learned
    index--
  }
  return NEVER
}

function sort(entries: readonly Entry[]): DayRecord {
  const of = <T extends Entry['type']>(type: T) =>
    entries.filter((entry): entry is Extract<Entry, { type: T }> => entry.type === type)
  return {
    runs: of('run'),
    flares: of('flare'),
    checkIns: of('day'),
    strength: of('strength'),
    crossTraining: of('cross-training'),
    mobility: of('mobility'),
    clearances: of('clearance'),
    acknowledgements: of('acknowledgement'),
    isLogged: entries.some(({ type }) => type !== 'settings' && type !== 'absence' && type !== 'limit'),
  }
}
