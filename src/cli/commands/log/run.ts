import { fail } from '../../../base/problem.ts'
import { addSession } from '../../log/add-one.ts'
import { askMissing, NOTHING_SAID } from '../../log/ask-missing.ts'
import { formCommand } from '../../log/form.ts'
import { runFaults } from '../../log/run-faults.ts'
import { checkPace, MISSING_OF_RUN, readRunWords, unlikelyPace } from '../../log/run-words.ts'

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
    const problems =
      faults.length > 0
        ? [...faults, ...unlikelyPace(call, inputs, patch)]
        : await checkPace(call, inputs, patch)
    return problems.length > 0 ? fail(...problems) : addSession({ ...told, patch }, 'run')
  },
})
