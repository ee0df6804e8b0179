import { addDays, type CalendarDate, dateOf, dayOf } from '../../base/calendar.ts'
import { amendAll } from '../../log/amend-all.ts'
import { changeEntry, type Amendment } from '../../log/amend.ts'
import { identify } from '../../log/ids.ts'
import type { Entry, Log, RunEntry } from '../../log/schema.ts'
import { standing } from '../../log/versions.ts'

/**
 * The morning of a day after the runs of the day before, which is 0 with all else of the day. After a run
 * that hurt, or on a day of which pain was told already, it has to be said on its own.
 */
export function risenOn(log: Log, date: CalendarDate, today: CalendarDate): Amendment {
  const ran = dateOf(addDays(dayOf(date), -1))
  const entries = standing(identify(log), today)
  if (entries.some((entry) => entry.date === date && isSore(entry))) return { log, amended: [] }
  const open = entries.filter((entry) => entry.date === ran && entry.type === 'run' && isQuietAndOpen(entry))
  return amendAll(
    log,
    open.map(
      ({ id }) =>
        (before: Log) =>
          changeEntry(
            before,
            id,
            (entry) => (entry.type === 'run' ? { ...entry, pain: { ...entry.pain, nextMorning: 0 } } : entry),
            today,
          ),
    ),
  )
}

const isSore = (entry: Entry): boolean =>
  entry.type === 'flare' ||
  (entry.type === 'day' &&
    (entry.swelling === true ||
      entry.limp === true ||
      (entry.redFlags ?? []).length > 0 ||
      Object.values(entry.pain ?? {}).some((score) => score !== 0)))

const isQuietAndOpen = ({ pain, limp, swelling, analgesic }: RunEntry): boolean =>
  pain?.nextMorning === undefined &&
  (pain?.during ?? 0) === 0 &&
  (pain?.after ?? 0) === 0 &&
  ![limp, swelling, analgesic].includes(true)
