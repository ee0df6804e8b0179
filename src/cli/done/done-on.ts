import type { CalendarDate } from '../../base/calendar.ts'
import { asPlanned, runAsPlanned } from '../../engine/as-planned.ts'
import type { Session } from '../../engine/plan.ts'
import { openOn } from '../../engine/look.ts'
import { addEntries, changeEntry, type Amendment, type Named } from '../../log/amend.ts'
import { amendAll } from '../../log/amend-all.ts'
import { identify } from '../../log/ids.ts'
import type { DayEntry, Entry, FlareEntry, Log, RunEntry, RunPain, StrengthEntry } from '../../log/schema.ts'
import { begunWithin } from '../asking/ask-run.ts'
import type { Programme } from '../../protocol/programme.ts'

/** How the planned sessions of a day were done. */
export interface Done {
  /** The one session that is told of, where it is one: then nothing is said of the rest of the day. */
  readonly only?: 'run' | 'strength'
  /** Kinds of session that were not done. */
  readonly leftOut: readonly Session['type'][]
  /** What the run measured; undefined is as planned. */
  readonly measured?: Pick<RunEntry, 'distanceMeters' | 'durationSeconds'>
  /** The metres that were surely run where nobody knows how many more; undefined where all of it was run. */
  readonly ranAtLeast?: number
  /** What was said of the run. */
  readonly run: Pick<RunEntry, 'limp' | 'swelling' | 'analgesic'> & { readonly pain: RunPain }
  /** The worst that was said of the run in so many words: it wins over what stands, as a quiet 0 does not. */
  readonly worst?: number
  /** What hurt in a run of which nobody knows how far it went. */
  readonly flare?: Pick<FlareEntry, 'pain' | 'limp'>
  /** Exercises that hurt, and how much; null for one that was not done. */
  readonly exercises: ReadonlyMap<string, number | null>
  /** How hard the exercises were that did not hurt; undefined where nobody said. */
  readonly effort?: number
  /** What was said of the day; undefined where it was not asked. */
  readonly day?: Pick<DayEntry, 'pain' | 'swelling'>
}

/** Who writes, for which programme and on which day. */
export interface Writing {
  readonly programme: Programme
  readonly today: CalendarDate
}

/** The sessions of a day that are still to be written down, and what the log has of it. */
interface DayOfSessions {
  readonly open: readonly Session[]
  readonly logged: readonly Named[]
}

/** The sessions of a day as its runner was shown them last. */
export const shownOn = (log: Log, { programme, today }: Writing, date: CalendarDate): readonly Session[] =>
  openOn(log, programme, date, today)

/** What of a day can be done: each session that was shown once, and what is logged already. */
export function sessionsOn(log: Log, shown: readonly Session[], date: CalendarDate): DayOfSessions {
  const logged = identify(log).filter((entry) => entry.date === date && entry.removed === undefined)
  return { open: shown.filter(({ type }) => !logged.some((entry) => entry.type === type)), logged }
}

/** What is written for a day whose sessions were done: only what was shown, and nothing twice. */
export function doneOn(
  log: Log,
  { today }: Writing,
  date: CalendarDate,
  done: Done,
  shown: readonly Session[],
): Amendment {
  const { open, logged } = sessionsOn(log, shown, date)
  const isDone = ({ type }: Session | Entry): boolean => !done.leftOut.some((each) => each === type)
  const sessions = open.filter(isDone).flatMap((session) => entryOf(session, done) ?? [])
  const flares: readonly Entry[] = done.flare === undefined ? [] : [{ type: 'flare', date, ...done.flare }]
  const there = logged.filter((entry) => (entry.type === 'run' || entry.type === 'strength') && isDone(entry))
  const days = logged.filter((entry) => entry.type === 'day')
  return amendAll(log, [
    (before) => addEntries(before, [...sessions, ...flares], today),
    ...there.map(
      ({ id }) =>
        (before: Log) =>
          changeEntry(before, id, (entry) => told(entry, done), today),
    ),
    (before) => checkedIn(before, date, days[0]?.id, done.day, today),
  ])
}

function entryOf(session: Session, done: Done): Entry | undefined {
  if (session.type === 'run') return ran(session, done)
  const entry = asPlanned(session)
  if (entry?.type === 'strength') return withPain(entry, done)
  return entry?.type === 'cross-training' || entry?.type === 'mobility' ? { ...entry, pain: 0 } : entry
}

function ran(session: Session, { measured, ranAtLeast, run }: Done): RunEntry {
  const { attested, ...planned } = runAsPlanned(session)
  if (measured !== undefined) return beganWithin({ ...planned, ...measured, ...run })
  const share = Math.min(1, (ranAtLeast ?? planned.distanceMeters) / planned.distanceMeters)
  const part = {
    distanceMeters: Math.floor(planned.distanceMeters * share),
    durationSeconds: Math.floor(planned.durationSeconds * share),
  }
  return beganWithin({ ...planned, ...(share < 1 && part), ...run, attested: true })
}

const beganWithin = (run: RunEntry): RunEntry =>
  run.pain === undefined ? run : { ...run, pain: begunWithin(run.pain, run.distanceMeters) }

const withPain = (entry: StrengthEntry, { exercises, effort }: Done): StrengthEntry => ({
  ...entry,
  exercises: entry.exercises.flatMap((exercise) => {
    const pain = exercises.get(exercise.id) ?? 0
    return exercises.get(exercise.id) === null ? [] : [withEffort({ ...exercise, pain }, effort)]
  }),
})

type Exercise = StrengthEntry['exercises'][number]

/** An effort is said of what did not hurt, and takes the place of none that was said before. */
const withEffort = (exercise: Exercise, effort: number | undefined): Exercise =>
  effort === undefined || exercise.effort !== undefined || exercise.pain !== 0
    ? exercise
    : { ...exercise, effort }

/** What is there already keeps what was said of it: what was open is answered, and what is given counts. */
function told(entry: Entry, done: Done): Entry {
  if (entry.type === 'strength') return hurting(entry, done)
  if (entry.type !== 'run') return entry
  const { run, worst, measured } = done
  const pain = { ...run.pain, ...entry.pain, ...(worst !== undefined && { during: worst }) }
  const { attested, ...held } = { ...run, ...entry, ...measured, pain }
  return { ...held, ...(attested !== undefined && measured === undefined && { attested }) }
}

const hurting = (entry: StrengthEntry, { exercises, effort }: Done): StrengthEntry => ({
  ...entry,
  exercises: entry.exercises.map((exercise) => {
    const pain = exercises.get(exercise.id)
    return withEffort(pain === undefined || pain === null ? exercise : { ...exercise, pain }, effort)
  }),
})

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
