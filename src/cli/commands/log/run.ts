import { fail } from '../../../base/problem.ts'
import type { Call } from '../../command.ts'
import { askRun } from '../../asking/ask-run.ts'
import { addSession } from '../../log/add-one.ts'
import { askMissing, NOTHING_SAID } from '../../log/ask-missing.ts'
import { formCommand, type Told } from '../../log/form.ts'
import type { Patch } from '../../log/patch.ts'
import { runFaults } from '../../log/run-faults.ts'
import { openOf, asPatch } from '../../log/ask-scores.ts'
import { checkPace, MISSING_OF_RUN, readRunWords } from '../../log/run-words.ts'

async function askedOf({ call, inputs, date }: Told, { distanceMeters }: Patch): Promise<Patch> {
  const run = { date, distanceMeters: Number(distanceMeters) }
  const { programme, runner, today } = inputs
  return asPatch(await askRun(call.host.ask, programme, runner.units, run, openOf(run, today)))
}

const silent = (call: Call): Call => ({ ...call, flags: { ...call.flags, input: false } })

/** `itb log run`: one run. */
export const run = formCommand({
  name: 'run',
  summary: 'one run',
  words: [['[words...]', 'a date, then the distance and the time: 5.2km 31:10', { kind: 'date' }]],
  options: [['--force', 'take a pace nobody would expect']],
  examples: [
    ['itb log run 5.2km 31:10 --pain 0 --no-limp', 'a run of today'],
    ['itb log yesterday run 5k 29:00 --pain 2 --trend eased --lasted 1h', 'one that hurt a little'],
  ],
  isOfTheDay: true,
  read: readRunWords,
  // Of a run/walk only the seconds of running are kept: its metres follow by their share of the time, and as
  // walking is the slower part, that counts too few of them and never too many.
  write: async (told) => {
    const { call, inputs, date } = told
    const patch = await askMissing(call, inputs, told.patch, MISSING_OF_RUN)
    if (patch === undefined) return NOTHING_SAID
    const faults = runFaults(patch, date, inputs.today)
    // Nobody is asked of the pace of a run that cannot be.
    const unlikely = await checkPace(faults.length > 0 ? silent(call) : call, inputs, patch)
    if (faults.length + unlikely.length > 0) return fail(...faults, ...unlikely)
    // Whoever said nothing at all is asked all of it; a line with something in it is what was meant.
    const scores = Object.values(told.patch).some((said) => said !== undefined)
      ? {}
      : await askedOf(told, patch)
    return addSession({ ...told, patch: { ...patch, ...scores } }, 'run')
  },
})
