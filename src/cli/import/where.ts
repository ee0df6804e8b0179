import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import type { LocalTime } from '../../base/zone.ts'
import type { Sighting } from '../../intake/trace.ts'
import type { Call } from '../command.ts'
import { canAsk } from '../host.ts'
import { zoneMeant } from '../zone-meant.ts'
import type { Found } from './collect.ts'

/** What some activities are by the clocks where the runner was, and those of which that is not known. */
export interface Placed {
  readonly sightings: readonly Sighting[]
  readonly problems: readonly Problem[]
}

/**
 * Gives each activity its local time: that of its file, else UTC by the zone of the runner, who is asked for
 * it where it is not known.
 */
export async function placed(call: Call, found: readonly Found[], zone: string | undefined): Promise<Placed> {
  const needy = found.filter(({ activity }) => activity.began.local === undefined)
  if (needy.length === 0)
    return { sightings: found.flatMap((each) => sightingOf(each, undefined)), problems: [] }
  const known = zone === undefined ? await askZone(call, needy.length) : succeed(zone)
  if (!known.ok)
    return { sightings: found.flatMap((each) => sightingOf(each, undefined)), problems: known.problems }
  const { timeInZone } = await import('../../base/zone.ts')
  const localTime = (utc: string): LocalTime | undefined => timeInZone(utc, known.value)
  return { sightings: found.flatMap((each) => sightingOf(each, localTime)), problems: [] }
}

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
