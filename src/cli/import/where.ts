import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import type { LocalTime } from '../../base/zone.ts'
import type { Log } from '../../log/schema.ts'
import type { Sighting } from '../../intake/trace.ts'
import type { Call } from '../command.ts'
import { canAsk } from '../host.ts'
import { zoneMeant } from '../zone-meant.ts'
import type { Found } from './collect.ts'

/** What some activities are by the clocks where the runner was, and those of which that is not known. */
export interface Placed {
  readonly sightings: readonly Sighting[]
  /** The zone the runner was asked for; undefined where nobody was. */
  readonly asked: string | undefined
  readonly problems: readonly Problem[]
}

/**
 * Gives each activity its local time: that of its file, else UTC by the zone the runner was in on that day,
 * who is asked for it where no zone was ever told.
 */
export async function placed(call: Call, found: readonly Found[], log: Log): Promise<Placed> {
  const needy = found.filter(({ activity }) => activity.began.local === undefined)
  const alone = (problems: readonly Problem[]): Placed => ({
    sightings: found.flatMap((each) => sightingOf(each, undefined)),
    asked: undefined,
    problems,
  })
  if (needy.length === 0) return alone([])
  const told = zonesIn(log)
  const asked = told.length > 0 ? undefined : await askZone(call, needy.length)
  if (asked?.ok === false) return alone(asked.problems)
  const zones = asked === undefined ? told : [{ from: '', zone: asked.value }]
  const { timeInZone } = await import('../../base/zone.ts')
  const localTime = (utc: string): LocalTime | undefined => timeInZone(utc, zoneOn(utc, zones))
  return {
    sightings: found.flatMap((each) => sightingOf(each, localTime)),
    asked: asked?.value,
    problems: [],
  }
}

/** A zone and the day from which on the runner was in it. */
interface Told {
  readonly from: string
  readonly zone: string
}

/** Every zone the log was told, in the order of their days. */
const zonesIn = ({ runner, entries }: Log): readonly Told[] => [
  ...(runner.timeZone === undefined ? [] : [{ from: '', zone: runner.timeZone }]),
  ...entries.flatMap((entry) =>
    entry.type === 'settings' && entry.removed === undefined && entry.timeZone !== undefined
      ? [{ from: entry.date, zone: entry.timeZone }]
      : [],
  ),
]

/** Before the first zone was told the runner was in that one, as far as anybody knows. */
const zoneOn = (utc: string, zones: readonly Told[]): string =>
  (zones.findLast(({ from }) => from <= utc.slice(0, 10)) ?? zones[0])?.zone ?? ''

function sightingOf(
  { activity, file }: Found,
  localTime: ((utc: string) => LocalTime | undefined) | undefined,
): readonly Sighting[] {
  const { utc, local } = activity.began
  const time = local ?? (utc === undefined ? undefined : localTime?.(utc))
  return time === undefined ? [] : [{ activity, local: time, file }]
}

async function askZone(call: Call, count: number): Promise<Result<string>> {
  if (!canAsk(call.host, call.flags)) return fail(noZone(count))
  const here = call.host.timeZone()
  const said = await call.host.ask({
    kind: 'line',
    text: 'These files have times in UTC. Which time zone are your days counted in?',
    hint: 'Europe/Berlin',
    enter: here ?? 'leave these out',
    check: (line) => (zoneMeant(line) === undefined ? 'A zone has a name such as Europe/Berlin.' : undefined),
  })
  const zone = said ?? here
  return zone === undefined ? fail(noZone(count)) : succeed(zone)
}

const noZone = (count: number): Problem => ({
  code: 'no-time-zone',
  message:
    count === 1
      ? 'one activity has its time in UTC alone, and nothing says where you are'
      : `${count} activities have their times in UTC alone, and nothing says where you are`,
  hint: 'Say it once, then import again: itb set time-zone Europe/Berlin',
})
