import { fail, succeed, type Problem, type Result } from '../../../base/problem.ts'
import { didYouMean } from '../../../base/spelling.ts'
import { lookAt } from '../../../engine/look.ts'
import { usage, type Call } from '../../command.ts'
import { addOne } from '../../log/add-one.ts'
import { formCommand, type Heard } from '../../log/form.ts'
import type { Programme } from '../../../protocol/programme.ts'
import type { Inputs } from '../../read-inputs.ts'

/** `itb log acknowledgement`: a referral notice was read. */
export const acknowledgement = formCommand({
  name: 'acknowledgement',
  summary: 'a referral notice was read',
  words: [['[words...]', "a date, then the notice; the plan's own one when none is named", { kind: 'date' }]],
  examples: [
    ['itb log acknowledgement referral-56', 'the notice of the eighth week'],
    ['itb log acknowledgement yesterday referral-56', 'read yesterday'],
  ],
  isOfTheDay: false,
  read: readNotice,
  write: (told) => addOne(told, 'acknowledgement'),
})

function readNotice({ words }: Call, { log, programme, today }: Inputs): Result<Heard> {
  const [said] = words
  const known = noticesOf(programme)
  if (words.length > 1) {
    const strange = words.filter((word) => !known.includes(word))
    return succeed({ patch: {}, left: strange.length > 0 ? strange : words.slice(1) })
  }
  if (said !== undefined && !known.includes(said))
    return fail(
      usage(`no notice is called "${said}"`, `${didYouMean(said, known)}There are: ${known.join(', ')}.`),
    )
  if (said !== undefined) return succeed({ patch: { notice: said }, left: [] })
  const { week, next } = lookAt(log, programme, today)
  const open = [week, next]
    .flatMap(({ referral }) => (referral === null ? [] : [referral, ...referral.also]))
    .flatMap(({ acknowledged, notice }) => (acknowledged ? [] : [notice]))
  return open[0] === undefined ? fail(NO_NOTICE) : succeed({ patch: { notice: open[0] }, left: [] })
}

/** Every notice a plan can come with, by the name it is acknowledged by. */
const noticesOf = ({ referral }: Programme): readonly string[] => [
  `referral-${referral.adviceDay}`,
  `referral-${referral.bannerDay}`,
  'red-flag',
  'swelling',
  'adherence',
  'steps',
  'acute-again',
  'elsewhere',
  'painkiller',
  'stuck',
]

const NO_NOTICE: Problem = {
  code: 'no-notice',
  message: 'the plan has no referral notice that is still to be read',
  hint: 'Name it where it came with an earlier plan: itb log acknowledgement referral-56',
}
