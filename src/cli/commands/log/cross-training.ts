import { fail, type Result } from '../../../base/problem.ts'
import { ACTIVITIES } from '../../../log/words.ts'
import { usage, type Call } from '../../command.ts'
import { canAsk } from '../../host.ts'
import { addSession } from '../../log/add-one.ts'
import { askMissing, NOTHING_SAID } from '../../log/ask-missing.ts'
import { activity } from '../../log/fields.ts'
import { formCommand } from '../../log/form.ts'
import { gather } from '../../log/gather.ts'
import type { Patch } from '../../log/patch.ts'
import { duration, wordOf } from '../../log/readers.ts'
import type { Inputs } from '../../read-inputs.ts'

/** `itb log cross-training`: training that is no running. */
export const crossTraining = formCommand({
  name: 'cross-training',
  summary: 'bike, swim and the like',
  words: [
    [
      '[words...]',
      'a date, then what it was and how long: bike 40:00',
      { kind: 'date', choices: ACTIVITIES },
    ],
  ],
  examples: [
    ['itb log cross-training bike 40:00 --pain 0', 'forty minutes without pain'],
    ['itb log cross-training yesterday swim 30m --rpe 3', 'a swim of yesterday'],
  ],
  isOfTheDay: true,
  read: readWords,
  write: async (told) => {
    const patch = await askMissing(told.call, told.inputs, told.patch, [
      { key: 'activity', text: 'What was it?', hint: 'bike', read: activity },
      { key: 'durationSeconds', text: 'How long?', hint: '40:00', read: duration },
    ])
    return patch === undefined ? NOTHING_SAID : addSession({ ...told, patch }, 'cross-training')
  },
})

function readWords(call: Call, inputs: Inputs): Result<Patch> {
  const [what, long, ...more] = call.words
  if (more.length > 0 || (long === undefined && !canAsk(call.host, call.flags))) {
    return fail(
      usage('cross-training is one activity and one time', 'Such as: itb log cross-training bike 40:00'),
    )
  }
  return gather({
    activity: wordOf(what, activity, 'cross-training', inputs),
    durationSeconds: wordOf(long, duration, 'the time', inputs),
  })
}
