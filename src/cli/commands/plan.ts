import type { CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Result } from '../../base/problem.ts'
import { makePlans } from '../../engine/make-plan.ts'
import type { Plan } from '../../engine/plan.ts'
import { renderJson, renderJsonl } from '../../render/json.ts'
import {
  answer,
  DEMO,
  LOG,
  OUTPUT,
  PROTOCOL,
  TODAY,
  usage,
  type Call,
  type Command,
  type Flags,
} from '../command.ts'
import { nextWeek, weekMeant, weekOf, weeksBetween } from '../date-words.ts'
import { doneIn } from '../documents/done.ts'
import { pageFor } from '../page.ts'
import { formatAsked, FORMATS, type Format } from '../plan-format.ts'
import { readInputs, type Inputs } from '../read-inputs.ts'

const MOST_WEEKS = 52
const WEEKS = { choices: ['this', 'next'], kind: 'date' } as const

/** `itb plan`: the next week to start, or the weeks asked for. */
export const plan: Command = {
  name: 'plan',
  summary: 'plan the next week to start',
  options: [
    ['--week <week>', 'this, next, a date in it, or the weekday it holds next', WEEKS],
    ['--weeks <number>', `how many weeks, at most ${MOST_WEEKS}`],
    ['--format <format>', 'table, json, jsonl, markdown or csv', { choices: FORMATS }],
    OUTPUT,
    DEMO,
    LOG,
    PROTOCOL,
    TODAY,
  ],
  examples: [
    ['itb plan --demo', 'a sample runner on the way back'],
    ['itb plan --demo --week this --json', 'the running week for a script'],
  ],
  run: async (call) => {
    const format = formatAsked(call.flags, FORMATS)
    const count = weeksAsked(call.flags)
    if (!format.ok || !count.ok)
      return fail(...(format.ok ? [] : format.problems), ...(count.ok ? [] : count.problems))
    const inputs = await readInputs(call.host, call.flags)
    if (!inputs.ok) return inputs
    const plans = plansAsked(call, inputs.value, format.value, count.value)
    return plans.ok ? succeed(answer(await textOf(plans.value, format.value, inputs.value, call))) : plans
  },
}

function weeksAsked({ weeks }: Flags): Result<number> {
  const count = /^\d{1,4}$/.test(weeks ?? '1') ? Number(weeks ?? 1) : 0
  if (count >= 1 && count <= MOST_WEEKS) return succeed(count)
  return fail(usage(`--weeks is "${weeks}", expected a number from 1 to ${MOST_WEEKS}`))
}

function plansAsked(call: Call, inputs: Inputs, format: Format, count: number): Result<readonly Plan[]> {
  const { log, programme, today, runner } = inputs
  const first = firstWeek(call.flags, inputs)
  if (!first.ok) return first
  const running = weekOf(today, runner.weekStart)
  // Somebody at a terminal in mid-week first needs what is left of the week they are in.
  const opens =
    call.flags.week === undefined &&
    first.value !== running &&
    format === 'table' &&
    call.host.stdout.isTTY &&
    call.flags.output === undefined
  return succeed([
    ...(opens ? makePlans(log, programme, today, running, 1) : []),
    ...makePlans(log, programme, today, first.value, count),
  ])
}

function firstWeek({ week }: Flags, { today, runner: { weekStart } }: Inputs): Result<CalendarDate> {
  const next = nextWeek(today, weekStart)
  const first = week === undefined ? next : weekMeant(week, today, weekStart)
  if (first === undefined) {
    return fail(usage(`--week is "${week}", which names no week`, 'It can be: this, next, mon, 2026-03-02.'))
  }
  if (weeksBetween(next, first) < MOST_WEEKS) return succeed(first)
  return fail(
    usage(`--week is "${week}", further ahead than anybody can plan`, `At most ${MOST_WEEKS} weeks ahead.`),
  )
}

async function textOf(plans: readonly Plan[], format: Format, inputs: Inputs, call: Call): Promise<string> {
  if (format === 'jsonl') return renderJsonl(plans)
  if (format === 'json') {
    return renderJson(call.flags.weeks === undefined ? plans[0] : { format: 'itb-plans', version: 1, plans })
  }
  const page = await pageFor(call, inputs.programme, inputs.runner)
  if (format !== 'table') {
    const { weeksOnPaper } = await import('../paper.ts')
    return weeksOnPaper(plans, format, page, inputs)
  }
  const { renderPlan } = await import('../../render/table.ts')
  return plans.map((each) => renderPlan(each, page, doneIn(each, inputs))).join('\n')
}
