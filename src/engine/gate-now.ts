import { addDays, type Day } from '../base/calendar.ts'
import type { Programme } from '../protocol/programme.ts'
import type { Condition } from '../rules/gate.ts'
import { dailyPain, signOn } from './day-report.ts'
import { gateOn } from './gate-facts.ts'
import type { Replay } from './replay.ts'

/** The gate on a morning, and what it comes to. */
export interface GateNow {
  readonly at: Day
  readonly conditions: readonly Condition[]
}

/** The gate as it stands now: the morning after today once today is answered, until then this morning. */
export function gateNow(programme: Programme, played: Replay, today: Day): GateNow {
  const at = dailyPain(played.diary.on(today, today)) === undefined ? today : addDays(today, 1)
  const state = { ...played.stateAt(played.weekOf(addDays(today, 7)), today), at }
  const { limits } = played.settingOn(today)
  const isSwollen = signOn(played.diary.on(today, today), 'swelling') === true
  return { at, conditions: gateOn(programme, played.diary, state, limits, today, isSwollen) }
}
