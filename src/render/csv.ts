import { stringify } from 'csv-stringify/sync'
import type { DayLook } from '../engine/look.ts'
import type { Plan, PlannedExercise, Session } from '../engine/plan.ts'
import { weekdayText } from '../base/date-text.ts'
import { frameText } from './frame.ts'
import { tame } from './wrap.ts'

type Titles = ReadonlyMap<string, string>
type Cell = string | number | boolean | null
type Row = Readonly<Record<string, Cell>>

/** The columns in their order, each with its unit; what a row has no value for stays empty. */
const COLUMNS = [
  'date',
  'weekday',
  'row',
  'type',
  'title',
  'intensity',
  'terrain',
  'distance_meters',
  'duration_seconds',
  'elapsed_seconds',
  'steps',
  'cues',
  'exercise',
  'exercise_id',
  'sets',
  'reps_min',
  'reps_max',
  'per_side',
  'hold_seconds',
  'level',
  'session_id',
  'week_start',
  'phase',
  'return_week',
  'verdict',
  'provisional',
] as const

/** Weeks for a spreadsheet: a row a session, and below it a row for each of its exercises. */
export const renderPlanCsv = (plans: readonly Plan[], titles: Titles): string =>
  sheet(
    COLUMNS,
    plans.flatMap((plan) => plan.sessions.flatMap((session) => rowsOf(session, plan, titles))),
  )

/** One day for a spreadsheet, with a last column that tells what of it the log has already. */
export const renderDayCsv = ({ sessions, week }: DayLook, titles: Titles): string =>
  sheet(
    [...COLUMNS, 'done'],
    sessions.flatMap((session) =>
      rowsOf(session, week, titles).map((row) => ({ ...row, done: session.done })),
    ),
  )

/** The amounts of a session stand in its own row alone, so that a column can be summed up as it is. */
function rowsOf(session: Session, plan: Plan, titles: Titles): readonly Row[] {
  const shared = {
    date: session.date,
    weekday: weekdayText(session.date),
    type: session.type,
    title: session.title,
    session_id: session.id,
    week_start: plan.week.start,
    phase: plan.phase,
    return_week: plan.returnWeek,
    verdict: plan.verdict,
    provisional: plan.provisional,
  }
  return [
    {
      ...shared,
      row: 'session',
      intensity: session.intensity,
      terrain: session.terrain,
      distance_meters: session.distanceMeters,
      duration_seconds: session.durationSeconds,
      elapsed_seconds: session.elapsedSeconds,
      steps: frameText(session.steps),
      cues: session.cues.join('; '),
    },
    ...session.exercises.map((exercise) => ({ ...shared, row: 'exercise', ...doseOf(exercise, titles) })),
  ]
}

const doseOf = ({ id, sets, reps, perSide, holdSeconds, level }: PlannedExercise, titles: Titles): Row => ({
  exercise: titles.get(id) ?? id,
  exercise_id: id,
  sets,
  reps_min: reps?.[0] ?? null,
  reps_max: reps?.at(-1) ?? null,
  per_side: perSide,
  hold_seconds: holdSeconds,
  level,
})

/** RFC 4180; a text from a file that a spreadsheet would take for a formula gets an apostrophe before it. */
const sheet = (columns: readonly string[], rows: readonly Row[]): string =>
  stringify([columns, ...rows.map((row) => columns.map((column) => plain(row[column] ?? null)))], {
    record_delimiter: 'windows',
    escape_formulas: true,
  })

const plain = (cell: Cell): string | number | null =>
  typeof cell === 'string' ? tame(cell).replace(/\s+/g, ' ').trim() : cell === null ? null : asWord(cell)

const asWord = (cell: number | boolean): string | number => (typeof cell === 'boolean' ? String(cell) : cell)
