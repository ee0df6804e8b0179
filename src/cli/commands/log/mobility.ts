import { fail, succeed, type Problem, type Result } from '../../../base/problem.ts'
import { didYouMean } from '../../../base/spelling.ts'
import { addEntries } from '../../../log/amend.ts'
import type { Programme } from '../../../protocol/programme.ts'
import { usage, type Call } from '../../command.ts'
import { answering, openSession } from '../../log/add-one.ts'
import { formCommand, type Heard } from '../../log/form.ts'
import { patched } from '../../log/patch.ts'
import type { Inputs } from '../../read-inputs.ts'
import { save } from '../../save.ts'

/** `itb log mobility`: rolling and stretching. */
export const mobility = formCommand({
  name: 'mobility',
  summary: 'rolling and stretching, as planned or by name',
  words: [
    ['[words...]', 'a date, then what was done; the planned items when nothing is named', { kind: 'item' }],
  ],
  examples: [
    ['itb log mobility', 'all that was planned today'],
    ['itb log mobility yesterday roll-tfl --pain 0', 'one item of yesterday'],
  ],
  isOfTheDay: true,
  read: readItems,
  write: async ({ call, date, patch }) =>
    save(call, (log, { programme, today }) => {
      const planned = openSession(log, programme, date, 'mobility')
      const items = patch['items'] ?? planned?.exercises.map(({ id }) => id)
      if (items === undefined) return fail(nothingPlanned(date))
      // Unnamed items were taken from the plan and not from the runner's own words.
      const taken = patch['items'] === undefined && { attested: true }
      const entry = patched({ type: 'mobility', date, items, ...answering(planned), ...taken }, patch)
      return succeed(addEntries(log, [entry], today))
    }),
})

const itemsOf = ({ rehab, cycle }: Programme): readonly string[] => [
  ...new Set(
    [rehab, cycle].flatMap(({ tracks: { rolling, stretching } }) =>
      [...rolling.items, ...stretching.items].map(({ id }) => id),
    ),
  ),
]

function readItems({ words }: Call, { programme }: Inputs): Result<Heard> {
  const known = itemsOf(programme)
  const problems = words.filter((id) => !known.includes(id)).map((id) => unknownItem(id, known))
  if (problems.length > 0) return fail(...problems)
  return succeed({ patch: words.length === 0 ? {} : { items: words }, left: [] })
}

const unknownItem = (id: string, known: readonly string[]): Problem =>
  usage(
    `nothing to roll or stretch is called "${id}"`,
    `${didYouMean(id, known)}Known here: ${known.join(', ')}.`,
  )

const nothingPlanned = (date: string): Problem => ({
  code: 'nothing-planned',
  message: `no rolling or stretching was planned on ${date}, or it is logged already`,
  hint: 'Name what was done: itb log mobility roll-tfl',
})
