import type { Units } from '../base/amount-text.ts'
import type { Problem } from '../base/problem.ts'
import type { Activity } from './activity.ts'
import type { Row, Table } from './csv.ts'
import { dayOrderOf, type DayOrder, momentIn } from './csv-dates.ts'
import { type Fault, faultsTold } from './csv-faults.ts'
import { unitIn } from './csv-headers.ts'
import type { Layout } from './csv-layouts.ts'
import { type Mark, marksOf, numberIn, readingOf, secondsIn } from './csv-numbers.ts'
import { sportIn } from './csv-sports.ts'
import { believableSeconds, metersOfRun } from './csv-pace.ts'
import { METRES, UNKNOWN_UNITS, unitBy, unitNamed, unitsClash } from './csv-units.ts'
import type { Read, ReadOptions } from './read.ts'

interface Reader {
  readonly layout: Layout
  readonly markIn: (column: number) => Mark
  readonly order: DayOrder
  readonly units: Units | undefined
  readonly clash: Problem | undefined
}

const FOOT = 0.3048
/** A stride is in metres in every account; some programs that save the table again write centimetres. */
const CENTIMETRES_FROM = 20
const LEAST_STEPS = 60
const MOST_STEPS = 250

/** Reads Garmin Connect's Activities.csv, whose clock is local and whose units are those of the account. */
export function readGarmin(table: Table, layout: Layout, options: ReadOptions): Read {
  const reader = readerOf(table, layout, options)
  if (reader.clash !== undefined) return { activities: [], problems: [reader.clash] }
  const faults: Fault[] = table.broken.map((line) => ({ line, why: 'too many or too few cells' }))
  const activities: Activity[] = []
  for (const row of table.rows) {
    const read = activityOf(row, reader)
    if ('why' in read) faults.push(read)
    else activities.push(read)
  }
  const isAsked = reader.units === undefined && table.rows.some((row) => isRunWithDistance(row, reader))
  if (isAsked) return { activities: [], problems: [UNKNOWN_UNITS, ...faultsTold(faults)] }
  return { activities, problems: faultsTold(faults) }
}

function readerOf(table: Table, layout: Layout, options: ReadOptions): Reader {
  const { columns } = layout
  const cellsOf = (index: number): string[] => table.rows.map(({ cells }) => cells[index] ?? '')
  const distances = columns.distance[0] ?? 0
  const own = marksOf(table.rows)
  const markIn = (column: number): Mark => own(column) ?? own(distances)
  const dates = dayOrderOf(cellsOf(columns.date[0] ?? 0))
  const isEnglish = table.header.some((name) => /^activity type$/i.test(name.trim()))
  const found = {
    layout,
    markIn,
    order: dates ?? (isEnglish ? undefined : 'day-first'),
    units: undefined,
    clash: undefined,
  } as const
  const named = unitNamed(unitIn(table.header[distances] ?? ''))
  const told = named ?? unitBy(table.rows.flatMap((row) => clueOf(row, found)))
  return {
    ...found,
    units: told === 'm' ? undefined : (told ?? options.units),
    clash: told === 'm' ? undefined : unitsClash(options.units, told),
  }
}

const at = (row: Row, column: number | undefined): string =>
  column === undefined ? '' : (row.cells[column] ?? '').trim()
const numberAt = (row: Row, column: number | undefined, { markIn }: Reader): number | undefined =>
  column === undefined ? undefined : numberIn(row.cells[column], markIn(column))
const isRun = (row: Row, { layout }: Reader): boolean =>
  ['run', 'treadmill-run'].includes(sportIn(at(row, layout.columns.type[0])))
const isRunWithDistance = (row: Row, reader: Reader): boolean =>
  isRun(row, reader) && /[1-9]/.test(at(row, reader.layout.columns.distance[0]))

/** Steps a minute times the length of a step is how fast it went, whatever the account is in. */
function clueOf(row: Row, reader: Reader) {
  const { columns } = reader.layout
  const written = numberAt(row, columns.distance[0], reader)
  const length = numberAt(row, columns.stride[0], reader)
  const steps = stepsOf(row, reader)
  const seconds = secondsOf(row, reader)
  if (!isRun(row, reader) || written === undefined || length === undefined) return []
  if (steps === undefined || seconds === undefined) return []
  const stride = length > CENTIMETRES_FROM ? length / 100 : length
  return [{ written, meters: (steps / 60) * stride * seconds }]
}

function secondsOf(row: Row, { layout }: Reader): number | undefined {
  const { time, moving } = layout.columns
  return secondsIn(at(row, time[0])) ?? secondsIn(at(row, moving[0]))
}

/** Garmin counts both feet. Columns for bicycles stand beside those for runs, blank in the rows of a run. */
function stepsOf(row: Row, reader: Reader): number | undefined {
  const counted = reader.layout.columns.cadence.map((column) => numberAt(row, column, reader))
  return counted.find((steps) => steps !== undefined && steps >= LEAST_STEPS && steps <= MOST_STEPS)
}

function activityOf(row: Row, reader: Reader): Activity | Fault {
  const { columns } = reader.layout
  const called = at(row, columns.type[0])
  const moment = momentIn(at(row, columns.date[0]), reader.order)
  if (called === '') return { line: row.line, why: 'no activity type' }
  if (moment === undefined) return { line: row.line, why: 'no date that can be read' }
  const sport = sportIn(called)
  const isKnown = !isRunWithDistance(row, reader) || reader.units === undefined
  const meters = metersOf(row, reader, sport)
  if (!isKnown && meters === undefined) return { line: row.line, why: 'no distance that can be read' }
  const seconds = secondsOf(row, reader)
  const elapsed = secondsIn(at(row, columns.elapsed[0]))
  const height = reader.units === 'mi' ? FOOT : 1
  const heightAt = (column: number | undefined): number | undefined => {
    const written = reader.units === undefined ? undefined : numberAt(row, column, reader)
    return written === undefined ? undefined : written * height
  }
  return {
    sport,
    called,
    began: { utc: undefined, local: { date: moment.date, clock: moment.time.slice(0, 5) } },
    distanceMeters: meters !== undefined && meters > 0 ? meters : undefined,
    elapsedSeconds: elapsed === 0 ? undefined : elapsed,
    timerSeconds: believableSeconds(
      seconds === 0 ? undefined : seconds,
      elapsed || undefined,
      meters,
      isRun(row, reader),
    ),
    running: undefined,
    cadenceSpm: isRun(row, reader) || sport === 'walk' ? stepsOf(row, reader) : undefined,
    ascentMeters: heightAt(columns.ascent[0]),
    descentMeters: heightAt(columns.descent[0]),
    format: 'garmin-csv',
    partial: undefined,
  }
}

/** Swims are in metres or yards; what else there is beside runs, walks and rides may be in anything. */
function metersOf(row: Row, reader: Reader, sport: Activity['sport']): number | undefined {
  const { markIn, layout, units } = reader
  const column = layout.columns.distance[0] ?? 0
  const reading = readingOf(row.cells[column] ?? '', markIn(column))
  if (reading === undefined || units === undefined) return undefined
  if (isRun(row, reader)) return metersOfRun(reading, units, secondsOf(row, reader))
  if (reading.asDecimal !== reading.asWhole) return undefined
  if (sport === 'swim') return units === 'km' ? reading.asDecimal : undefined
  return sport === 'walk' || sport === 'bike' ? reading.asDecimal * METRES[units] : undefined
}
