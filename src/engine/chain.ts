import { addDays, type CalendarDate, dateOf, type Day, daysFrom } from '../base/calendar.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Phase } from '../rules/finding.ts'
import { isRemembered } from '../rules/gate.ts'
import { dailyPain, painkillerOn } from './day-report.ts'
import type { Diary } from './diary.ts'
import type { Replay } from './replay.ts'
import { isRunFree } from './state.ts'

/** One day of the chain that opens the gate. */
export interface ChainDay {
  readonly date: CalendarDate
  /**
   * `late` was answered when nobody remembers a knee any more, on `painkiller` the knee could not be heard:
   * neither opens anything.
   */
  readonly state: 'free' | 'pain' | 'missing' | 'late' | 'painkiller'
  /** The last day on which a missing one may still be answered; null where it is too late or answered. */
  readonly answerUntil: CalendarDate | null
}

/** What is known of the days that lead to the gate, and how many of them count in a row. */
export interface Chain {
  readonly have: number
  readonly need: number
  readonly days: readonly ChainDay[]
}

/** The chain as it stands on a day that may still be answered itself; null where no gate is ahead. */
export function chainOf(programme: Programme, played: Replay, phase: Phase, today: Day): Chain | null {
  const { gate } = programme
  const { episode } = played.stateAt(addDays(played.weekOf(today), 7), today)
  if (episode === undefined || !(isRunFree(phase) || phase === 'acute-reduced')) return null
  const first = Math.max(today - gate.painFreeDays, episode.start + 1) as Day
  const { firstHeard } = played.diary
  const known = daysFrom(first, today)
    .map((day) => chainDay(programme, played.diary, day, today))
    // Of days before the log began nobody was asked.
    .filter(
      ({ date, state }) => firstHeard === undefined || date >= dateOf(firstHeard) || state !== 'missing',
    )
  // Today still has hours left: not answered yet, it breaks nothing.
  const isOpen = known.at(-1)?.state === 'missing'
  const counted = isOpen ? known.slice(0, -1) : known.slice(-gate.painFreeDays)
  const broken = counted.findLastIndex(({ state }) => state !== 'free')
  const days = isOpen ? known : counted
  return { have: counted.length - 1 - broken, need: gate.painFreeDays, days }
}

function chainDay({ gate }: Programme, diary: Diary, day: Day, today: Day): ChainDay {
  const pain = dailyPain(diary.on(day, today))
  const evening = isRemembered(gate, today - day) ? today : addDays(day, gate.recall)
  const inTime = dailyPain(diary.on(day, evening))
  const free = painkillerOn(diary.on(day, today)) === true ? 'painkiller' : 'free'
  const state = pain === undefined ? 'missing' : pain > 0 ? 'pain' : inTime === undefined ? 'late' : free
  const answerable = state === 'missing' && isRemembered(gate, today - day)
  return { date: dateOf(day), state, answerUntil: answerable ? dateOf(addDays(day, gate.recall)) : null }
}
