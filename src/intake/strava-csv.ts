import type { Problem } from '../base/problem.ts'
import type { Activity, Sport } from './activity.ts'
import type { Row, Table } from './csv.ts'
import { dayOrderOf, type DayOrder, momentIn } from './csv-dates.ts'
import { type Fault, faultsTold } from './csv-faults.ts'
import { unitIn } from './csv-headers.ts'
import type { Layout } from './csv-layouts.ts'
import { marksOf, numberIn, secondsIn } from './csv-numbers.ts'
import { sportIn } from './csv-sports.ts'
import { believableSeconds } from './csv-pace.ts'
import { type Clue, METRES, UNKNOWN_UNITS, unitBy, unitNamed, unitsClash } from './csv-units.ts'
import type { Read, ReadOptions } from './read.ts'

/** Reads one cell of a row as a number, by the marks of its column; Strava's own columns have a dot. */
type Cell = (row: Row, column: number | undefined) => number | undefined

interface Reader {
  readonly layout: Layout
  readonly number: Cell
  readonly order: DayOrder
  readonly metersOf: (row: Row) => number | undefined
  readonly isUnitKnown: boolean
  readonly clash: Problem | undefined
}

/** Both feet of a runner make this many steps a minute; Strava counts those of one. */
const ONE_FOOT_AT_MOST = 120
const ON_FOOT: readonly Sport[] = ['run', 'treadmill-run', 'walk']

/** Reads Strava's activities.csv, whose clock is UTC and whose second distance is in metres. */
export function readStrava(table: Table, layout: Layout, options: ReadOptions): Read {
  const reader = readerOf(table, layout, options)
  if (reader.clash !== undefined) return { activities: [], problems: [reader.clash] }
  const faults: Fault[] = table.broken.map((line) => ({ line, why: 'too many or too few cells' }))
  const activities: Activity[] = []
  let isAsked = false
  for (const row of table.rows) {
    const read = activityOf(row, reader)
    if ('why' in read) faults.push(read)
    else {
      isAsked ||= read.isUnitMissing
      activities.push(read.activity)
    }
  }
  if (isAsked) return { activities: [], problems: [UNKNOWN_UNITS, ...faultsTold(faults)] }
  return { activities, problems: faultsTold(faults) }
}

function readerOf(table: Table, layout: Layout, options: ReadOptions): Reader {
  const { columns } = layout
  const own = marksOf(table.rows)
  const [first, second] = columns.distance
  const local = layout.isPlainMetres ? undefined : first
  const number: Cell = (row, column) =>
    column === undefined
      ? undefined
      : numberIn(row.cells[column], own(column) ?? (column === local ? undefined : '.'))
  const named = layout.isPlainMetres ? 'm' : unitNamed(unitIn(table.header[first ?? 0] ?? ''))
  const between = unitBy(table.rows.map((row) => clueOf(number(row, first), number(row, second))))
  const isSecondMetres = second !== undefined && !layout.isPlainMetres && between !== 'm'
  const bySpeed = unitBy(table.rows.map((row) => clueOf(number(row, first), bySpeedOf(row, layout, number))))
  const shown = named ?? (between === 'm' ? undefined : between) ?? bySpeed
  const unit = shown ?? options.units
  const metersOf = (row: Row): number | undefined => {
    const meters = isSecondMetres ? number(row, second) : undefined
    const written = number(row, first)
    if (meters !== undefined && meters > 0) return meters
    return written === undefined || written === 0 || unit === undefined ? undefined : written * METRES[unit]
  }
  const dates = columns.date[0]
  const order = dayOrderOf(dates === undefined ? [] : table.rows.map(({ cells }) => cells[dates] ?? ''))
  return {
    layout,
    number,
    metersOf,
    isUnitKnown: unit !== undefined,
    clash: isSecondMetres || shown === 'm' ? undefined : unitsClash(options.units, shown),
    order: order ?? orderBy(table.header),
  }
}

const clueOf = (written = 0, meters = 0): Clue => ({ written, meters })

function bySpeedOf(row: Row, { columns }: Layout, number: Cell): number | undefined {
  const speed = number(row, columns.speed[0])
  const seconds = secondsIn(row.cells[columns.moving[0] ?? -1])
  return speed === undefined || seconds === undefined ? undefined : speed * seconds
}

/** All but American English writes the day first. */
const orderBy = (header: readonly string[]): DayOrder =>
  header.some((name) => /^activity date$/i.test(name.trim())) ? undefined : 'day-first'

type Activated = { readonly activity: Activity; readonly isUnitMissing: boolean }

function activityOf(row: Row, reader: Reader): Activated | Fault {
  const { layout, number } = reader
  const { columns } = layout
  const at = (column: number | undefined): string =>
    column === undefined ? '' : (row.cells[column] ?? '').trim()
  const called = at(columns.type[0])
  const began = beganOf(at, reader)
  if (called === '') return { line: row.line, why: 'no activity type' }
  if (began === undefined) return { line: row.line, why: 'no date that can be read' }
  const sport = sportIn(called)
  const isRun = sport === 'run' || sport === 'treadmill-run'
  const meters = reader.metersOf(row)
  const written = columns.distance.map(at).find((cell) => cell !== '')
  const isUnitMissing = meters === undefined && (number(row, columns.distance[0]) ?? 0) > 0
  if (isRun && meters === undefined && !isUnitMissing && isMeant(written))
    return { line: row.line, why: 'no distance that can be read' }
  const elapsed = positive(secondsIn(at(columns.elapsed[1])) ?? secondsIn(at(columns.elapsed[0])))
  const activity: Activity = {
    sport,
    called,
    began,
    distanceMeters: positive(meters),
    elapsedSeconds: elapsed,
    timerSeconds: believableSeconds(positive(secondsIn(at(columns.moving[0]))), elapsed, meters, isRun),
    running: undefined,
    cadenceSpm: ON_FOOT.includes(sport) ? stepsOf(number(row, columns.cadence[0])) : undefined,
    ascentMeters: number(row, columns.ascent[0]),
    descentMeters: number(row, columns.descent[0]),
    format: 'strava-csv',
    partial: undefined,
  }
  return { activity, isUnitMissing: isUnitMissing && isRun && !reader.isUnitKnown }
}

/** A cell that says something: neither blank nor a nought. */
const isMeant = (cell: string | undefined): boolean => cell !== undefined && !/^[0.,\s-]*$/.test(cell)
const positive = (value: number | undefined): number | undefined =>
  value !== undefined && value > 0 ? value : undefined

function beganOf(
  at: (column: number | undefined) => string,
  { layout, order }: Reader,
): Activity['began'] | undefined {
  const { date, utcDate, localDate } = layout.columns
  const there = momentIn(at(localDate[0]), order)
  const utc = momentIn(at(utcDate[0] ?? date[0]), order)
  if (there === undefined && utc === undefined) return undefined
  return {
    utc: utc === undefined ? undefined : `${utc.date}T${utc.time}Z`,
    local: there === undefined ? undefined : { date: there.date, clock: there.time.slice(0, 5) },
  }
}

function stepsOf(written: number | undefined): number | undefined {
  if (written === undefined || written <= 0) return undefined
  return Math.round(written > ONE_FOOT_AT_MOST ? written : written * 2)
}
