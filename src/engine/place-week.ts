/** What the days of a week must hold; days are positions in the runner's week, 0 to 6. */
export interface Demand {
  /** Days on which the runner can run, and those on which strength may stand. */
  readonly available: readonly boolean[]
  readonly strengthDays: readonly boolean[]
  /** Before this position there are these runs and no others, whatever the days are now. */
  readonly behind?: { readonly until: number; readonly runs: readonly number[] } | undefined
  readonly runs: number
  /** No two run days in a row, across the week's border too. */
  readonly isSpaced: boolean
  readonly ranDayBefore: boolean
  /** First position on which a run may stand. */
  readonly runsFrom: number
  /** The longest run comes last with the day before it free. */
  readonly longLast: boolean
  readonly strength: number
  /** Beyond so many sessions strength never doubles on the day of a run. */
  readonly strengthLeast: number
  readonly strengthFrom: number
  readonly strengthDayBefore: boolean
  /** Full rest days that no run may take, and those that strength leaves as well. */
  readonly restDays: number
  readonly restFromStrength: number
  /** Where runs and strength stand best. */
  readonly likes: { readonly runs: readonly number[]; readonly strength: readonly number[] }
}

/** The days that were found. */
export interface Placement {
  readonly runs: readonly number[]
  readonly strength: readonly number[]
}

const DAYS = 7
const ALL = Array.from({ length: 1 << DAYS }, (_, mask) => mask)
const has = (mask: number, day: number): boolean => day >= 0 && (mask & (1 << day)) !== 0
const POSITIONS = ALL.map((mask) =>
  Array.from({ length: DAYS }, (_, day) => day).filter((day) => has(mask, day)),
)
const positions = (mask: number): readonly number[] => POSITIONS[mask] ?? []
const EVERY_DAY = (1 << DAYS) - 1
const maskOf = (days: readonly number[]): number => days.reduce((mask, day) => mask | (1 << day), 0)
const SIZES = POSITIONS.map((days) => days.length)
const BY_SIZE = Array.from({ length: DAYS + 1 }, (_, size) => ALL.filter((mask) => SIZES[mask] === size))
const hasNeighbours = (mask: number): boolean => (mask & (mask << 1)) !== 0

/**
 * Tries every placement there is: seven days are few enough. Hard rules first, then what is liked best; runs
 * go before strength, and what does not fit is left out. Where nothing fits around the days that are over,
 * the last run need not be the long one, or else the week is placed as if it were all ahead.
 */
export function placeWeek(demand: Demand): Placement {
  const around =
    demand.behind === undefined ? undefined : (found(demand) ?? found({ ...demand, longLast: false }))
  return around ?? found({ ...demand, behind: undefined }) ?? { runs: [], strength: [] }
}

function found(demand: Demand): Placement | undefined {
  const daysIn = (days: readonly boolean[]): number =>
    maskOf(positions(EVERY_DAY).filter((day) => days[day] === true))
  const available = daysIn(demand.available)
  const strengthDays = daysIn(demand.strengthDays)
  for (let runs = demand.runs; runs >= 0; runs--) {
    const masks = (BY_SIZE[runs] ?? []).filter((mask) => isRunWeek(demand, available, mask))
    if (masks.length === 0) continue
    for (let strength = demand.strength; strength >= 0; strength--) {
      const placement = best(demand, strengthDays, masks, strength)
      if (placement !== undefined) return placement
    }
  }
  return undefined
}

/** Runs that fit into these days when nothing else is asked. */
export const fittingRuns = (demand: Demand, most: number): number =>
  placeWeek({ ...demand, runs: most, strength: 0 }).runs.length

function isRunWeek(demand: Demand, free: number, mask: number): boolean {
  const over = (1 << (demand.behind?.until ?? 0)) - 1
  const ran = maskOf(demand.behind?.runs ?? [])
  if ((mask & over) !== ran) return false
  const available = (free & ~over) | ran
  if ((mask & ~available) !== 0 || (mask & (EVERY_DAY >> (DAYS - demand.runsFrom))) !== 0) return false
  if (demand.isSpaced && (hasNeighbours(mask) || (demand.ranDayBefore && has(mask, 0)))) return false
  const last = positions(mask).at(-1)
  const needsFree = demand.longLast && SIZES[mask] !== undefined && SIZES[mask] > 1 && SIZES[mask] < DAYS - 1
  return (
    !(needsFree && last !== undefined && has(mask, last - 1)) && DAYS - (SIZES[mask] ?? 0) >= demand.restDays
  )
}

function best(
  demand: Demand,
  days: number,
  masks: readonly number[],
  strength: number,
): Placement | undefined {
  let found: { placement: Placement; cost: number } | undefined
  for (const runs of masks) {
    const long = demand.longLast ? positions(runs).at(-1) : undefined
    for (const mask of BY_SIZE[strength] ?? []) {
      if (!isStrengthWeek(demand, days, runs, mask, long)) continue
      const cost = costOf(demand, runs, mask)
      if (found === undefined || cost < found.cost)
        found = { placement: { runs: positions(runs), strength: positions(mask) }, cost }
    }
  }
  return found?.placement
}

function isStrengthWeek(
  demand: Demand,
  days: number,
  runs: number,
  mask: number,
  long: number | undefined,
): boolean {
  if ((mask & ~days) !== 0 || hasNeighbours(mask) || (demand.strengthDayBefore && has(mask, 0))) return false
  if ((SIZES[mask] ?? 0) > demand.strengthLeast && (mask & runs) !== 0) return false
  if ((mask & (EVERY_DAY >> (DAYS - demand.strengthFrom))) !== 0) return false
  if (long !== undefined && mask !== 0 && has(mask, long - 1)) return false
  // A further rest day is found by moving or leaving out strength, never by dropping a run.
  const free = DAYS - (SIZES[runs] ?? 0)
  return DAYS - (SIZES[runs | mask] ?? 0) >= Math.min(demand.restFromStrength, free)
}

/** Strength behind a run costs most, then every day that is not where it is liked, then crowding. */
function costOf(demand: Demand, runs: number, strength: number): number {
  const liked = { runs: maskOf(demand.likes.runs), strength: maskOf(demand.likes.strength) }
  const shared = positions(runs & strength)
  const last = positions(runs).at(-1)
  const behind = shared.reduce((cost, day) => cost + (day === last ? 100 : 150), 0)
  const elsewhere = (SIZES[runs & ~liked.runs] ?? 0) * 10 + (SIZES[strength & ~liked.strength] ?? 0) * 8
  const crowded = positions(runs).filter((day) => has(runs, day + 1)).length * 20
  return behind + elsewhere + crowded
}
