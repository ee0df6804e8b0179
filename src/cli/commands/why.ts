import type { CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import { didYouMean } from '../../base/spelling.ts'
import { makePlans } from '../../engine/make-plan.ts'
import type { Plan } from '../../engine/plan.ts'
import { asWritten } from '../../log/as-written.ts'
import { known } from '../../log/known.ts'
import type { Log } from '../../log/schema.ts'
import { dateText } from '../../base/date-text.ts'
import { renderSource, renderWhy } from '../../render/explain.ts'
import { renderJson } from '../../render/json.ts'
import { answer, DEMO, LOG, OUTPUT, PROTOCOL, TODAY, type Call, type Command } from '../command.ts'
import { dateMeant, nextWeek, weekOf } from '../date-words.ts'
import { pageFor, referencesOf } from '../page.ts'
import { asksJson } from '../plan-format.ts'
import { readInputs, type Inputs } from '../read-inputs.ts'

/** `itb why`: the findings behind the plan of today or of a past day. */
export const why: Command = {
  name: 'why',
  summary: 'every finding behind the plan, with its numbers and sources',
  words: [
    ['[date|rule]', 'a day whose plan is asked about, one rule, or the id of a source', { kind: 'rule' }],
  ],
  options: [OUTPUT, DEMO, LOG, PROTOCOL, TODAY],
  examples: [
    ['itb why --demo', 'all that decided the next week'],
    ['itb why --demo E-01', 'what one source of a page says, for or against'],
  ],
  run: async (call) => {
    const inputs = await readInputs(call.host, call.flags)
    if (!inputs.ok) return inputs
    const asked = questionOf(call.words[0], inputs.value)
    if (!asked.ok) return asked
    const told = asksJson(call.flags)
      ? renderJson({ format: 'itb-why', version: 1, ...asReported(asked.value) })
      : await textOf(asked.value, inputs.value, call)
    return succeed(answer(told))
  },
}

/** What was asked, and the plans that answer it; `then` only of a past day. */
interface Question {
  readonly date: CalendarDate
  readonly then: Plan | null
  readonly now: Plan
  readonly rule: string | undefined
  /** The id of the one source that is asked about. */
  readonly source: string | undefined
}

const WHOLE = { rule: undefined, source: undefined } as const

function questionOf(word: string | undefined, inputs: Inputs): Result<Question> {
  const { today, log, runner, programme } = inputs
  const date = word === undefined ? undefined : dateMeant(word, today)
  if (date !== undefined && date < today) {
    const week = weekOf(date, runner.weekStart)
    const then = onlyPlan({ ...inputs, today: date, log: asWritten(log, date) }, week, 'whole')
    const now = onlyPlan({ ...inputs, today: date, log: asIfAlwaysKnown(known(log, today)) }, week, 'whole')
    return succeed({ date, then, now, ...WHOLE })
  }
  const week = date === undefined ? nextWeek(today, runner.weekStart) : weekOf(date, runner.weekStart)
  const now = onlyPlan(inputs, week)
  if (word === undefined || date !== undefined)
    return succeed({ date: date ?? today, then: null, now, ...WHOLE })
  const source = [...referencesOf(programme).keys()].find((id) => id.toLowerCase() === word.toLowerCase())
  if (source !== undefined) return succeed({ date: today, then: null, now, rule: undefined, source })
  const rules = [...new Set([...programme.byId.keys(), ...now.findings.map(({ rule }) => rule)])]
  return rules.includes(word)
    ? succeed({ date: today, then: null, now, rule: word, source: undefined })
    : fail(unknownRule(word, rules))
}

/** What was learned late, as if it had been said on its day: the plan that day would have had. */
const asIfAlwaysKnown = (log: Log): Log => ({
  ...log,
  entries: log.entries.map(({ logged, ...entry }) => entry),
})

function onlyPlan(inputs: Inputs, week: CalendarDate, view?: 'whole'): Plan {
  const [only] = makePlans(inputs.log, inputs.programme, inputs.today, week, 1, view)
  if (only === undefined) throw new Error(`no plan was made for the week of ${week}`)
  return only
}

const unknownRule = (word: string, rules: readonly string[]): Problem => ({
  code: 'unknown-rule',
  message: `"${word}" is neither a date nor a rule nor a source`,
  hint: `${didYouMean(word, rules)}Rules: ${rules.join(', ')}.`,
})

const asReported = ({ date, then, now, rule, source }: Question) => ({
  date,
  then,
  now: {
    ...now,
    findings: now.findings.filter(
      (each) =>
        (rule === undefined || each.rule === rule) &&
        (source === undefined || each.source.some(({ id }) => id === source)),
    ),
  },
})

async function textOf(
  { date, then, now, rule, source }: Question,
  inputs: Inputs,
  call: Call,
): Promise<string> {
  const page = await pageFor(call, inputs.programme, inputs.runner)
  const references = referencesOf(inputs.programme)
  if (source !== undefined) return renderSource(source, references.get(source) ?? '', now, page)
  const options = { ...page, references, ...(rule !== undefined && { rule }) }
  if (then === null) return renderWhy(now, options)
  const { heading } = page.paint
  return [
    heading(`What was said on ${dateText(date)}`),
    '',
    renderWhy(then, options),
    heading('What is known now'),
    '',
    renderWhy(now, options),
  ].join('\n')
}
