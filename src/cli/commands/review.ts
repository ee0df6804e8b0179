import { addDays, type CalendarDate, dateOf, dayOf } from '../../base/calendar.ts'
import { fail, succeed, type Result } from '../../base/problem.ts'
import { reviewOn } from '../../engine/review.ts'
import { renderJson } from '../../render/json.ts'
import { answer, DEMO, LOG, OUTPUT, PROTOCOL, TODAY, usage, type Command } from '../command.ts'
import { dateMeant } from '../date-words.ts'
import { pageFor } from '../page.ts'
import { asksJson } from '../plan-format.ts'
import { readInputs } from '../read-inputs.ts'

const FLARE = 'flare'

/** `itb review`: the look back on a week, on a cycle and on the last flare. */
export const review: Command = {
  name: 'review',
  summary: 'look back on the last week, or on what came before the flare',
  words: [
    [
      '[what]',
      'flare, or a day of the week to look back on; without it the last whole week',
      { choices: [FLARE], kind: 'date' },
    ],
  ],
  options: [OUTPUT, DEMO, LOG, PROTOCOL, TODAY],
  examples: [
    ['itb review --demo', 'what was planned, what was done, and how it felt'],
    ['itb review flare --demo', 'the weeks before the flare against those before them'],
  ],
  run: async (call) => {
    const inputs = await readInputs(call.host, call.flags)
    if (!inputs.ok) return inputs
    const { log, programme, today, runner } = inputs.value
    const [word, ...others] = call.words
    const asked = weekAsked(word, today)
    if (!asked.ok) return asked
    if (others.length > 0) return fail(usage(`"${others.join(' ')}" is one word too many`, WAYS))
    const found = reviewOn(log, programme, today, asked.value)
    if (asksJson(call.flags)) return succeed(answer(renderJson(found)))
    const page = await pageFor(call, programme, runner)
    const { renderReview, renderFlareReview } = await import('../../render/review.ts')
    return succeed(answer(word === FLARE ? renderFlareReview(found, page) : renderReview(found, page)))
  },
}

const WAYS = 'It can be: itb review, itb review flare, itb review 2026-03-02.'

/** A day of the week that is meant; undefined is the last whole one. */
function weekAsked(word: string | undefined, today: CalendarDate): Result<CalendarDate | undefined> {
  if (word === undefined || word === FLARE) return succeed(undefined)
  const date = dateMeant(word, today)
  if (date === undefined) return fail(usage(`"${word}" is neither a day nor "flare"`, WAYS))
  if (date <= today) return succeed(date)
  const yesterday = dateOf(addDays(dayOf(today), -1))
  return fail(
    usage(`${date} lies ahead: there is nothing to look back on`, `Such as: itb review ${yesterday}`),
  )
}
