import type { Units } from '../../base/amount-text.ts'
import type { CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import { UNITS } from '../../log/words.ts'
import { DRY_RUN, OWN_LOG, PROTOCOL, TODAY, usage, type Answer, type Call, type Command } from '../command.ts'
import { dateMeant } from '../date-words.ts'
import { bringInAll } from '../import/bring-in.ts'
import { gather } from '../log/gather.ts'
import { readInputs, type Inputs } from '../read-inputs.ts'

/** `itb import`: the activities of watches and services into the log, each once. */
export const imports: Command = {
  name: 'import',
  summary: 'bring runs in: FIT, GPX, TCX, Strava and Garmin exports',
  words: [['<path...>', 'files, folders and zip archives', { kind: 'file' }]],
  options: [
    ['--since <date>', 'from this day on', { kind: 'date' }],
    ['--units <unit>', 'what the distances of a table are in that names no unit', { choices: UNITS }],
    DRY_RUN,
    OWN_LOG,
    PROTOCOL,
    TODAY,
  ],
  examples: [
    ['itb import export_12345.zip', 'all that Strava sends, each run once'],
    ['itb import --dry-run GARMIN/Activity', 'what would come in, week by week'],
  ],
  run: async (call) => {
    const inputs = await readInputs(call.host, call.flags)
    if (!inputs.ok) return inputs
    const asked = askedOf(call, inputs.value.today)
    return asked.ok ? bringIn(call, inputs.value, asked.value) : asked
  },
}

interface Asked {
  readonly since: CalendarDate | undefined
  readonly units: Units | undefined
}

const askedOf = ({ flags: { since, units } }: Call, today: CalendarDate): Result<Asked> =>
  gather({ since: dateAsked(since, today), units: unitsAsked(units) })

function dateAsked(said: string | undefined, today: CalendarDate): Result<CalendarDate | undefined> {
  const date = said === undefined ? undefined : dateMeant(said, today)
  if (said === undefined || date !== undefined) return succeed(date)
  return fail(usage(`--since is "${said}", which is no date`, 'It can be: yesterday, mon, 2026-03-02.'))
}

function unitsAsked(said: string | undefined): Result<Units | undefined> {
  const units = UNITS.find((each) => each === said)
  if (said === undefined || units !== undefined) return succeed(units)
  return fail(usage(`--units cannot be "${said}"`, `It can be: ${UNITS.join(', ')}.`))
}

async function bringIn(call: Call, inputs: Inputs, { since, units }: Asked): Promise<Result<Answer>> {
  const { collect } = await import('../import/collect.ts')
  const collected = await collect(call, call.words, units)
  if (collected.found.length === 0) return fail(...nothingIn(collected.problems))
  return bringInAll(call, inputs, collected, since)
}

const nothingIn = (problems: readonly Problem[]): readonly Problem[] =>
  problems.length > 0
    ? problems
    : [
        usage(
          'there is no activity in what was named',
          'It reads FIT, GPX and TCX, exports of Strava and Garmin Connect, and folders and zips of them.',
        ),
      ]
