import { fail, succeed, type Result } from '../../../base/problem.ts'
import { ACTIVITIES } from '../../../log/words.ts'
import { usage, type Call } from '../../command.ts'
import { canAsk } from '../../host.ts'
import { addSession } from '../../log/add-one.ts'
import { askMissing, NOTHING_SAID } from '../../log/ask-missing.ts'
import { activity } from '../../log/fields.ts'
import { formCommand, tooMany, type Heard } from '../../log/form.ts'
import { gather } from '../../log/gather.ts'
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

function readWords(call: Call, inputs: Inputs): Result<Heard> {
  const [what, long] = call.words
  const left = tooMany(call.words, [activity, duration], inputs)
  if (left.length > 0) return succeed({ patch: {}, left })
  const said = gather({
    activity: wordOf(what, activity, 'cross-training', inputs),
    durationSeconds: wordOf(long, duration, 'the time', inputs),
  })
  if (!said.ok) return said
  if (long !== undefined || canAsk(call.host, call.flags)) return succeed({ patch: said.value, left })
  return fail(
    usage('cross-training is one activity and one time', 'Such as: itb log cross-training bike 40:00'),
  )
}
