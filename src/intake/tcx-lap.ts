import { type Lap, type Moment, type Stretch, watchForWalking } from './running-part.ts'

/** What a lap of a file says of itself. */
export interface LapFacts {
  readonly meters: number | undefined
  readonly seconds: number | undefined
  /** Of one foot or both, as the file writes it. */
  readonly cadence: number | undefined
  /** Such as `Manual` or `Distance`. */
  readonly trigger: string
}

/** The laps of an activity while they go by, and what they add up to. */
export interface Laps {
  begin(): void
  say(facts: Partial<LapFacts>): void
  see(moment: Moment): void
  end(): LapSums
}

/** What laps add up to; undefined is what none of them says. */
export interface LapSums {
  readonly count: number
  readonly laps: readonly Lap[]
  readonly meters: number | undefined
  readonly seconds: number | undefined
  readonly cadenceSpm: number | undefined
}

const KILOMETRE = 1000
const MILE = 1609.344
const ABOUT_METERS = 15
const ONE_FOOT_AT_MOST = 120
/** Nobody presses the button this often; a file with more laps was made to fill the memory. */
const MOST_LAPS = 5000
const NO_FACTS: LapFacts = { meters: undefined, seconds: undefined, cadence: undefined, trigger: '' }

/** Watches laps go by. */
export function watchLaps(): Laps {
  const laps: Lap[] = []
  let count = 0
  let sums: Sums = { meters: undefined, seconds: undefined, steps: 0, stepped: 0 }
  let facts = NO_FACTS
  let walking = watchForWalking()
  const endLap = (): void => {
    const lap = lapOf(facts, walking.walked())
    sums = added(sums, facts, lap)
    if (lap !== undefined && laps.length < MOST_LAPS) laps.push(lap)
    facts = NO_FACTS
    walking = watchForWalking()
  }
  return {
    begin() {
      endLap()
      count += 1
    },
    say(more) {
      facts = { ...facts, ...more }
    },
    see: (moment) => walking.see(moment),
    end() {
      endLap()
      const { meters, seconds, steps, stepped } = sums
      return {
        count,
        laps,
        meters,
        seconds,
        cadenceSpm: stepped === 0 ? undefined : Math.round(steps / stepped),
      }
    },
  }
}

interface Sums {
  readonly meters: number | undefined
  readonly seconds: number | undefined
  /** Cadence times seconds, over the laps that have one. */
  readonly steps: number
  readonly stepped: number
}

function lapOf(
  { meters, seconds, cadence, ...facts }: LapFacts,
  walked: Stretch | undefined,
): Lap | undefined {
  if (meters === undefined || seconds === undefined || meters < 0 || seconds < 0) return undefined
  const feet = (cadence ?? 0) > ONE_FOOT_AT_MOST ? 1 : 2
  return {
    meters,
    seconds,
    cadenceSpm: cadence === undefined ? undefined : cadence * feet,
    isAutomatic: isAutomatic(facts.trigger, meters),
    walked,
  }
}

/** Exports call every lap a manual one; at a whole kilometre or mile nobody pressed a button. */
const isAutomatic = (trigger: string, meters: number): boolean =>
  /^(distance|location|time|heartrate)$/i.test(trigger) ||
  [KILOMETRE, MILE].some((each) => Math.abs(meters - each) < ABOUT_METERS)

function added(sums: Sums, { meters, seconds }: LapFacts, lap: Lap | undefined): Sums {
  const [spm, time] = [lap?.cadenceSpm ?? 0, lap?.seconds ?? 0]
  return {
    meters: plus(sums.meters, meters),
    seconds: plus(sums.seconds, seconds),
    steps: sums.steps + spm * time,
    stepped: sums.stepped + (spm > 0 ? time : 0),
  }
}

const plus = (sum: number | undefined, more: number | undefined): number | undefined =>
  more === undefined || more < 0 ? sum : (sum ?? 0) + more
