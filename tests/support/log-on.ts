import { readFileSync } from 'node:fs'
import type { CalendarDate } from '../../src/base/calendar.ts'
import { demoLog } from '../../src/cli/demo.ts'
import { readLog } from '../../src/log/read.ts'
import { renderLog } from '../../src/log/render.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import { fileWith } from './fake-host.ts'
import { REHAB } from './programme.ts'

const whole = demoLog(REHAB, '2026-11-22' as CalendarDate)

/** The log of the sample runner as it stood before a day: rehabilitation to 8 November, then stage 1, stage 2. */
export const logBefore = (day: string, change: (entry: Entry) => Entry = (entry) => entry): Log => ({
  ...whole,
  uid: 'k3v9q2',
  entries: whole.entries.filter(({ date }) => date < day).map(change),
})

/** The same as a file. */
export const logFileBefore = (day: string, change?: (entry: Entry) => Entry): string =>
  fileWith(renderLog(logBefore(day, change)))

/** What stands in a log file. */
export function logIn(file: string): Log {
  const log = readLog(readFileSync(file, 'utf8'))
  if (log === undefined) throw new Error(`${file} is no log any more`)
  return log
}

/** The entries of one day. */
export const entriesOn = (file: string, day: string): readonly Entry[] =>
  logIn(file).entries.filter(({ date }) => date === day)
