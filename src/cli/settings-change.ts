import type { Units } from '../base/amount-text.ts'
import type { CalendarDate } from '../base/calendar.ts'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import { didYouMean } from '../base/spelling.ts'
import { addEntries, changeEntry, type Amendment } from '../log/amend.ts'
import type { Log, Runner } from '../log/schema.ts'
import { shelve } from '../log/shelf.ts'
import type { Programme } from '../protocol/programme.ts'
import { usage } from './command.ts'
import type { Host } from './host.ts'
import { readProgramme } from './read-programme.ts'
import { readSetting, settingNamed, SETTINGS, waysToWrite, type Setting } from './settings-words.ts'
import { longestFaults } from './usual-week.ts'

/** What keys and values in turn change of a runner, or what is wrong with any of them. */
export async function changesMeant(
  host: Host,
  words: readonly string[],
  runner: Runner,
): Promise<Result<Partial<Runner>>> {
  const pairs = words.flatMap((key, index) => (index % 2 === 0 ? [[key, words[index + 1]] as const] : []))
  // A new unit already holds for the distances beside it.
  const units = pairs.find(([key]) => key === 'units')?.[1]
  const known = units === 'km' || units === 'mi' ? units : runner.units
  let stands = runner
  const read = pairs.map(([key, value]) => {
    const meant = changeMeant(key, value, known, stands)
    // A second milestone or time is wanted beside the first, not in its place.
    if (meant.ok) stands = { ...stands, ...meant.value }
    return meant
  })
  const problems = read.flatMap((each) => (each.ok ? [] : each.problems))
  if (problems.length > 0) return fail(...problems)
  const changed: Partial<Runner> = Object.assign({}, ...read.map((each) => (each.ok ? each.value : {})))
  const tooLong = changed.baselineLongestMeters === undefined ? [] : longestFaults(stands, known, 'longest')
  if (tooLong.length > 0) return fail(...tooLong)
  if (changed.protocol === undefined && changed.extras === undefined) return succeed(changed)
  const programme = await readProgramme(host, changed.protocol ?? runner.protocol)
  if (!programme.ok) return programme
  const unknown = extrasUnknown(programme.value, changed.extras ?? [])
  return unknown.length === 0 ? succeed(changed) : fail(...unknown)
}

/** An extra is an exercise that its protocol marks as optional; the others are planned anyway. */
function extrasUnknown({ rehab }: Programme, extras: readonly string[]): readonly Problem[] {
  const known = rehab.exercises.filter(({ optional }) => optional).map(({ id }) => id)
  const list = known.length === 0 ? 'The protocol has none.' : `Extras: ${known.join(', ')}.`
  return extras
    .filter((id) => !known.includes(id))
    .map((id) => usage(`"${id}" is no extra of the protocol`, `${didYouMean(id, known)}${list}`))
}

/** Of these none is something that can be said. */
const KNOWS_NONE: readonly (keyof Runner)[] = ['equipment', 'extras', 'milestones', 'startTimes']

function changeMeant(
  key: string,
  value: string | undefined,
  units: Units,
  runner: Runner,
): Result<Partial<Runner>> {
  const setting = settingNamed(key)
  if (setting === undefined) {
    const keys = SETTINGS.map((each) => each.key)
    return fail(usage(`"${key}" is no setting`, `${didYouMean(key, keys)}Settings: ${keys.join(', ')}.`))
  }
  if (value === undefined) return fail(usage(`nothing is said for ${setting.key}`, waysToWrite(setting)))
  return value === 'none' && !KNOWS_NONE.includes(setting.field)
    ? takenBack(setting, runner)
    : readSetting(setting, value, units, setting.key, runner)
}

/** Without a goal of their own a runner goes back to the old week, which can be written; nothing else can. */
function takenBack({ key }: Setting, runner: Runner): Result<Partial<Runner>> {
  if (key === 'goal') return succeed({ goalWeeklyDistanceMeters: runner.baselineWeeklyDistanceMeters })
  return fail(
    usage(
      `${key} cannot be taken back, as the log has no word for that`,
      'Set another value, or take the write that set it back: itb undo',
    ),
  )
}

/** What is set from which day on. */
export interface SettingsChange {
  readonly date: CalendarDate
  readonly changed: Partial<Runner>
  readonly note: string | undefined
}

/** Changes of one day for one date are one entry; what was set on an earlier day stays beside it. */
export function withSettings(
  log: Log,
  { date, changed, note }: SettingsChange,
  today: CalendarDate,
): Amendment {
  const fields = { ...changed, ...(note !== undefined && { note }) }
  const earlier = shelve(log).sessions.findLast(
    (entry) =>
      entry.type === 'settings' &&
      entry.removed === undefined &&
      entry.date === date &&
      (entry.logged ?? entry.date) === today,
  )
  return earlier === undefined
    ? addEntries(log, [{ type: 'settings', date, ...fields }], today)
    : changeEntry(log, earlier.id, (entry) => ({ ...entry, ...fields }), today)
}
