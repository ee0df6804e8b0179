import { distanceText, paceText, type Units } from '../base/amount-text.ts'
import { WEEKDAYS, type CalendarDate } from '../base/calendar.ts'
import type { Runner } from '../log/schema.ts'
import { dateText } from '../base/date-text.ts'
import { pageOf, type Page, type PageOptions } from './page.ts'
import { displayWidth, wrap } from './wrap.ts'

/** The word for each thing the log says of its runner, as `itb set` takes it. */
export const SETTING_WORDS: Readonly<Record<keyof Runner, string>> = {
  protocol: 'protocol',
  units: 'units',
  baselineWeeklyDistanceMeters: 'baseline',
  baselineLongestMeters: 'longest',
  goalWeeklyDistanceMeters: 'goal',
  easyPaceSecondsPerKm: 'pace',
  availableDays: 'days',
  strengthDays: 'strengthdays',
  cadenceSpm: 'cadence',
  equipment: 'equipment',
  extras: 'extras',
  milestones: 'milestone',
  side: 'side',
  timeZone: 'time-zone',
  weekStart: 'week-start',
  startTimes: 'times',
}

/** One thing the log says of its runner. */
export interface SettingRow {
  /** Its word on the command line. */
  readonly key: string
  /** Its key in the log. */
  readonly field: keyof Runner
  /** Null is not known. */
  readonly value: Runner[keyof Runner] | null
  /** The day from which it holds; null where it was told at first, or never. */
  readonly since: CalendarDate | null
}

const GAP = 2

/** What the log says of its runner, and since when. */
export function renderSettings(rows: readonly SettingRow[], options: PageOptions): string {
  const page = pageOf(options)
  const margin = Math.max(...rows.map(({ key }) => key.length)) + GAP
  const lines = rows.flatMap((row) => lineOf(row, margin, page))
  return `${lines.join('\n')}\n`
}

function lineOf(row: SettingRow, margin: number, page: Page): string[] {
  const since = row.since === null ? '' : `, since ${dateText(row.since)} ${row.since.slice(0, 4)}`
  const tone = row.value === null ? page.paint.muted : (text: string) => text
  return wrap(`${settingText(row, page.units)}${since}`, page.width - margin).map(
    (line, index) =>
      (index === 0
        ? page.paint.strong(row.key) + ' '.repeat(margin - displayWidth(row.key))
        : ' '.repeat(margin)) + tone(line),
  )
}

/** The value of a setting the way it could be typed again: `40.0 km`, `mon,wed,sat`, `not known`. */
export function settingText({ field, value }: Pick<SettingRow, 'field' | 'value'>, units: Units): string {
  if (value === null || value === undefined) return 'not known'
  if (field === 'startTimes' && typeof value === 'object') return timesText(value)
  if (typeof value === 'object') return listText(wordsOf(value))
  if (typeof value === 'string') return value
  if (field === 'easyPaceSecondsPerKm') return paceText(value, units)
  return field === 'cadenceSpm' ? `${value} steps a minute` : distanceText(value, units)
}

type Changed = { readonly [Field in keyof Runner]?: Runner[Field] | undefined }

/** What was set, each by its word: `goal 45.0 km, days mon,wed,sat`. */
export const settingsText = (changed: Changed, units: Units): string =>
  (Object.keys(SETTING_WORDS) as readonly (keyof Runner)[])
    .filter((field) => changed[field] !== undefined)
    .map((field) => `${SETTING_WORDS[field]} ${settingText({ field, value: changed[field] ?? null }, units)}`)
    .join(', ')

/** Words stand as they are, what is said of a milestone the way it is set. */
const wordsOf = (value: object): readonly string[] =>
  Object.entries(value).map(([id, word]) => (Array.isArray(value) ? word : `${id}=${word}`))

/** `mon=07:00,sat=09:30`; one time for all days stands alone. */
function timesText(times: object): string {
  const said = WEEKDAYS.flatMap((day) =>
    Object.entries(times).flatMap(([name, clock]) => (name === day ? [[day, String(clock)] as const] : [])),
  )
  const clocks = new Set(said.map(([, clock]) => clock))
  if (clocks.size === 1 && said.length === WEEKDAYS.length) return [...clocks].join('')
  return listText(said.map(([day, clock]) => `${day.slice(0, 3)}=${clock}`))
}

function listText(words: readonly string[]): string {
  if (words.length === 0) return 'none'
  const areDays = words.every((word) => WEEKDAYS.some((day) => day === word))
  if (!areDays) return words.join(',')
  return words.length === WEEKDAYS.length ? 'all days' : words.map((day) => day.slice(0, 3)).join(',')
}
