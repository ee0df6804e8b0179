import { distanceText, type Units } from '../base/amount-text.ts'
import type { CalendarDate } from '../base/calendar.ts'
import { dateText } from '../base/date-text.ts'
import type { Phase } from '../engine/plan.ts'
import type { Amended } from '../log/amend.ts'
import { pageOf, paragraph, type Page, type PageOptions } from './page.ts'
import { shortPhaseText } from './phase.ts'
import { wrap } from './wrap.ts'

/** What an import brought, what it left out, and what of the plan it changed. */
export interface ImportReport {
  readonly format: 'itb-imported'
  readonly version: 1
  readonly file: string
  readonly revision: number
  /** Nothing was written: this is what would have been. */
  readonly dryRun: boolean
  readonly files: {
    /** So many gave an activity. */
    readonly read: number
    /** So many hold no activity: pictures, planned routes, settings. */
    readonly others: number
    /** Activities of which a file holds only a part. */
    readonly partial: readonly { readonly file: string; readonly why: string }[]
  }
  readonly added: { readonly runs: number; readonly crossTraining: number }
  /** Added runs whose files name no sport: their pace is that of a run. */
  readonly byPace: number
  /** Entries that the log had, and that now have what was measured. */
  readonly measured: number
  /** Entries that the log had, and that stay as they are. */
  readonly known: number
  /** Entries that were taken out of the log before, and stay out. */
  readonly removed: number
  /** Activities before the day of `--since`. */
  readonly earlier: number
  /** What is no training in the log, by its name in the files. */
  readonly leftOut: readonly { readonly what: string; readonly count: number }[]
  readonly weeks: readonly ImportedWeek[]
  readonly saved: readonly Amended[]
  /** How many of the added runs can still be scored. */
  readonly toScore: number
  readonly plan: { readonly week: CalendarDate; readonly before: Outline; readonly after: Outline }
}

/** What came into one week. */
interface ImportedWeek {
  readonly start: CalendarDate
  readonly runs: number
  readonly distanceMeters: number
  readonly crossTraining: number
}

/** A plan in two words. */
export interface Outline {
  readonly phase: Phase
  readonly distanceMeters: number
}

/** What an import did, in a sentence, and what it means for the next week; week by week in a dry run. */
export function renderImported(report: ImportReport, options: PageOptions): string {
  const page = pageOf(options)
  const lines = [
    ...(report.dryRun ? weekLines(report, page) : []),
    ...paragraph(sentence(report), page),
    ...paragraph(planText(report, page.units), page),
    ...(report.toScore === 0 ? [] : paragraph(scoreText(report.toScore), page)),
    ...zoneTexts(report).flatMap((text) => paragraph(text, page)),
    ...paragraph(whereText(report), page, page.paint.muted),
  ]
  return `${lines.join('\n')}\n`
}

function sentence(report: ImportReport): string {
  const { added, byPace, measured, known, dryRun } = report
  const count = added.runs + added.crossTraining
  const parts = [
    ...(count > 0 ? [addedText(report)] : measured > 0 ? [] : ['nothing new']),
    ...(byPace === 0 ? [] : [`${byPace} taken for ${byPace === 1 ? 'a run by its' : 'runs by their'} pace`]),
    ...(measured === 0
      ? []
      : [`${measured} of the log ${dryRun ? 'would be' : 'now'} as measured, scores kept`]),
    ...(known === 0 ? [] : [`${known} matched and unchanged`]),
    ...skippedText(report),
  ]
  const text = parts.join('; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function addedText({ added, weeks, dryRun }: ImportReport): string {
  const [first, last] = [weeks[0], weeks.at(-1)]
  const what = [
    ...(added.runs === 0 ? [] : [counted(added.runs, 'run', 'runs')]),
    ...(added.crossTraining === 0
      ? []
      : [counted(added.crossTraining, 'cross-training session', 'cross-training sessions')]),
  ].join(' and ')
  const when =
    first === undefined || last === undefined
      ? ''
      : first === last
        ? `, week of ${dayText(first.start)}`
        : `, weeks of ${dayText(first.start)} to ${dayText(last.start)}`
  return `${what} ${dryRun ? 'would be added' : 'added'}${when}`
}

const dayText = (date: CalendarDate): string => `${dateText(date)} ${date.slice(0, 4)}`

function skippedText({ leftOut, removed, earlier, files }: ImportReport): readonly string[] {
  const kinds = leftOut.map(({ what, count }) => `${count} ${what}`).join(', ')
  return [
    ...(kinds === '' ? [] : [`left out as no training here: ${kinds}`]),
    ...(removed === 0 ? [] : [`${removed} taken out before, left out`]),
    ...(earlier === 0 ? [] : [`${earlier} before that day, left out`]),
    ...(files.others === 0
      ? []
      : [counted(files.others, 'file without an activity', 'files without an activity')]),
  ]
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

function planText({ plan: { week, before, after }, dryRun }: ImportReport, units: Units): string {
  const [was, is] = [before, after].map(({ distanceMeters }) => distanceText(distanceMeters, units))
  const isSame = was === is && before.phase === after.phase
  const phase =
    before.phase === after.phase
      ? shortPhaseText(after.phase)
      : `${shortPhaseText(after.phase)} (was ${shortPhaseText(before.phase)})`
  const name = `The week of ${dateText(week)}`
  return isSame
    ? `${name} stays at ${is}; ${phase}.`
    : `${name} ${dryRun ? 'would be' : 'is now'} ${is}, was ${was}; ${phase}.`
}

const scoreText = (count: number): string =>
  `${counted(count, 'run', 'runs')} of the last days can still be scored: itb`

/** What the runner was asked and will not be asked again. */
const zoneTexts = ({ saved, dryRun }: ImportReport): readonly string[] =>
  saved.flatMap(({ entry }) =>
    entry.type === 'settings' && entry.timeZone !== undefined
      ? [`Your days ${dryRun ? 'would be' : 'are'} counted in ${entry.timeZone}: itb set time-zone`]
      : [],
  )

function whereText({ dryRun, file, revision, added, measured }: ImportReport): string {
  if (added.runs + added.crossTraining + measured === 0) return `nothing to change in ${file}`
  return dryRun
    ? `nothing was written to ${file}`
    : `saved to ${file}, revision ${revision}; itb undo takes it back`
}

function weekLines({ weeks }: ImportReport, page: Page): readonly string[] {
  if (weeks.length === 0) return []
  const rows = weeks.map(({ start, runs, distanceMeters, crossTraining }) => [
    dayText(start),
    counted(runs, 'run', 'runs'),
    distanceText(distanceMeters, page.units),
    crossTraining === 0 ? '' : `${crossTraining} cross-training`,
  ])
  if (page.narrow) {
    return [...rows.flatMap((row) => wrap(row.filter((cell) => cell !== '').join(', '), page.width, 2)), '']
  }
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return [
    ...rows.map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    ),
    '',
  ]
}
