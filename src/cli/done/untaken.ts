import type { CalendarDate } from '../../base/calendar.ts'
import type { Problem } from '../../base/problem.ts'
import type { Named } from '../../log/amend.ts'
import type { Log } from '../../log/schema.ts'
import { dateText } from '../../base/date-text.ts'
import { usage } from '../command.ts'
import type { Session } from '../../engine/plan.ts'
import { type Done, sessionsOn } from './done-on.ts'

/** What was said of a day and no session of it can take: told, or it would be lost in silence. */
export function untaken(
  log: Log,
  shown: readonly Session[],
  date: CalendarDate,
  done: Pick<Done, 'only' | 'worst' | 'measured' | 'exercises' | 'effort'>,
): readonly Problem[] {
  const { open, logged } = sessionsOn(log, shown, date)
  const strength = logged.find(({ type }) => type === 'strength')
  const isStrengthOpen = open.find(({ type }) => type === 'strength')
  const exercises = strength?.type === 'strength' ? strength.exercises : (isStrengthOpen?.exercises ?? [])
  const ids = exercises.map(({ id }) => id)
  const isThere = [...open, ...logged].some(({ type }) => type === done.only)
  if (done.only !== undefined && !isThere) return [noSuch(date, done)]
  return [
    ...ofTheRun(
      date,
      logged.filter(({ type }) => type === 'run'),
      open.some(({ type }) => type === 'run'),
      done,
    ),
    ...(done.effort !== undefined && ids.length === 0
      ? [usage(`${dateText(date)} has no strength session that was easy or not`, NO_STRENGTH)]
      : []),
    ...[...done.exercises].flatMap(([id, pain]) => {
      if (!ids.includes(id)) return [noExercise(date, id, pain)]
      return pain === null && strength !== undefined ? [loggedAlready(date, id, strength)] : []
    }),
  ]
}

const noSuch = (
  date: CalendarDate,
  { only, worst, measured }: Pick<Done, 'only' | 'worst' | 'measured'>,
): Problem =>
  only === 'run'
    ? noRun(date, worst, measured)
    : usage(
        `${dateText(date)} has no strength session, planned or logged`,
        `If it was done: itb log strength --date ${date}`,
      )

const NO_STRENGTH = 'How hard a run was is its effort: itb score last --rpe 4'

function ofTheRun(
  date: CalendarDate,
  runs: readonly Named[],
  isPlanned: boolean,
  { worst, measured }: Pick<Done, 'worst' | 'measured'>,
): readonly Problem[] {
  if (worst === undefined && measured === undefined) return []
  const [run, ...others] = runs
  if (run === undefined) return isPlanned ? [] : [noRun(date, worst, measured)]
  if (others.length > 0) {
    const ids = runs.map(({ id }) => id).join(', ')
    return [
      usage(
        `${dateText(date)} has ${runs.length} runs`,
        `Score the one that is meant: itb score ID (${ids})`,
      ),
    ]
  }
  const isOther =
    measured !== undefined &&
    run.type === 'run' &&
    run.attested !== true &&
    (run.distanceMeters !== measured.distanceMeters || run.durationSeconds !== measured.durationSeconds)
  return isOther
    ? [
        usage(
          `the run of ${dateText(date)} is measured already`,
          `To correct it: itb edit ${run.id} --distance 5.2km --duration 31:10\nA second run: itb log run`,
        ),
      ]
    : []
}

function noRun(date: CalendarDate, worst: number | undefined, measured: Done['measured']): Problem {
  const what =
    measured !== undefined
      ? ', that takes this distance and time'
      : worst === undefined
        ? ''
        : `, that takes this ${worst}`
  const pain = worst === undefined ? '' : ` --pain ${worst}`
  const ways =
    measured === undefined
      ? [`A run nobody planned: itb log run 5.2km 31:10${pain} --date ${date}`]
      : [`A run nobody planned: itb log run DISTANCE TIME${pain} --date ${date}`]
  const score = `Of a run that is in the log: itb score ID${pain || ' --pain N'}`
  const day = `Of the day: itb log day --daily ${worst ?? 'N'} --date ${date}`
  return usage(
    `${dateText(date)} has no run, planned or logged${what}`,
    [...ways, ...(worst === undefined ? [] : [score, day])].join('\n'),
  )
}

const noExercise = (date: CalendarDate, id: string, pain: number | null): Problem =>
  usage(
    `no strength session of ${dateText(date)} has ${id}`,
    pain === null
      ? 'What was not planned need not be left out.'
      : `If it was done: itb log strength --date ${date} --pain ${id}=${pain}`,
  )

const loggedAlready = (date: CalendarDate, id: string, strength: Named): Problem =>
  usage(
    `the strength session of ${dateText(date)} is logged already`,
    `To take ${id} out of it: itb edit ${strength.id} --skip ${id}`,
  )
