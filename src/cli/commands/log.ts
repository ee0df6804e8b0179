import { fail, type Result } from '../../base/problem.ts'
import { didYouMean } from '../../base/spelling.ts'
import { DRY_RUN, OWN_LOG, PROTOCOL, TODAY, usage, type Answer, type Call, type Command } from '../command.ts'
import { canAsk } from '../host.ts'
import { isDay } from '../log/date-first.ts'
import { NOTHING_SAID } from '../log/ask-missing.ts'
import { acknowledgement } from './log/acknowledgement.ts'
import { baseline } from './log/baseline.ts'
import { absence, clearance, limit } from './log/clinic.ts'
import { crossTraining } from './log/cross-training.ts'
import { day } from './log/day.ts'
import { flare } from './log/flare.ts'
import { mobility } from './log/mobility.ts'
import { morning } from './log/morning.ts'
import { run } from './log/run.ts'
import { strength } from './log/strength.ts'
import { note, review } from './log/words.ts'

/** The forms of `itb log`, each with the key that chooses it on a terminal. */
const FORMS: readonly (readonly [key: string, form: Command])[] = [
  ['r', run],
  ['m', morning],
  ['d', day],
  ['s', strength],
  ['c', crossTraining],
  ['o', mobility],
  ['f', flare],
  ['e', clearance],
  ['l', limit],
  ['a', absence],
  ['k', acknowledgement],
  ['w', review],
  ['b', baseline],
  ['n', note],
]

/** `itb log`: everything a runner can say of what was done and how it felt. */
export const log: Command = {
  name: 'log',
  summary: 'log a run, a morning, a day, strength and the rest',
  words: [
    ['[form]', FORMS.map(([, { name }]) => name).join(', '), { kind: 'date' }],
    ['[words...]', 'what the form takes: itb help log run'],
  ],
  options: [DRY_RUN, OWN_LOG, PROTOCOL, TODAY],
  examples: [
    ['itb log run 5.2km 31:10 --pain 0', 'a run of today'],
    ['itb log day --ok', 'a check-in'],
  ],
  commands: FORMS.map(([, form]) => form),
  run: chooseForm,
}

/** Only a word that is no form comes here, or none at all. */
async function chooseForm(call: Call): Promise<Result<Answer>> {
  const names = FORMS.map(([, { name }]) => name)
  // A day may stand before the form, and is none.
  const [first, second] = call.words
  const word = second !== undefined && first !== undefined && isDay(first) ? second : first
  const forms = `Forms: ${names.join(', ')}.`
  if (word !== undefined)
    return fail(usage(`"${word}" is nothing to log`, `${didYouMean(word, names)}${forms}`))
  if (!canAsk(call.host, call.flags)) return fail(usage('itb log needs to know what', forms))
  const keys = FORMS.map(([key, { name }]) => ({ key, means: name }))
  const chosen = await call.host.ask({ kind: 'key', text: 'What is it?', keys, enter: 'not now' })
  const form = FORMS.find(([key]) => key === chosen)?.[1]
  return (await form?.run?.(call)) ?? NOTHING_SAID
}
