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
import { firstKnown, type Version, versionsOf } from '../log/versions.ts'

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

interface Page {
  readonly versions: Version[]
  /** Days on which something on this page was learned or taken back. */
  readonly changes: number[]
  readonly readings: Map<number, DayRecord>
}

/** Sorts a log into days once, so that a replay of years reads each of them in no time. */
export function keepDiary(log: Log): Diary {
  const pages = new Map<Day, Page>()
  const late: { readonly learned: Day; readonly date: Day }[] = []
  const entries = log.entries.filter(tells)
  for (const entry of entries) {
    for (const version of versionsOf(entry)) {
      const day = dayOf(version.entry.date)
      const page: Page = pages.get(day) ?? { versions: [], changes: [], readings: new Map() }
      pages.set(day, page)
      page.versions.push(version)
      for (const change of [version.from, version.until]) {
        if (change === undefined) continue
        const learned = dayOf(change)
        page.changes.push(learned)
        if (learned > day) late.push({ learned, date: day })
      }
    }
  }
  late.sort((a, b) => a.learned - b.learned)
  const days = [...pages.keys()].sort((a, b) => a - b)
  const ran = entries.flatMap((entry) =>
    entry.type === 'run' && entry.removed === undefined ? [dayOf(entry.date)] : [],
  )
  return {
    first: days[0],
    firstHeard: entries.reduce<Day | undefined>((first, entry) => earlier(first, heardOn(entry)), undefined),
    firstTelling: entries.reduce<Day | undefined>(
      (first, entry) => (isSilent(entry) ? first : earlier(first, firstDay(entry))),
      undefined,
    ),
    lastRunBefore: (day) =>
      ran
        .filter((each) => each < day)
        .reduce<Day | undefined>(
          (last, each) => (last === undefined || each > last ? each : last),
          undefined,
        ),
    weeksLogged: (from, to) =>
      new Set(days.filter((day) => day >= from && day < to).map((day) => Math.floor((day - from) / 7))).size,
    on: (day, asOf) => readPage(pages.get(day), asOf),
    learnedLate: (day, asOf) => lastBefore(late, day, asOf),
  }
}

/** A baseline describes; a log is planned from as if it were not there. */
const tells = ({ type }: Entry): boolean => type !== 'baseline'

/** A run of which nothing was said, as an import brings them. */
const isSilent = (entry: Entry): boolean =>
  entry.type === 'run' &&
  entry.pain === undefined &&
  entry.limp === undefined &&
  entry.swelling === undefined &&
  entry.analgesic === undefined &&
  entry.was === undefined &&
  entry.removed === undefined &&
  (entry.logged === undefined || entry.logged === entry.date)

/** The earliest day an entry ever told of. */
/** Absences that nobody dated are known ever since, and tell nothing of when the log began. */
const heardOn = (entry: Entry): Day => dayOf(firstKnown(entry) ?? entry.date)

const firstDay = (entry: Entry): Day =>
  (entry.was ?? []).reduce<Day>(
    (first, { date }) => (date === undefined ? first : earlier(first, dayOf(date))),
    dayOf(entry.date),
  )

const earlier = (a: Day | undefined, b: Day): Day => (a === undefined || b < a ? b : a)

function readPage(page: Page | undefined, asOf: Day): DayRecord {
  if (page === undefined) return NOTHING
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

function lastBefore(
  late: readonly { readonly learned: Day; readonly date: Day }[],
  day: Day,
  asOf: Day,
): Day {
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
