import { addDays, type Day, weekdayOf } from '../base/calendar.ts'
import { capital, countText, listText } from '../base/count-text.ts'
import type { Programme } from '../protocol/programme.ts'
import { type Finding, finding, type Phase } from '../rules/finding.ts'
import type { Demand } from './place-week.ts'

/** What a week was to hold, and what its days have room for. */
interface Room {
  readonly start: Day
  readonly wanted: number
  readonly runs: number
  readonly strength: number
}

/** What did not fit into the week, with the days there are and what stood in the way. */
export function unplaced({ spacing }: Programme, demand: Demand, phase: Phase, room: Room): Finding[] {
  const run = room.runs < room.wanted ? [runsLeftOut(demand, room)] : []
  if (phase === 'acute-break' || phase === 'stop' || demand.strengthFrom >= WEEK) return run
  if (room.strength >= Math.min(demand.strength, demand.strengthLeast)) return run
  if (demand.restFromStrength > demand.restDays) return [...run, finding(spacing.id, 'extra-rest')]
  const strength = strengthLeftOut(demand, room)
  return strength.says === run[0]?.says ? run : [...run, strength]
}

const WEEK = 7

function runsLeftOut(demand: Demand, { start, wanted, runs }: Room): Finding {
  const { available, isSpaced, ranDayBefore } = demand
  const from = Math.max(demand.runsFrom, isSpaced && ranDayBefore ? 1 : 0)
  const some = daysText(available, 0, start)
  const usable = daysText(available, from, start)
  const saw = { wanted, placed: runs, ...worded(wanted, runs), days: usable ?? some ?? null }
  if (some === undefined) return finding('placement', 'none', { saw })
  if (usable === undefined)
    return finding('placement', 'later', {
      saw: { ...saw, from: from >= WEEK ? 'next week' : `on ${dayName(addDays(start, from))}` },
    })
  return finding('placement', isSpaced ? 'spaced' : 'runs', { saw })
}

function strengthLeftOut({ strength, strengthDays, strengthFrom }: Demand, room: Room): Finding {
  const days = daysText(strengthDays, strengthFrom, room.start)
  const saw = { wanted: strength, placed: room.strength, ...worded(strength, room.strength) }
  const says = days === undefined ? 'none' : 'strength'
  return finding('placement', says, { saw: { ...saw, days: days ?? null } })
}

const worded = (wanted: number, placed: number) => ({
  count: capital(countText(wanted)),
  left: `${countText(placed)} ${placed < 2 ? 'is' : 'are'}`,
})

/** `Monday, Wednesday and Friday`, from a position on; undefined where there is none of them. */
function daysText(days: readonly boolean[], from: number, start: Day): string | undefined {
  const names = days.flatMap((isFree, day) => (isFree && day >= from ? [dayName(addDays(start, day))] : []))
  if (names.length === 0) return undefined
  return names.length === WEEK ? 'this week' : listText(names)
}

const dayName = (day: Day): string => capital(weekdayOf(day))
