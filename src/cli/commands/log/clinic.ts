import { fail, type Result } from '../../../base/problem.ts'
import { isDate } from '../../../log/words.ts'
import { usage, type Answer } from '../../command.ts'
import { addOne, addWith } from '../../log/add-one.ts'
import { orderFaults } from '../../log/entry-faults.ts'
import { formCommand, type Told } from '../../log/form.ts'
import { words } from '../../log/readers.ts'

const BY = { key: 'by', text: 'Who said so?', hint: '--by physiotherapist', read: words }

/** `itb log clearance`: a clinician lets the runner go on after a stop. */
export const clearance = formCommand({
  name: 'clearance',
  summary: 'a clinician says that running may begin again',
  words: [['[date]', 'the day it was said', { kind: 'date' }]],
  examples: [
    ['itb log clearance --by physiotherapist', 'today'],
    [
      'itb log clearance --by physiotherapist --tolerates 2 --until 2026-06-01',
      'a steady pain of up to 2 holds no week until then',
    ],
  ],
  isOfTheDay: false,
  write: (told) =>
    told.patch['tolerates'] !== undefined && told.patch['until'] === undefined
      ? Promise.resolve(fail(NO_END))
      : inOrder(told, () => addWith(told, 'clearance', BY, '--by')),
})

const NO_END = usage(
  'a pain is tolerated until a day, and none is said',
  'Such as: itb log clearance --by physiotherapist --tolerates 2 --until 2026-06-01',
)

/** `itb log limit`: what a clinician allows, until further notice where no last day is given. */
export const limit = formCommand({
  name: 'limit',
  summary: "a clinician's limits",
  words: [['[date]', 'the first day it holds', { kind: 'date' }]],
  examples: [
    ['itb log limit --by physiotherapist --max-run 20min --no-hills', 'until further notice'],
    ['itb log limit --by doctor --substitute single-leg-box-squat=glute-bridge', 'one exercise for another'],
  ],
  isOfTheDay: false,
  write: (told) =>
    LIMITS.some((key) => told.patch[key] !== undefined)
      ? inOrder(told, () => addWith(told, 'limit', BY, '--by'))
      : Promise.resolve(fail(NO_LIMIT)),
})

const LIMITS = ['maxRunSeconds', 'maxWeekMeters', 'noHills', 'substitute'] as const

const NO_LIMIT = usage(
  'nothing is said that is limited',
  'Such as: --max-run 20min, --max-week 12km, --no-hills, --substitute single-leg-box-squat=glute-bridge',
)

/** `itb log absence`: days without training, also ahead. */
export const absence = formCommand({
  name: 'absence',
  summary: 'days off, also ahead',
  words: [['[date]', 'the first day of it', { kind: 'date' }]],
  examples: [
    ['itb log absence --reason illness', 'today'],
    ['itb log absence today --until sun --reason holiday', 'up to the next Sunday'],
  ],
  isOfTheDay: false,
  write: (told) => inOrder(told, () => addOne(told, 'absence')),
})

/** Adds what lasts until a day, unless that day lies before the first one. */
async function inOrder({ patch, date }: Told, add: () => Promise<Result<Answer>>): Promise<Result<Answer>> {
  const { until } = patch
  const faults = isDate(until) ? orderFaults(until, date) : []
  return faults.length > 0 ? fail(...faults) : add()
}
