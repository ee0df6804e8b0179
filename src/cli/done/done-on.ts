import type { CalendarDate } from '../../base/calendar.ts'
import { asPlanned, runAsPlanned } from '../../engine/as-planned.ts'
import type { Session } from '../../engine/plan.ts'
import { plannedFor } from '../../engine/look.ts'
import { addEntries, changeEntry, type Amendment } from '../../log/amend.ts'
import { amendAll } from '../../log/amend-all.ts'
import { identify } from '../../log/ids.ts'
import type { DayEntry, Entry, Log, RunEntry, RunPain, StrengthEntry } from '../../log/schema.ts'
import type { Programme } from '../../protocol/programme.ts'

/** How the planned sessions of a day were done. */
export interface Done {
  /** Kinds of session that were not done. */
  readonly leftOut: readonly Session['type'][]
  /** What the run measured; undefined is as planned. */
  readonly measured?: Pick<RunEntry, 'distanceMeters' | 'durationSeconds'>
  /** What was said of the run. */
  readonly run: Pick<RunEntry, 'limp' | 'swelling' | 'analgesic'> & { readonly pain: RunPain }
  /** Exercises that hurt, and how much; null for one that was not done. */
  readonly exercises: ReadonlyMap<string, number | null>
  /** What was said of the day; undefined where it was not asked. */
  readonly day?: Pick<DayEntry, 'pain' | 'swelling'>
}

/** Who writes, for which programme and on which day. */
export interface Writing {
  readonly programme: Programme
  readonly today: CalendarDate
}

/** What is written for a day whose sessions were done: only what was planned, and nothing twice. */
export function doneOn(log: Log, { programme, today }: Writing, date: CalendarDate, done: Done): Amendment {
  const planned = plannedFor(log, programme, date).filter(({ type }) => !done.leftOut.includes(type))
  const logged = identify(log).filter((entry) => entry.date === date && entry.removed === undefined)
  const open = planned.filter(({ type }) => !logged.some((entry) => entry.type === type))
  const sessions = open.flatMap((session) => entryOf(session, done) ?? [])
  const unscored = logged.filter(({ type }) => type === 'run' && !done.leftOut.includes('run'))
  const days = logged.filter((entry) => entry.type === 'day')
  return amendAll(log, [
    (before) => addEntries(before, sessions, today),
    ...unscored.map(
      (run) => (before: Log) => changeEntry(before, run.id, (entry) => scored(entry, done), today),
    ),
    (before) => checkedIn(before, date, days[0]?.id, done.day, today),
  ])
}

function entryOf(session: Session, done: Done): Entry | undefined {
  if (session.type === 'run') return ran(session, done)
  const entry = asPlanned(session)
  if (entry?.type === 'strength') return withPain(entry, done.exercises)
  return entry?.type === 'cross-training' || entry?.type === 'mobility' ? { ...entry, pain: 0 } : entry
}

function ran(session: Session, { measured, run }: Done): RunEntry {
  const { attested, ...planned } = runAsPlanned(session)
  return measured === undefined ? { ...planned, ...run, attested: true } : { ...planned, ...measured, ...run }
}

const withPain = (entry: StrengthEntry, exercises: Done['exercises']): StrengthEntry => ({
  ...entry,
  exercises: entry.exercises.flatMap((exercise) => {
    const pain = exercises.get(exercise.id) ?? 0
    return exercises.get(exercise.id) === null ? [] : [{ ...exercise, pain }]
  }),
})

/** A run that is there already keeps what was said of it; only what was open is answered. */
function scored(entry: Entry, { run }: Done): Entry {
  return entry.type === 'run' ? { ...run, ...entry, pain: { ...run.pain, ...entry.pain } } : entry
}

function checkedIn(
  log: Log,
  date: CalendarDate,
  id: string | undefined,
  day: Done['day'],
  today: CalendarDate,
): Amendment {
  if (day === undefined) return { log, amended: [] }
  if (id === undefined) return addEntries(log, [{ type: 'day', date, ...day }], today)
  return changeEntry(
    log,
    id,
    (entry) => (entry.type === 'day' ? { ...day, ...entry, pain: { ...day.pain, ...entry.pain } } : entry),
    today,
  )
}
