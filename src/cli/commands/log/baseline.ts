import { fail, type Result } from '../../../base/problem.ts'
import { AGGRAVATORS } from '../../../log/words.ts'
import { usage, type Answer } from '../../command.ts'
import { canAsk } from '../../host.ts'
import { addOne } from '../../log/add-one.ts'
import { askLine, NOTHING_SAID } from '../../log/ask-missing.ts'
import { AGGRAVATED_BY, TRACKING_KEYS, trackingQuestion } from '../../log/baseline-fields.ts'
import { formCommand, type Told } from '../../log/form.ts'
import type { Patch } from '../../log/patch.ts'

/** `itb log baseline`: how a flare began, what makes it worse, and how hip and knee track. */
export const baseline = formCommand({
  name: 'baseline',
  summary: 'what makes the knee worse, and how hip and knee track: once a flare',
  words: [['[date]', 'the day of it', { kind: 'date' }]],
  examples: [
    ['itb log baseline --aggravated-by hills,stairs --knee-tracking knee-falls-in', 'of this flare'],
    ['itb log baseline --site outer-knee --onset 3km --aggravated-by none', 'where and from when on'],
  ],
  isOfTheDay: false,
  write: writeBaseline,
})

async function writeBaseline(told: Told): Promise<Result<Answer>> {
  const { call, patch } = told
  if (Object.keys(patch).length > 0) return addOne(told, 'baseline')
  if (!canAsk(call.host, call.flags)) {
    return fail(
      usage(
        'nothing is said of the flare',
        'Say it with --aggravated-by, --knee-tracking, --site or --onset.',
      ),
    )
  }
  const said = await askBaseline(told)
  return Object.keys(said).length === 0 ? NOTHING_SAID : addOne({ ...told, patch: said }, 'baseline')
}

async function askBaseline({ call, inputs }: Told): Promise<Patch> {
  const aggravatedBy = await askLine(call, inputs, {
    key: 'aggravatedBy',
    text: 'What makes it worse? Name all that do, or none.',
    hint: AGGRAVATORS.join(', '),
    read: AGGRAVATED_BY.read,
  })
  const key = await call.host.ask(trackingQuestion)
  const kneeTracking = TRACKING_KEYS[key ?? '']
  return {
    ...(aggravatedBy !== undefined && { aggravatedBy }),
    ...(kneeTracking !== undefined && { kneeTracking }),
  }
}
