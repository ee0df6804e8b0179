import type { CalendarDate } from '../base/calendar.ts'
import type { Result } from '../base/problem.ts'
import { succeed } from '../base/problem.ts'
import type { CalendarEvent } from '../calendar/event.ts'
import { eventsOf } from '../calendar/events.ts'
import type { ShownPlan } from '../engine/plan.ts'
import { shownEarlier } from '../engine/shown-earlier.ts'
import { known } from '../log/known.ts'
import type { Log } from '../log/schema.ts'
import { runnerOn } from '../log/settings.ts'
import type { Programme } from '../protocol/programme.ts'
import { plainPaint } from '../render/paint.ts'
import type { CalendarFlags } from './calendar-flags.ts'
import { answer, type Answer, type Call } from './command.ts'
import { weekOf, weeksBetween } from './date-words.ts'
import { referencesOf, titlesOf } from './page.ts'
import type { Inputs } from './read-inputs.ts'
import { readProgramme } from './read-programme.ts'

/** The weeks asked for as a calendar, in which what was shown earlier and is off now is called off. */
export async function writeCalendar(
  call: Call,
  inputs: Inputs,
  plans: readonly ShownPlan[],
  wishes: CalendarFlags,
): Promise<Result<Answer>> {
  const events = await eventsFor(call, inputs, plans, wishes)
  const { log, programme, runner, today } = inputs
  const { renderIcs } = await import('../render/ics.ts')
  const text = renderIcs({
    events,
    revision: log.revision ?? 0,
    updated: log.updated ?? lastHeard(log),
    zone: await zoneOf(events, wishes.zone),
    alarm: wishes.alarm,
    today,
    details: wishes.details,
    hurts: [programme.strength.says['hurts'] ?? ''],
    references: referencesOf(programme),
    // A calendar breaks its lines where it likes, as it is as wide as the screen it is on.
    page: {
      ...{ columns: undefined, width: Number.POSITIVE_INFINITY, narrow: true, paint: plainPaint },
      ...{ units: runner.units, exercises: titlesOf(programme) },
    },
  })
  return succeed(answer(text, { note: notes(events, wishes).join('\n') }))
}

/** What was asked for and does little while no session has a time. */
function notes(events: readonly CalendarEvent[], { zone, alarm }: CalendarFlags): readonly string[] {
  const isTimed = events.some(({ clock, kind }) => clock !== null && kind === 'session')
  if (isTimed) return []
  const times = 'no session has a time: itb set times 07:00, or --at 07:00'
  return [
    ...(zone === undefined ? [] : [`--tz says nothing yet, as ${times}`]),
    ...(alarm === undefined ? [] : [`--alarm counts from midnight, as ${times}`]),
  ]
}

/** The weeks asked for as a workout a run, without those of runs that are off. */
export async function writeFit(
  call: Call,
  inputs: Inputs,
  plans: readonly ShownPlan[],
): Promise<Result<Answer>> {
  const { writeWorkouts } = await import('./workouts.ts')
  const events = await eventsFor(call, inputs, plans, { times: {}, ask: undefined })
  return writeWorkouts(call.flags.output, { plans, events, log: inputs.log })
}

async function eventsFor(
  call: Call,
  inputs: Inputs,
  plans: readonly ShownPlan[],
  { times, ask }: Pick<CalendarFlags, 'times' | 'ask'>,
): Promise<readonly CalendarEvent[]> {
  const { log, today, runner } = inputs
  const weeks = plans.map(({ week }) => week.start)
  const running = weekOf(today, runner.weekStart)
  const ahead = Math.max(1, ...weeks.map((week) => weeksBetween(running, week)))
  const earlier = shownEarlier(log, await programmesOf(call, inputs), today, { weeks, ahead })
  const wanted = Object.entries(times ?? runner.startTimes ?? {}).filter(([, clock]) => clock !== undefined)
  return eventsOf(plans, earlier, { times: Object.fromEntries(wanted), ask }, today)
}

/** Which protocol was followed on a day; one that is gone is taken for the one of today. */
async function programmesOf(
  { host, flags }: Call,
  { log, programme, runner }: Inputs,
): Promise<(day: CalendarDate) => Programme> {
  const changes = log.entries.flatMap((entry) =>
    entry.type === 'settings' ? [entry, ...(entry.was ?? [])] : [],
  )
  const named = [log.runner, ...changes].flatMap(({ protocol }) => protocol ?? [])
  const others = [...new Set(named)].filter((name) => name !== runner.protocol)
  if (flags.demo === true || flags.protocol !== undefined || others.length === 0) return () => programme
  const read = await Promise.all(others.map(async (name) => [name, await readProgramme(host, name)] as const))
  const programmes = new Map(read.flatMap(([name, each]) => (each.ok ? [[name, each.value] as const] : [])))
  return (day) => programmes.get(runnerOn(known(log, day), day).protocol) ?? programme
}

/** Where a log does not say when it was written: the last day of which it tells. */
function lastHeard({ entries }: Log): string {
  const days = entries.map(({ logged, date }): string => logged ?? date).sort()
  return `${days.at(-1) ?? '1970-01-01'}T00:00:00Z`
}

async function zoneOf(events: readonly CalendarEvent[], zone: string | undefined) {
  const dates = events.flatMap(({ clock, date }) => (clock === null ? [] : [date])).sort()
  const [first, last] = [dates[0], dates.at(-1)]
  if (zone === undefined || first === undefined || last === undefined) return undefined
  const { zoneHistory } = await import('../base/zone.ts')
  return zoneHistory(zone, first, last)
}
