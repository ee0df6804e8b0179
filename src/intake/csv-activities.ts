import { readTable } from './csv.ts'
import { layoutOf } from './csv-layouts.ts'
import { textOf } from './format.ts'
import { readGarmin } from './garmin-csv.ts'
import type { Read, ReadOptions } from './read.ts'
import { readStrava } from './strava-csv.ts'

/** Reads the table of activities that Strava or Garmin Connect gives out, in whichever language. */
export function readCsv(bytes: Uint8Array, options: ReadOptions): Read {
  if (bytes.length > MOST_BYTES) return { activities: [], problems: [TOO_LARGE] }
  const table = readTable(tableText(bytes))
  const layout = table === undefined ? undefined : layoutOf(table.header, table.rows)
  if (table === undefined || layout === undefined) return { activities: [], problems: [UNKNOWN_TABLE] }
  return layout.service === 'strava' ? readStrava(table, layout, options) : readGarmin(table, layout, options)
}

/** Strava's 103 columns for 10,000 activities are half of this. */
const MOST_BYTES = 8 * 1024 * 1024
/** One or two letters may be damaged; more of them, and none that is whole, are another encoding. */
const DAMAGED = 3

/** Spreadsheets of western Europe save a table without UTF-8. */
function tableText(bytes: Uint8Array): string {
  const text = textOf(bytes)
  const odd = text.match(/[^\x00-\x7f]/g) ?? []
  const isOther = odd.length > DAMAGED && odd.every((letter) => letter === '\ufffd')
  return isOther ? new TextDecoder('windows-1252').decode(bytes) : text
}

const TOO_LARGE = {
  code: 'too-large',
  message: 'the table has more than 8 MB, which is more than the activities of a lifetime',
  hint: 'Give the activities.csv of Strava or the Activities.csv of Garmin Connect as they were exported.',
}
const UNKNOWN_TABLE = {
  code: 'unknown-format',
  message: "the table is neither Strava's activities.csv nor Garmin Connect's Activities.csv",
  hint: 'Export it anew from the service, or give the files of the watch: FIT, GPX or TCX.',
}
