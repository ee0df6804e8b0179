import { addDays, type CalendarDate, dateOf, type Day, dayOf } from '../base/calendar.ts'
import { asWritten } from '../log/as-written.ts'
import type { Entry, Log } from '../log/schema.ts'
import { firstKnown, learned, versionsOf } from '../log/versions.ts'
import type { Programme } from '../protocol/programme.ts'
import { keepDiary } from './diary.ts'
import { replay, replayFrom, type Replay } from './replay.ts'
import { type Settings, settingsOf } from './settings-on.ts'

/** What a runner went by at some hour, and nothing that was learned after it. */
export interface Hour {
  readonly programme: Programme
  readonly played: Replay
}

/** The hours at which plans were shown. */
export interface Hours {
  /** When all of a day was known that the log learned on it. */
  evening(day: Day): Hour
  /** Before the log had learned anything that day; undefined where it learned nothing all day. */
  morning(day: Day): Hour | undefined
}

/**
 * The hours of the days up to today. One replay answers for the evenings from a first one on, but for those
 * whose weeks began on another day, that had another protocol, or from before the log learned how it begins;
 * a test holds it against a replay of its own for each.
 */
export function hoursOf(
  log: Log,
  programmeOn: (day: CalendarDate) => Programme,
  first: Day,
  today: Day,
): Hours {
  const programme = programmeOn(dateOf(today))
  const told = upTo(log, today)
  const began = keepDiary(told).firstTelling ?? today
  // Where the first word was said before all of these days, today's own replay begins as theirs do.
  const whole = replay(programme, told, began <= first ? today : first)
  const turnsWeek = log.entries.some(setsWeek)
  const lately = log.entries.filter((entry) => isHeardFrom(entry, dateOf(first)))
  const alone = lately.flatMap((entry) => aloneIn(entry, first, began))
  const settings = { ...log, entries: log.entries.filter(isSetting) }
  const busy = new Set(lately.flatMap(learned))
  const replayed = (day: Day, asOf: Day): Hour => {
    const own = programmeOn(dateOf(day))
    return { programme: own, played: replay(own, upTo(asWritten(log, dateOf(asOf)), day), day) }
  }
  const isShared = (day: Day): boolean =>
    !turnsWeek &&
    !alone.some(({ from, to }) => from <= day && day < to) &&
    programmeOn(dateOf(day)) === programme
  return {
    evening: (day) => {
      if (!isShared(day)) return replayed(day, day)
      const ahead = settingsOf(programme, asWritten(settings, dateOf(day)), whole.diary)
      return { programme, played: seenOn(whole, ahead, day) }
    },
    morning: (day) => {
      if (!busy.has(dateOf(day))) return undefined
      const before = addDays(day, -1)
      if (!isShared(before) || !isShared(day)) return replayed(day, before)
      // What the weeks before had come to is known from the evening; only this week is lived again.
      const state = whole.stateAt(whole.weekOf(day), before)
      return { programme, played: replayFrom(programme, upTo(asWritten(log, dateOf(before)), day), state) }
    },
  }
}

/** Whether a log can have learned something of an entry on a day or later, or it tells of such a day. */
const isHeardFrom = ({ date, logged, removed, was }: Entry, day: CalendarDate): boolean =>
  was !== undefined || date >= day || (logged ?? date) >= day || (removed ?? date) >= day

/**
 * The evenings on which the shared replay would know more of an entry than the runner did: while it was
 * written down and had not happened yet, and before the log learned of a time from which it follows where
 * the replay begins.
 */
function aloneIn(entry: Entry, first: Day, began: Day): { from: Day; to: Day }[] {
  const heard = dayOf(firstKnown(entry) ?? entry.date)
  const date = dayOf(entry.date)
  const ahead = heard < date && entry.type !== 'absence' ? [{ from: heard, to: date }] : []
  const last = learned(entry).reduce<Day>((latest, each) => later(latest, dayOf(each)), heard)
  const isOfBeginning = last > first && versionsOf(entry).some((each) => dayOf(each.entry.date) <= began)
  return isOfBeginning ? [...ahead, { from: first, to: last }] : ahead
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** What has not happened yet is no fact, but absences are planned ahead. */
function upTo(log: Log, day: Day): Log {
  const last = dateOf(day)
  const entries = log.entries.filter(({ date, type }) => date <= last || type === 'absence')
  return entries.length === log.entries.length ? log : { ...log, entries }
}

const setsWeek = (entry: Entry): boolean =>
  entry.type === 'settings' && (entry.weekStart !== undefined || entry.was !== undefined)

/** A replayed log with the days after one of them torn out. */
function seenOn(played: Replay, settings: Settings, day: Day): Replay {
  const { diary } = played
  return {
    ...played,
    diary: { ...diary, on: (each, asOf) => diary.on(each, asOf < day ? asOf : day) },
    // A setting may begin or end after that day, and none that was made after it counts.
    settingOn: (asOf) => (asOf <= day ? played.settingOn(asOf) : settings(asOf)),
  }
}

const isSetting = ({ type }: Entry): boolean => type === 'settings' || type === 'limit' || type === 'absence'
