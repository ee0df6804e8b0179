import { succeed } from '../../../base/problem.ts'
import { addEntries } from '../../../log/amend.ts'
import { EXERCISE_OPTIONS, EXERCISE_PAIN, readExercises } from '../../log/exercises.ts'
import { formCommand } from '../../log/form.ts'
import { patched } from '../../log/patch.ts'
import { plannedStrength, practiceOf } from '../../log/strength-session.ts'
import { save } from '../../save.ts'

/** `itb log strength`: the planned session without pain, or as said. */
export const strength = formCommand({
  name: 'strength',
  summary: 'the planned strength session, free of pain unless said',
  words: [['[date]', 'the day it was done', { kind: 'date' }]],
  options: [EXERCISE_PAIN, ...EXERCISE_OPTIONS],
  examples: [
    ['itb log strength --sets clamshell=15,15 --sets glute-bridge=12,12', 'the repetitions as counted'],
    ['itb log strength --sets clamshell=15,15,12 --effort clamshell=5 --pain clamshell=1', 'one that hurt'],
  ],
  isOfTheDay: true,
  check: ({ flags }, inputs) => {
    const said = readExercises(flags, inputs)
    return said.ok ? [] : said.problems
  },
  write: async ({ call, inputs, date, patch }) => {
    const said = readExercises(call.flags, inputs)
    if (!said.ok) return said
    return save(call, (log, fresh) => {
      const practice = practiceOf(plannedStrength(log, fresh, date), said.value, date)
      if (!practice.ok) return practice
      return succeed(
        addEntries(log, [patched({ type: 'strength', date, ...practice.value }, patch)], fresh.today),
      )
    })
  },
})
