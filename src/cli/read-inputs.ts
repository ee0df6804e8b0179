import { isCalendarDate, type CalendarDate } from '../base/calendar.ts'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import type { LocalTime } from '../base/zone.ts'
import { readLog } from '../log/read.ts'
import type { Log, Runner } from '../log/schema.ts'
import { runnerOn } from '../log/settings.ts'
import type { Programme } from '../protocol/programme.ts'
import { readText, textOf } from '../store/files.ts'
import { logPath } from '../store/paths.ts'
import { usage, type Flags } from './command.ts'
import { demoLog } from './demo.ts'
import type { Host } from './host.ts'
import { DEFAULT_PROTOCOL, readProgramme } from './read-programme.ts'

/** All a plan is a function of, and the runner as of today. */
export interface Inputs {
  readonly log: Log
  readonly programme: Programme
  readonly today: CalendarDate
  /** The time of day where the runner's days are counted, such as `00:40`. */
  readonly clock: string
  readonly runner: Runner
}

/** Reads the log, its protocol and the date, or tells all that is wrong with them. */
export async function readInputs(host: Host, flags: Flags): Promise<Result<Inputs>> {
  if (flags.today !== undefined && !isCalendarDate(flags.today)) {
    return fail(notToday(flags.today))
  }
  if (flags.demo === true) return demoInputs(host, flags, flags.today ?? host.today)
  const log = await readLogOf(host, flags)
  if (!log.ok) return log
  const time = await timeOf(host, flags.today, log.value)
  if (!time.ok) return time
  const { date: today, clock } = time.value
  const runner = runnerOn(log.value, today)
  const programme = await readProgramme(host, flags.protocol ?? runner.protocol)
  if (!programme.ok) return programme
  return succeed({ log: log.value, programme: programme.value, today, clock, runner })
}

/** A --today that no calendar has. */
export const notToday = (said: string): Problem =>
  usage(`--today is "${said}", which is no date`, 'A date is written 2026-03-02.')

async function demoInputs(host: Host, flags: Flags, today: CalendarDate): Promise<Result<Inputs>> {
  const programme = await readProgramme(host, flags.protocol ?? DEFAULT_PROTOCOL)
  if (!programme.ok) return programme
  const log = demoLog(programme.value, today)
  return succeed({ log, programme: programme.value, today, clock: host.clock, runner: log.runner })
}

async function readLogOf(host: Host, flags: Flags): Promise<Result<Log>> {
  const { file } = logPath(host, flags.log)
  const text = await logText(host, file)
  if (!text.ok) return fail(...text.problems.map(withWayOut))
  const log = readLog(text.value)
  if (log !== undefined) return succeed(log)
  const { diagnoseLog } = await import('../log/diagnose.ts')
  return fail(...diagnoseLog(file, text.value).map(withWayOut))
}

/** The text of a log; `-` is stdin, where a terminal has nothing to give. */
export async function logText(host: Host, file: string): Promise<Result<string>> {
  if (file !== '-') return readText(file)
  if (host.stdin.isTTY)
    return fail(usage('--log - reads from stdin, which is a terminal', 'Pipe a log into it.'))
  return textOf('stdin', await host.stdin.read())
}

/** The hint for a log that is not there, or has nothing in it; other problems have their own. */
export function withWayOut(problem: Problem): Problem {
  const hint = WAYS_OUT[problem.code]
  return hint === undefined ? problem : { ...problem, hint }
}

const WAYS_OUT: Readonly<Record<string, string>> = {
  'file-missing': [
    'Begin a log: itb init',
    'See a plan without one: itb plan --demo',
    'What a log looks like: itb protocol schema --of log',
  ].join('\n'),
  'empty-file': [
    'Have the last version back, if one was kept: itb undo',
    'Or remove the file and begin a log: itb init',
  ].join('\n'),
}

/** A runner away from home plans by the days of home; a library is asked only where the zones differ. */
async function timeOf(host: Host, flag: CalendarDate | undefined, log: Log): Promise<Result<LocalTime>> {
  if (flag !== undefined) return succeed({ date: flag, clock: host.clock })
  const { timeZone } = runnerOn(log, host.today)
  const time = await timeIn(host, timeZone)
  return time === undefined ? fail(unknownZone(String(timeZone), host.today)) : succeed(time)
}

/** What the clocks show where a runner lives, or where the machine stands; undefined for no known zone. */
export async function timeIn(host: Host, zone: string | undefined): Promise<LocalTime | undefined> {
  if (zone === undefined || zone === host.timeZone()) return { date: host.today, clock: host.clock }
  const { timeInZone } = await import('../base/zone.ts')
  return timeInZone(host.now, zone)
}

const unknownZone = (zone: string, today: CalendarDate): Problem => ({
  code: 'unknown-time-zone',
  message: `the runner's time zone "${zone}" is not known`,
  hint: [
    'Zones have names such as Europe/Berlin. To set it right:',
    `itb set time-zone Europe/Berlin --today ${today}`,
  ].join('\n'),
})
