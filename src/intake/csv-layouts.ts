import { beginsWithId, type Columns, columnsOf } from './csv-headers.ts'
import { momentIn } from './csv-dates.ts'
import { plain } from './csv-plain.ts'
import type { Row } from './csv.ts'

/** Whose table it is, which decides what its times and distances are in. */
export interface Layout {
  readonly service: 'strava' | 'garmin'
  readonly columns: Columns
  /** The names of Strava's interface, whose distances are in metres; its export had them until 2019. */
  readonly isPlainMetres: boolean
}

const CLOCK = /^\d{1,3}:\d{2}(:\d{2})?([.,]\d+)?$/
const MOMENT = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}/
const LOOKED_AT = 20

/** Tells Strava's and Garmin's tables apart: by header or, in a language not known here, by their shape. */
export function layoutOf(header: readonly string[], rows: readonly Row[]): Layout | undefined {
  const columns = columnsOf(header)
  const isDated = [columns.date, columns.utcDate, columns.localDate].some((found) => found.length > 0)
  const isTimed = [columns.time, columns.moving, columns.elapsed].some((found) => found.length > 0)
  const isNamed = isDated && isTimed && columns.type.length > 0 && columns.distance.length > 0
  const byShape = stravaByShape(header, columns)
  if (byShape !== undefined) return byShape
  if (isNamed && beginsWithId(header))
    return { service: 'strava', columns, isPlainMetres: header.some(isInterfaceName) }
  if (isNamed && columns.date.length > 0) return { service: 'garmin', columns, isPlainMetres: false }
  return stravaByRows(rows, columns) ?? garminByShape(rows, columns)
}

const isInterfaceName = (name: string): boolean => /^(elapsed|moving)_time$/.test(name.trim())

/** The sixth and seventh column come again, with the moving time between them: no other table does that. */
function stravaByShape(header: readonly string[], columns: Columns): Layout | undefined {
  const names = header.map(plain)
  const [elapsed, distance] = [names[5], names[6]]
  const again = names.findIndex((name, at) => at > 6 && name === elapsed && names[at + 2] === distance)
  if (again < 0 || elapsed === '' || distance === '' || elapsed === distance) return undefined
  return {
    service: 'strava',
    isPlainMetres: false,
    columns: {
      ...columns,
      date: [1],
      type: [3],
      elapsed: [5, again],
      moving: [again + 1],
      distance: [6, again + 2],
      speed: [again + 4],
      ascent: [again + 5],
      descent: [again + 6],
    },
  }
}

/** Number, moment, name, sport, description, seconds, distance: so Strava's tables began until 2020. */
function stravaByRows(rows: readonly Row[], columns: Columns): Layout | undefined {
  const some = rows.slice(0, LOOKED_AT)
  const isLikeIt = ({ cells }: Row): boolean =>
    /^\d{6,}$/.test(cells[0] ?? '') &&
    momentIn(cells[1] ?? '', 'day-first') !== undefined &&
    /^\d+$/.test(cells[5] ?? '') &&
    /^\d+([.,]\d+)?$/.test(cells[6] ?? '')
  if (some.length === 0 || !some.every(isLikeIt)) return undefined
  const found = { date: [1], type: [3], elapsed: [5], distance: [6] }
  return { service: 'strava', isPlainMetres: false, columns: { ...columns, ...found } }
}

/** Type, moment, favourite or not, title, distance, calories, time: so Garmin begins in every language. */
function garminByShape(rows: readonly Row[], columns: Columns): Layout | undefined {
  const some = rows.slice(0, LOOKED_AT)
  const isLikeIt = ({ cells }: Row): boolean =>
    MOMENT.test(cells[1] ?? '') && /^(true|false)$/i.test(cells[2] ?? '') && CLOCK.test(cells[6] ?? '')
  if (some.length === 0 || !some.every(isLikeIt)) return undefined
  return {
    service: 'garmin',
    isPlainMetres: false,
    columns: { ...columns, type: [0], date: [1], distance: [4], time: [6] },
  }
}
