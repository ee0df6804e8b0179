import { dateOf, type CalendarDate, type Day } from '../base/calendar.ts'
import { plainPaint, type Paint } from '../render/paint.ts'
import type { Flags } from './command.ts'
import type { Ask } from './question.ts'

/** The world as a command sees it; everything that is not a function of the command line comes in here. */
export interface Host {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly platform: string
  /** The folder itb is installed in. */
  readonly folder: string
  readonly version: () => string
  /** The date on the machine's own calendar. */
  readonly today: CalendarDate
  /** The time of day where the machine stands, such as `07:10`. */
  readonly clock: string
  /** This moment in UTC. */
  readonly now: string
  /** The machine's time zone; undefined where it does not say cheaply. */
  readonly timeZone: () => string | undefined
  readonly stdin: { readonly isTTY: boolean; readonly read: () => Promise<Uint8Array> }
  readonly stdout: Output & { readonly columns: number | undefined }
  readonly stderr: Output & { readonly columns: number | undefined }
  /** Puts a question to a terminal; only where `canAsk` says that there is one. */
  readonly ask: Ask
  /** Opens a file in the runner's editor and waits until it is closed; false where that failed. */
  readonly edit: (file: string) => Promise<boolean>
  /** Tidies the terminal up before a Ctrl-C ends the program; gives back how to take that away again. */
  readonly beforeInterrupt: (tidy: () => void) => () => void
}

/** A stream that text goes to. */
export interface Output {
  readonly isTTY: boolean
  readonly write: (text: string) => void
}

/** The calendar date of a moment where the machine stands. */
export const localDate = (moment: Date): CalendarDate =>
  dateOf(Math.floor((moment.getTime() / 60_000 - moment.getTimezoneOffset()) / 1440) as Day)

/** The time of day of a moment where the machine stands. */
export const localClock = (moment: Date): string =>
  [moment.getHours(), moment.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')

/** Whether somebody sits at a terminal and has not said that nothing may be asked. */
export const canAsk = ({ stdin, stderr }: Host, flags: Flags): boolean =>
  stdin.isTTY && stderr.isTTY && flags.input !== false && flags.json !== true

/** Whether a stream gets colour: the flag, else NO_COLOR, else FORCE_COLOR, else what the stream is. */
export function hasColor(flags: Flags, env: Host['env'], { isTTY }: Output): boolean {
  if (flags.color !== undefined) return flags.color
  if ((env['NO_COLOR'] ?? '') !== '') return false
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return isTTY && env['TERM'] !== 'dumb'
}

/** The paint for a stream; chalk comes only with colour and is told its level, as it ignores NO_COLOR. */
export async function paintFor(flags: Flags, env: Host['env'], output: Output): Promise<Paint> {
  if (!hasColor(flags, env, output)) return plainPaint
  const { Chalk } = await import('chalk')
  const { bold, dim, yellow, red, green } = new Chalk({ level: 1 })
  return { heading: bold, strong: bold, muted: dim, caution: yellow, stop: red.bold, good: green }
}
