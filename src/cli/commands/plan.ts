import type { CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Result } from '../../base/problem.ts'
import { makePlans, plansShown } from '../../engine/make-plan.ts'
import type { Plan } from '../../engine/plan.ts'
import { asWritten } from '../../log/as-written.ts'
import type { Log } from '../../log/schema.ts'
import type { Programme } from '../../protocol/programme.ts'
import { renderJson, renderJsonl } from '../../render/json.ts'
import { calendarFlags, type CalendarFlags } from '../calendar-flags.ts'
import {
  answer,
  DEMO,
  LOG,
  OUTPUT,
  PROTOCOL,
  TODAY,
  usage,
  type Answer,
  type Call,
  type Command,
  type Flags,
} from '../command.ts'
import { dateMeant, nextWeek, weekMeant, weekOf, weeksBetween } from '../date-words.ts'
import { doneIn } from '../documents/done.ts'
import { pageFor } from '../page.ts'
import { formatAsked, FORMATS, type Format } from '../plan-format.ts'
import { readInputs, type Inputs } from '../read-inputs.ts'

const MOST_WEEKS = 52
const TIMES = { choices: ['07:00', '18:00', 'none'] } as const
const WEEKS = { choices: ['this', 'next'], kind: 'date' } as const

/** `itb plan`: the next week to start, or the weeks asked for. */
export const plan: Command = {
  name: 'plan',
  summary: 'plan the next week to start',
  options: [
    ['--week <week>', 'this, next, a date in it, or the weekday it holds next', WEEKS],
    ['--weeks <number>', `how many weeks, at most ${MOST_WEEKS}`],
    [
      '--format <format>',
      'table, json, jsonl, ics, markdown, csv, or fit: a file a run, into the folder of -o',
      { choices: FORMATS },
    ],
    OUTPUT,
    ['--at <time>', 'ics: when sessions begin, such as 07:00; none for whole days', TIMES],
    ['--tz <zone>', 'ics: times of this zone, such as Europe/Berlin, and not of wherever you are'],
    [
      '--alarm <time>',
      'ics: a reminder before training, such as 30m',
      { choices: ['0', '15m', '30m', '1h'] },
    ],
    ['--ask <time>', 'ics: a question every evening, such as 20:00', { choices: ['20:00', '21:00'] }],
    ['--details', 'ics: verdict, phase and reasons as well, which tell how the knee is'],
    DEMO,
    LOG,
    PROTOCOL,
    TODAY,
  ],
  examples: [
    ['itb plan --demo', 'a sample runner on the way back'],
    ['itb plan --demo --format ics --at 07:00', 'this week and the next for a calendar'],
  ],
  run: async (call) => {
    const format = formatAsked(call.flags, FORMATS)
    const count = weeksAsked(call.flags)
    const wishes = format.ok ? calendarFlags(call.flags, format.value) : succeed(undefined)
    if (!format.ok || !count.ok || !wishes.ok)
      return fail(...[format, count, wishes].flatMap((each) => (each.ok ? [] : each.problems)))
    const inputs = await readInputs(call.host, call.flags)
    if (!inputs.ok) return inputs
    const first = firstWeek(call.flags, inputs.value)
    if (!first.ok) return first
    const weeks = {
      opens: opensWithThisWeek(call, inputs.value, format.value, first.value),
      first: first.value,
    }
    const asked = asThen(call.flags, first.value, format.value, inputs.value)
    const view = asked === inputs.value ? 'ahead' : 'whole'
    return written({ ...weeks, count: count.value, view }, format.value, wishes.value, asked, call)
  },
}

function weeksAsked({ weeks }: Flags): Result<number> {
  const count = /^\d{1,4}$/.test(weeks ?? '1') ? Number(weeks ?? 1) : 0
  if (count >= 1 && count <= MOST_WEEKS) return succeed(count)
  return fail(usage(`--weeks is "${weeks}", expected a number from 1 to ${MOST_WEEKS}`))
}

/** The weeks that are asked for. */
interface Weeks {
  /** What is left of the running week comes before them. */
  readonly opens: boolean
  readonly first: CalendarDate
  readonly count: number
  /** Of a week that is over all that it held. */
  readonly view: 'ahead' | 'whole'
}

/**
 * Somebody at a terminal in mid-week first needs what is left of the week they are in; a calendar or a watch
 * that is not told of it keeps a run that is off.
 */
function opensWithThisWeek(call: Call, inputs: Inputs, format: Format, first: CalendarDate): boolean {
  const isWatched = call.host.stdout.isTTY && call.flags.output === undefined
  return (
    call.flags.week === undefined &&
    first !== weekOf(inputs.today, inputs.runner.weekStart) &&
    (format === 'ics' || format === 'fit' || (format === 'table' && isWatched))
  )
}

/** The plans of these weeks, as somebody makes them. */
function plansOf<P>(
  make: (
    log: Log,
    programme: Programme,
    today: CalendarDate,
    first: CalendarDate,
    count: number,
  ) => readonly P[],
  { log, programme, today, runner }: Inputs,
  { opens, first, count }: Weeks,
): readonly P[] {
  return [
    ...(opens ? make(log, programme, today, weekOf(today, runner.weekStart), 1) : []),
    ...make(log, programme, today, first, count),
  ]
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

/**
 * A past week is what was planned then, by what was known on the day that was named: as `why` tells it. A
 * calendar and a watch are told of it as it stands now.
 */
function asThen(flags: Flags, first: CalendarDate, format: Format, inputs: Inputs): Inputs {
  const { log, today, runner } = inputs
  if (format === 'ics' || format === 'fit' || first >= weekOf(today, runner.weekStart)) return inputs
  const date = dateMeant(flags.week ?? '', today) ?? first
  const then = date < first ? first : date
  return { ...inputs, today: then, log: asWritten(log, then) }
}

async function written(
  weeks: Weeks,
  format: Format,
  wishes: CalendarFlags | undefined,
  inputs: Inputs,
  call: Call,
): Promise<Result<Answer>> {
  if (format !== 'ics' && format !== 'fit') {
    const plans = plansOf((...asked) => makePlans(...asked, weeks.view), inputs, weeks)
    return succeed(answer(await textOf(plans, format, inputs, call)))
  }
  const { writeCalendar, writeFit } = await import('../calendar.ts')
  const plans = plansOf(plansShown, inputs, weeks)
  return format === 'fit' || wishes === undefined
    ? writeFit(call, inputs, plans)
    : writeCalendar(call, inputs, plans, wishes)
}

type Text = Exclude<Format, 'ics' | 'fit'>

async function textOf(plans: readonly Plan[], format: Text, inputs: Inputs, call: Call): Promise<string> {
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
