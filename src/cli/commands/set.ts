import type { CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import { isAhead } from '../../log/ahead.ts'
import { makePlans } from '../../engine/make-plan.ts'
import type { Log, Runner } from '../../log/schema.ts'
import { renderJson } from '../../render/json.ts'
import { renderSettings, type SettingRow } from '../../render/settings.ts'
import {
  answer,
  DATE,
  DRY_RUN,
  NOTE,
  OWN_LOG,
  TODAY,
  usage,
  type Answer,
  type Call,
  type Command,
} from '../command.ts'
import { dateMeant, weekOf } from '../date-words.ts'
import { canAsk } from '../host.ts'
import { tooEarly } from '../milestones-meant.ts'
import { pageFor } from '../page.ts'
import { readInputs, type Inputs } from '../read-inputs.ts'
import { save } from '../save.ts'
import { changesMeant, withSettings } from '../settings-change.ts'
import { SETTINGS } from '../settings-words.ts'
import { weekDoubt } from '../usual-week.ts'

/** `itb set`: shows what the log says of its runner, or changes it from a day on. */
export const set: Command = {
  name: 'set',
  summary: 'show or change days, goal, units, cadence and the like',
  words: [['[key value...]', 'what to change and to what; several pairs at once', { kind: 'setting' }]],
  options: [['--force', 'take an unusual week as it was typed'], OWN_LOG, DATE, NOTE, DRY_RUN, TODAY],
  examples: [
    ['itb set days mon,wed,sat', 'from today on run on these days only'],
    ['itb set', 'all that the log says of you, and since when'],
  ],
  run: async (call) => {
    const inputs = await readInputs(call.host, call.flags)
    if (!inputs.ok) return inputs
    if (call.words.length === 0) return succeed(await show(call, inputs.value))
    const date = dateOf(call, inputs.value)
    const changed = await changesMeant(call.host, call.words, inputs.value.runner)
    if (!date.ok || !changed.ok)
      return fail(...[date, changed].flatMap((each) => (each.ok ? [] : each.problems)))
    const slip = await slipIn(call, changed.value, inputs.value.runner)
    if (slip !== undefined) return fail(slip)
    const early = earlyIn(changed.value, inputs.value)
    if (early.length > 0) return fail(...early)
    const said = await save(call, (log, { today }) =>
      succeed(withSettings(log, { date: date.value, changed: changed.value, note: call.flags.note }, today)),
    )
    return said.ok ? succeed(withNote(said.value, changed.value, inputs.value)) : said
  },
}

async function show(call: Call, { log, runner, today, programme }: Inputs): Promise<Answer> {
  const settings = SETTINGS.map(
    ({ key, field }): SettingRow => ({
      key,
      field,
      value: runner[field] ?? null,
      since: sinceOf(log, field, today),
    }),
  )
  if (call.flags.json === true)
    return answer(renderJson({ format: 'itb-settings', version: 1, date: today, settings }))
  return answer(renderSettings(settings, await pageFor(call, programme, runner)))
}

/** The day of the last change that has come into force. */
const sinceOf = (log: Log, field: keyof Runner, today: CalendarDate): CalendarDate | null =>
  log.entries.findLast(
    (entry) =>
      entry.type === 'settings' &&
      entry.removed === undefined &&
      entry.date <= today &&
      entry[field] !== undefined,
  )?.date ?? null

function dateOf({ flags }: Call, { today }: Inputs): Result<CalendarDate> {
  const date = flags.date === undefined ? today : dateMeant(flags.date, today)
  if (date !== undefined && isAhead(date, today))
    return fail(
      usage(
        `settings hold from the day they are said, and ${date} is to come`,
        'Say it again on that day, or leave --date out to have it from today on.',
      ),
    )
  if (date !== undefined) return succeed(date)
  return fail(
    usage(`--date is "${flags.date}", which is no date`, 'It can be: today, yesterday, mon, 2026-03-02.'),
  )
}

/** A week that nobody stands by; undefined where it is usual, or was meant. */
async function slipIn(
  { host, flags }: Call,
  { units, ...changed }: Partial<Runner>,
  runner: Runner,
): Promise<Problem | undefined> {
  if (flags.force === true) return undefined
  for (const [key, meters] of [
    ['baseline', changed.baselineWeeklyDistanceMeters],
    ['goal', changed.goalWeeklyDistanceMeters],
  ] as const) {
    const doubt = weekDoubt(meters, units ?? runner.units, key)
    if (doubt === undefined) continue
    if (!canAsk(host, flags) || (await host.ask(doubt.question)) !== 'y') return doubt.problem
  }
  return undefined
}

function earlyIn(
  { milestones }: Partial<Runner>,
  { log, programme, today, runner }: Inputs,
): readonly Problem[] {
  if (milestones === undefined) return []
  const [plan] = makePlans(log, programme, today, weekOf(today, runner.weekStart), 1)
  return tooEarly(milestones, runner.milestones ?? {}, plan?.milestones ?? [])
}

/** The week before the injury is taken once, when the knee begins to hurt. */
function withNote(said: Answer, changed: Partial<Runner>, { log, programme, today, runner }: Inputs): Answer {
  if (changed.baselineWeeklyDistanceMeters === undefined) return said
  const [plan] = makePlans(log, programme, today, weekOf(today, runner.weekStart), 1)
  if (plan === undefined || plan.phase === 'base' || plan.phase === 'maintain') return said
  const note = 'the baseline stays as it was for this way back, and counts from the next one on'
  return { ...said, note: [said.note, note].filter((each) => each !== '').join('\n') }
}
