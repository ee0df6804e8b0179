import type { Activity } from './activity.ts'
import { sportIn } from './csv-sports.ts'
import { beganAt, thousandths } from './recording.ts'
import { runningPart } from './running-part.ts'
import { plainly } from './sport.ts'
import { trustedDistance } from './tcx-distance.ts'
import type { LapSums } from './tcx-lap.ts'
import type { TrackSums } from './track.ts'
import { type TrackSport, trackSport } from './track-sport.ts'
import { isBelievable, type Stamp } from './xml-time.ts'

/** What an activity of a TCX file says of itself, beside its laps and points. */
export interface SessionFacts {
  /** In the words of the file: `Running`, `Biking` or `Other` by the format. */
  readonly sport: string
  readonly notes: string
  readonly id: Stamp | undefined
  readonly firstLap: Stamp | undefined
  readonly firstPoint: Stamp | undefined
  /** Points that lie half a day or more from all others. */
  readonly strays: number
}

const LONGEST_SPORT = 30

/** The activity of a session, or why there is none. */
export function sessionActivity(
  facts: SessionFacts,
  laps: LapSums,
  sums: TrackSums,
  isCutOff: boolean,
): Activity | 'no-times' | undefined {
  if (laps.count === 0 && sums.points === 0) return undefined
  const begin = beginOf(facts)
  if (begin === undefined) return 'no-times'
  const { meters, doubt } = trustedDistance(laps.meters, sums, isCutOff)
  const { sport, ...naming } = sportOf(facts, meters, sums)
  const isRun = sport === 'run' || sport === 'treadmill-run'
  const timer = laps.seconds ?? (sums.clockSeconds > 0 ? sums.clockSeconds : undefined)
  const span = sums.begin === undefined || sums.end === undefined ? 0 : sums.end - sums.begin
  const elapsed = Math.max(span, timer ?? 0)
  const whole = { meters: meters ?? 0, seconds: timer ?? elapsed }
  return {
    sport,
    ...naming,
    began: beganAt(begin),
    distanceMeters: meters === undefined ? undefined : Math.round(meters * 100) / 100,
    elapsedSeconds: elapsed > 0 ? thousandths(elapsed) : undefined,
    timerSeconds: timer === undefined ? undefined : thousandths(timer),
    running: isRun ? runningPart(whole, laps.laps, sums.walked) : undefined,
    cadenceSpm: isRun ? (sums.cadenceSpm ?? laps.cadenceSpm) : undefined,
    ascentMeters: sums.ascentMeters,
    descentMeters: sums.descentMeters,
    format: 'tcx',
    partial: partialOf(doubt, facts.strays),
  }
}

/** The clock of a watch that was not set yet counts only where there is no other. */
function beginOf({ firstLap, id, firstPoint }: SessionFacts): Stamp | undefined {
  const known = [firstLap, id, firstPoint].filter((each) => each !== undefined)
  return known.find(isBelievable) ?? known[0]
}

/** The format has no word for most sports: notes of one word may be it. A run without places is indoors. */
function sportOf(
  { sport: word, notes }: SessionFacts,
  meters: number | undefined,
  sums: TrackSums,
): TrackSport {
  const known = trackSport(word, notes, meters, sums)
  const noted = notes.length <= LONGEST_SPORT ? sportIn(notes) : 'other'
  if (known.sport === 'other' && noted !== 'other') return { sport: noted, called: plainly(notes) }
  const isIndoors = noted === 'treadmill-run' || (sums.points > 0 && sums.withPosition === 0)
  return known.sport === 'run' && isIndoors ? { ...known, sport: 'treadmill-run' } : known
}

function partialOf(doubt: string | undefined, strays: number): string | undefined {
  const stray =
    strays === 0
      ? undefined
      : `${strays} of its points ${strays === 1 ? 'lies' : 'lie'} half a day or more from the others`
  const told = [doubt, stray].filter((each) => each !== undefined)
  return told.length === 0 ? undefined : told.join('; ')
}
