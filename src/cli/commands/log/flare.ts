import { addOne } from '../../log/add-one.ts'
import { canAsk } from '../../host.ts'
import { asPatch, askFlare } from '../../log/ask-scores.ts'
import { formCommand } from '../../log/form.ts'
import { fail } from '../../../base/problem.ts'
import { runFaults } from '../../log/run-faults.ts'

/** `itb log flare`: the knee flared up without a run. */
export const flare = formCommand({
  name: 'flare',
  summary: 'the knee flared up without a run',
  words: [['[date]', 'the day it flared up', { kind: 'date' }]],
  examples: [
    ['itb log flare --pain 5 --trend worsened', 'a flare of today'],
    ['itb log flare yesterday --pain 4 --after 2 --no-swelling', 'one of yesterday'],
  ],
  isOfTheDay: true,
  write: async (told) => {
    const { call, date, inputs } = told
    const isAsked = Object.keys(told.patch).length === 0 && canAsk(call.host, call.flags)
    const patch = isAsked ? asPatch(await askFlare(call.host.ask, { date })) : told.patch
    const faults = runFaults(patch, date, inputs.today)
    return faults.length > 0 ? fail(...faults) : addOne({ ...told, patch }, 'flare')
  },
})
