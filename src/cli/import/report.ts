import type { CalendarDate } from '../../base/calendar.ts'
import type { Problem } from '../../base/problem.ts'
import { makePlans } from '../../engine/make-plan.ts'
import type { Plan } from '../../engine/plan.ts'
import { withoutDuplicates } from '../../log/duplicates.ts'
import type { Log } from '../../log/schema.ts'
import { renderImported, type ImportReport, type Outline } from '../../render/imported.ts'
import { renderJson } from '../../render/json.ts'
import { reportedProblems } from '../../render/problems.ts'
import type { Units } from '../../base/amount-text.ts'
import { logPath } from '../../store/paths.ts'
import { answer, type Answer, type Call } from '../command.ts'
import { nextWeek, weekOf } from '../date-words.ts'
import { unlikelyPace } from '../log/likely-pace.ts'
import { pageFor } from '../page.ts'
import type { Inputs } from '../read-inputs.ts'
import type { Step } from '../save.ts'
import { savedEntries } from '../saved-entries.ts'
import type { Prepared } from './prepare.ts'
import type { TakenIn } from './take-in.ts'

/** Tells what an import did: the document or its page, and beside it what stood in the way. */
export async function reportOf(
  call: Call,
  inputs: Inputs,
  prepared: Prepared,
  taken: TakenIn,
  step: Step,
): Promise<Answer> {
  const report = told(call, inputs, prepared, taken, step)
  const strange = unlikelyPaces(step, taken, inputs.runner.units)
  const problems = [...prepared.problems, ...report.files.partial.map(partly), ...strange]
  const exitCode = problems.length === 0 ? 0 : 1
  if (call.flags.json === true) {
    const saved = savedEntries(report.saved, call.flags.notes === true)
    const document = { ...report, saved, problems: reportedProblems(problems) }
    return answer(renderJson(document), { exitCode })
  }
  const text = renderImported(report, await pageFor(call, inputs.programme, inputs.runner))
  return answer(text, { exitCode, problems })
}

function told(call: Call, inputs: Inputs, prepared: Prepared, taken: TakenIn, step: Step): ImportReport {
  const { before, after, amended } = step
  const { today, runner } = inputs
  const brought = amended.filter(({ entry }) => entry.type !== 'settings')
  const added = brought.flatMap(({ action, entry }) => (action === 'added' ? [entry] : []))
  const week = nextWeek(today, runner.weekStart)
  const [then, now] = [before, after].map((log) => planOf(log, inputs, week))
  const ids = new Set(added.map(({ id }) => id))
  return {
    format: 'itb-imported',
    version: 1,
    file: logPath(call.host, call.flags.log).file,
    revision: after.revision ?? 0,
    dryRun: call.flags.dryRun === true,
    files: prepared.files,
    added: {
      runs: added.filter(({ type }) => type === 'run').length,
      crossTraining: added.filter(({ type }) => type === 'cross-training').length,
    },
    byPace: added.filter((entry) => entry.type === 'run' && entry.guessed?.includes('sport') === true).length,
    measured: brought.length - added.length,
    known: taken.known,
    removed: taken.removed,
    earlier: prepared.earlier,
    leftOut: prepared.leftOut,
    weeks: weeksOf(added, runner.weekStart),
    saved: amended,
    toScore: new Set(now?.owed.flatMap(({ entry }) => (entry !== null && ids.has(entry) ? [entry] : [])))
      .size,
    plan: { week, before: outlineOf(then), after: outlineOf(now) },
  }
}

function planOf(log: Log, { programme, today }: Inputs, week: CalendarDate): Plan | undefined {
  return makePlans({ ...log, entries: withoutDuplicates(log.entries) }, programme, today, week, 1)[0]
}

function outlineOf(plan: Plan | undefined): Outline {
  if (plan === undefined) throw new Error('no plan was made')
  return { phase: plan.phase, distanceMeters: plan.running.distanceMeters }
}

function weeksOf(
  added: readonly Log['entries'][number][],
  weekStart: Inputs['runner']['weekStart'],
): ImportReport['weeks'] {
  const weeks = new Map<CalendarDate, { runs: number; distanceMeters: number; crossTraining: number }>()
  for (const entry of added) {
    const start = weekOf(entry.date, weekStart)
    const week = weeks.get(start) ?? { runs: 0, distanceMeters: 0, crossTraining: 0 }
    weeks.set(start, week)
    if (entry.type === 'run') {
      week.runs += 1
      week.distanceMeters += entry.distanceMeters
    } else week.crossTraining += 1
  }
  return [...weeks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([start, { distanceMeters, ...week }]) => ({
      start,
      ...week,
      distanceMeters: Math.round(distanceMeters * 100) / 100,
    }))
}

/** A pace over less than this is a sprint, or the error of the positions. */
const PACED_METERS = 1000

/** Runs that came in as their file says although hardly anybody runs so; a ride called a run is one. */
const unlikelyPaces = ({ amended }: Step, { files }: TakenIn, units: Units): readonly Problem[] =>
  amended.flatMap(({ entry }) => {
    if (entry.type !== 'run' || entry.distanceMeters < PACED_METERS) return []
    const problem = unlikelyPace(units, entry)
    if (problem === undefined) return []
    const file = files.get(`${entry.date} ${entry.start}`)
    const hint = `It came in as the file says. If it was no run: itb remove ${entry.id}`
    const place = file === undefined ? {} : { place: { file, line: 1, column: 1, text: '' } }
    return [{ ...problem, message: `${entry.date}: ${problem.message}`, hint, ...place }]
  })

const partly = ({ file, why }: ImportReport['files']['partial'][number]): Problem => ({
  code: 'read-in-part',
  message: `only a part of this could be read: ${why}`,
  place: { file, line: 1, column: 1, text: '' },
  hint: 'It came in as far as it goes; look at its distance and time: itb list',
})
