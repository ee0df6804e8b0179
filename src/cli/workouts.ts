import { dateText } from '../base/date-text.ts'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import type { CalendarEvent } from '../calendar/event.ts'
import type { ShownPlan, Session } from '../engine/plan.ts'
import type { Log } from '../log/schema.ts'
import { isWorkout, renderFit } from '../render/fit.ts'
import { workoutOf } from '../render/workout.ts'
import { changeFolder, filesIn } from '../store/folder.ts'
import { answer, usage, type Answer } from './command.ts'

/** The runs of some weeks, and how each of them goes onto a watch. */
interface Runs {
  readonly plans: readonly ShownPlan[]
  /** The calendar of these weeks: it knows which runs were shown and are planned no more. */
  readonly events: readonly CalendarEvent[]
  readonly log: Log
}

/** Writes a workout a run into a folder, and takes out those of runs that were called off; all or nothing. */
export function writeWorkouts(folder: string | undefined, runs: Runs): Result<Answer> {
  if (folder === undefined || folder === '' || folder === '-' || /\.fit$/i.test(folder))
    return fail(NO_FOLDER)
  const planned = workoutsOf(runs)
  const off = calledOff(runs).filter(({ id }) => !planned.has(fileName(id)))
  const there = filesIn(folder, [...planned.keys(), ...off.map(({ id }) => fileName(id))])
  if (!there.ok) return there
  const foreign = [...planned.keys()].filter((name) => !isOurs(there.value.get(name)))
  if (foreign.length > 0) return fail(...foreign.map((name) => foreignFile(`${folder}/${name}`)))
  const gone = off.filter(({ id }) => {
    const bytes = there.value.get(fileName(id))
    return bytes !== undefined && isWorkout(bytes, id)
  })
  const changed = changeFolder(
    folder,
    planned,
    gone.map(({ id }) => fileName(id)),
  )
  return changed.ok ? succeed(answer('', { note: noteOf(folder, planned, gone, runs.plans) })) : changed
}

const NO_FOLDER = usage(
  'the format fit is a file a run, and needs a folder for them',
  'Name one, which is made if it is not there: itb plan --format fit -o workouts',
)

/** A file name is the session's id without the runner's part: `2026-03-23-run.fit`. */
const fileName = (id: string): string => `${id.split('@')[0]}.fit`

const workoutsOf = ({ plans, log }: Runs): ReadonlyMap<string, Uint8Array> =>
  new Map(
    plans.flatMap(({ sessions, running }) =>
      sessions
        .filter(({ type }) => type === 'run')
        // Where the log keeps no moment, the day of the run is one that is the same every time.
        .map((run) => [
          fileName(run.id),
          renderFit(workoutOf(run, running.unit), log.updated ?? `${run.date}T00:00:00Z`),
        ]),
    ),
  )

const calledOff = ({ events }: Runs): Session[] =>
  events.flatMap(({ session, status }) =>
    session !== null && session.type === 'run' && status === 'cancelled' ? [session] : [],
  )

const isOurs = (bytes: Uint8Array | undefined): boolean => bytes === undefined || isWorkout(bytes)

// A recorded run may well have such a name, and it cannot be planned anew.
const foreignFile = (file: string): Problem => ({
  code: 'file-exists',
  message: 'this file is there already, and it is no planned workout',
  place: { file, line: 1, column: 1, text: '' },
  hint: 'Name another folder, or move it away first.',
})

function noteOf(
  folder: string,
  planned: ReadonlyMap<string, Uint8Array>,
  gone: readonly Session[],
  plans: readonly ShownPlan[],
): string {
  const names = [...planned.keys()]
  return [
    ...(names.length === 0 ? [`${noRuns(plans)}: no workout was written`] : []),
    ...(names.length === 0 ? [] : [`saved to ${folder}: ${names.join(', ')}`]),
    ...gone.map(({ id, date }) => `removed ${fileName(id)}: the run of ${dateText(date)} is off`),
    ...(gone.length === 0 ? [] : ['What a watch has taken in stays there until it is deleted on it.']),
    ...(names.length === 0 ? [] : [ONTO_A_WATCH]),
  ].join('\n')
}

function noRuns(plans: readonly ShownPlan[]): string {
  const [first, last] = [plans[0]?.week.start, plans.at(-1)?.week.end]
  return first === undefined || last === undefined
    ? 'no runs'
    : `no runs from ${dateText(first)} to ${dateText(last)}`
}

const ONTO_A_WATCH =
  'A Garmin watch takes them by USB: copy them into its folder GARMIN/NewFiles. For another one import ' +
  'them in its app, if that takes FIT workouts.'
