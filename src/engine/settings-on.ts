import { addDays, type CalendarDate, dateOf, type Day, dayOf } from '../base/calendar.ts'
import { inOrder } from '../log/read.ts'
import type { AbsenceEntry, Entry, LimitEntry, Log, SettingsEntry } from '../log/schema.ts'
import { runnerOn } from '../log/settings.ts'
import { versionsOf } from '../log/versions.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Diary } from './diary.ts'
import type { Setting } from './week-plan.ts'

/** The setting on the evening of a day; its epoch is the same for evenings that know the same. */
export type Settings = (asOf: Day) => Setting & { readonly epoch: string }

type Change = SettingsEntry | LimitEntry | AbsenceEntry

/** One version of what changes a setting, on the evenings from one day to before another. */
interface Spell {
  readonly change: Change
  readonly from: number
  readonly to: number
}

/** Settings, limits and absences as they stood on each day; days on which nothing changed share them. */
export function settingsOf(programme: Programme, log: Log, diary: Diary): Settings {
  const spells = log.entries.filter(isChange).flatMap(spellsOf)
  const turns = [...new Set(spells.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const kept = new Map<number, Setting & { readonly epoch: string }>()
  return (asOf) => {
    const epoch = turns.filter((turn) => turn <= asOf).length
    const found = kept.get(epoch)
    if (found !== undefined) return { ...found, asOf }
    const heard = inOrder(
      spells.filter(({ from, to }) => from <= asOf && asOf < to).map(({ change }) => change),
    )
    const setting = {
      programme,
      diary,
      runner: heard.some(({ type }) => type === 'settings')
        ? runnerOn({ ...log, entries: heard }, dateOf(asOf))
        : log.runner,
      limits: heard.filter((change) => change.type === 'limit'),
      absences: heard.filter((change) => change.type === 'absence'),
      asOf,
      epoch: String(epoch),
    }
    kept.set(epoch, setting)
    return setting
  }
}

const isChange = (entry: Entry): entry is Change =>
  entry.type === 'settings' || entry.type === 'limit' || entry.type === 'absence'

/** Absences are planned ahead, all else counts from its day; a limit ends with its own last day as well. */
function spellsOf(entry: Change): readonly Spell[] {
  return versionsOf(entry).flatMap((version): readonly Spell[] => {
    const change = version.entry as Change
    const known = dayOr(version.from, Number.NEGATIVE_INFINITY)
    const from = change.type === 'absence' ? known : Math.max(known, dayOf(change.date))
    const end = dayOr(version.until, Number.POSITIVE_INFINITY)
    const last = change.type === 'limit' ? dayOr(change.until, Number.POSITIVE_INFINITY) : end
    const to = Math.min(end, addDays(last as Day, 1))
    return from < to ? [{ change, from, to }] : []
  })
}

const dayOr = (date: CalendarDate | undefined, open: number): number =>
  date === undefined ? open : dayOf(date)
