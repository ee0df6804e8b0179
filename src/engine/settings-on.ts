import { type Day, dayOf } from '../base/calendar.ts'
import type { Log, Runner } from '../log/schema.ts'
import { runnerOn } from '../log/settings.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Diary } from './diary.ts'
import type { Setting } from './week-plan.ts'

/** The setting on the evening of a day; its epoch is the same for evenings that know the same. */
export type Settings = (asOf: Day) => Setting & { readonly epoch: string }

/** Settings, limits and absences as they stood on each day; days on which nothing changed share them. */
export function settingsOf(programme: Programme, log: Log, diary: Diary): Settings {
  const changing = log.entries.filter(
    ({ type }) => type === 'settings' || type === 'limit' || type === 'absence',
  )
  const since = (entry: Log['entries'][number]): Day =>
    entry.logged !== undefined
      ? dayOf(entry.logged)
      : entry.type === 'absence'
        ? (Number.NEGATIVE_INFINITY as Day)
        : dayOf(entry.date)
  const kept = new Map<string, Setting & { readonly epoch: string }>()
  return (asOf) => {
    const heard = changing.filter(
      (entry) => since(entry) <= asOf && (entry.type === 'absence' || dayOf(entry.date) <= asOf),
    )
    const limits = heard.flatMap((entry) => (entry.type === 'limit' && isInForce(entry, asOf) ? [entry] : []))
    const epoch = `${heard.length}/${limits.length}`
    const found = kept.get(epoch)
    if (found !== undefined) return { ...found, asOf }
    const runner: Runner = heard.some(({ type }) => type === 'settings')
      ? runnerOn(
          { ...log, entries: heard },
          (log.entries.at(-1)?.date ?? '9999-01-01') as Log['entries'][number]['date'],
        )
      : log.runner
    const setting = {
      programme,
      diary,
      runner,
      limits,
      absences: heard.flatMap((entry) => (entry.type === 'absence' ? [entry] : [])),
      asOf,
      epoch,
    }
    kept.set(epoch, setting)
    return setting
  }
}

/** A clinician's limit holds until its last day, or until it is taken back when it has none. */
const isInForce = (limit: { readonly until?: string | undefined }, asOf: Day): boolean =>
  limit.until === undefined || dayOf(limit.until as Parameters<typeof dayOf>[0]) >= asOf
