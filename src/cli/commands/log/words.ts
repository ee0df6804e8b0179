import { fail, succeed, type Result } from '../../../base/problem.ts'
import { usage, type Call } from '../../command.ts'
import { canAsk } from '../../host.ts'
import { addOne } from '../../log/add-one.ts'
import { askLine, askMissing, NOTHING_SAID, type Missing } from '../../log/ask-missing.ts'
import { FIELDS } from '../../log/fields.ts'
import { formCommand, type Heard, type Told } from '../../log/form.ts'
import { words } from '../../log/readers.ts'

const LOOK_BACK: readonly Missing[] = [
  { key: 'changed', text: 'What was different this week?', hint: 'flat route', read: words },
  { key: 'felt', text: 'How did it feel?', hint: 'calm', read: words },
  { key: 'adjust', text: 'What will you do otherwise?', hint: 'nothing', read: words },
]

/** `itb log review`: the weekly look back. */
export const review = formCommand({
  name: 'review',
  summary: 'the weekly look back: three lines',
  words: [['[date]', 'the day of it', { kind: 'date' }]],
  examples: [
    ['itb log review --felt calm', 'one of the three lines'],
    ['itb log review --changed shorter --felt better --adjust nothing', 'all of them'],
  ],
  isOfTheDay: false,
  write: writeReview,
})

async function writeReview(told: Told) {
  const { call, inputs, patch } = told
  if (Object.keys(patch).length > 0) return addOne(told, 'review')
  if (!canAsk(call.host, call.flags)) {
    return fail(usage('nothing is said of the week', 'Say it with --changed, --felt or --adjust.'))
  }
  const lines: Record<string, unknown> = {}
  for (const one of LOOK_BACK) {
    const said = await askLine(call, inputs, one)
    if (said !== undefined) lines[one.key] = said
  }
  return Object.keys(lines).length === 0 ? NOTHING_SAID : addOne({ ...told, patch: lines }, 'review')
}

/** `itb log note`: a remark that belongs to no session. */
export const note = formCommand({
  name: 'note',
  summary: 'a remark that belongs to no session; it never leaves the log',
  words: [
    [
      '[words...]',
      'a date, then the remark; in quotes, where it begins with a day of its own',
      { kind: 'date' },
    ],
  ],
  fields: FIELDS.note.filter(({ flag }) => flag !== 'note'),
  examples: [
    ['itb log note new shoes', 'of today'],
    ['itb log note 2026-03-02 the road leans to the left', 'of another day'],
  ],
  isOfTheDay: false,
  read: readRemark,
  write: async (told) => {
    const patch = await askMissing(told.call, told.inputs, told.patch, [
      { key: 'note', text: 'What is to be noted?', hint: 'new shoes', read: words },
    ])
    return patch === undefined ? NOTHING_SAID : addOne({ ...told, patch }, 'note')
  },
})

/** All of its words are the remark, whatever they are. */
function readRemark({ words: said, host, flags }: Call): Result<Heard> {
  if (said.length > 0) return succeed({ patch: { note: said.join(' ') }, left: [] })
  return canAsk(host, flags)
    ? succeed({ patch: {}, left: [] })
    : fail(usage('the remark is missing', 'Such as: itb log note new shoes'))
}
