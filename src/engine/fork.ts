import { type Day, dayOf } from '../base/calendar.ts'
import type { Entry } from '../log/schema.ts'
import { firstKnown, versionsOf } from '../log/versions.ts'
import type { LivedDay } from './live-week.ts'
import type { State } from './state.ts'
import type { PlannedRun, WeekPlan } from './week-plan.ts'

/** What a replay has worked out so far. */
export interface Worked {
  /** By week, and by the last late news of the weeks before it. */
  readonly states: Map<Day, Map<Day, State>>
  /**
   * By week, and by what was known of the weeks before it and of the settings; with OF_ITS_DAYS behind it a
   * plan rests on days of its own week as well.
   */
  readonly plans: Map<Day, Map<string, WeekPlan>>
  /** The runs that each day showed. */
  readonly shown: Map<Day, readonly PlannedRun[]>
  /** The days of a week up to each of them, as they were known on it. */
  readonly lives: Map<Day, readonly LivedDay[]>
}

/** What a whole replay stands on: where it differs nothing is shared. */
interface Ground {
  readonly begin: State
  readonly weekStart: string
  readonly inUseFrom: Day | undefined
  readonly first: Day | undefined
}

/** Where two lists of entries part. */
interface Changes {
  /** The first day of which they tell otherwise, or on which the one knows what the other does not. */
  readonly from: Day
  /** Settings, limits or absences are among what differs. */
  readonly ofSettings: boolean
}

/** A replay that another one begins from. */
export interface Fork extends Changes {
  readonly ground: Ground
  readonly worked: Worked
}

export const OF_ITS_DAYS = ':of its days'

const NEVER = Number.POSITIVE_INFINITY as Day

/** Compares by identity: an entry that was written anew counts as changed. */
export function changesBetween(one: readonly Entry[], two: readonly Entry[]): Changes {
  const [ofOne, ofTwo] = [new Set(one), new Set(two)]
  const changed = [...one.filter((entry) => !ofTwo.has(entry)), ...two.filter((entry) => !ofOne.has(entry))]
  return {
    from: changed.reduce<Day>((first, entry) => (firstOf(entry) < first ? firstOf(entry) : first), NEVER),
    ofSettings: changed.some(({ type }) => type === 'settings' || type === 'limit' || type === 'absence'),
  }
}

/** The earliest day an entry tells of or was known on; an absence of unknown age was always known. */
function firstOf(entry: Entry): Day {
  const known = firstKnown(entry)
  if (known === undefined) return Number.NEGATIVE_INFINITY as Day
  const days = versionsOf(entry).map((version) => dayOf(version.entry.date))
  return Math.min(dayOf(known), ...days) as Day
}

/**
 * What a fork need not work out again. Weeks up to the first change are one for both, whichever comes to them
 * first; of the week in which it lies the days before it are.
 */
export function workedBefore(fork: Fork | undefined, ground: Ground, weekOf: (day: Day) => Day): Worked {
  if (fork === undefined || !isSame(fork.ground, ground)) {
    return { states: new Map(), plans: new Map(), shown: new Map(), lives: new Map() }
  }
  const { worked, from, ofSettings } = fork
  const upTo = <T>(map: ReadonlyMap<Day, T>, last: number): Map<Day, T> =>
    new Map([...map].filter(([day]) => day <= last))
  const plans = upTo(worked.plans, ofSettings && Number.isFinite(from) ? weekOf(from) - 7 : from)
  const running = Number.isFinite(from) ? plans.get(weekOf(from)) : undefined
  if (running !== undefined)
    plans.set(weekOf(from), new Map([...running].filter(([name]) => !name.endsWith(OF_ITS_DAYS))))
  return {
    states: upTo(worked.states, from),
    plans,
    shown: upTo(worked.shown, from - 1),
    lives: upTo(worked.lives, from - 1),
  }
}

/** Where the replay begins is a state without runs or weeks, told apart by its plain values. */
const isSame = (one: Ground, two: Ground): boolean => JSON.stringify(one) === JSON.stringify(two)

/** The map kept under a key, made where there is none yet. */
export function of<K, L, T>(maps: Map<K, Map<L, T>>, key: K): Map<L, T> {
  const found = maps.get(key)
  if (found !== undefined) return found
  const made = new Map<L, T>()
  maps.set(key, made)
  return made
}
