import type { CrossTrainingEntry, RunEntry } from '../log/schema.ts'
import type { Activity, Format } from './activity.ts'
import { noNeighbours } from './near.ts'
import { asPlanned } from './planned.ts'
import { likeness, type Sighting, type Trace, traceOf, tracesOfEntry } from './trace.ts'

/** The sources of a run from the poorest to the richest, as far as they are whole. */
const RICHNESS: readonly Format[] = ['strava-csv', 'garmin-csv', 'gpx', 'tcx', 'fit']

/** How much a source tells; the higher number is the richer one, 0 is what a runner typed. */
export const richness = (source: Format | undefined): number =>
  source === undefined ? 0 : RICHNESS.indexOf(source) + 1

/** Every activity once: of those seen in several files the richest, with what only the others know. */
export function onceEach(sightings: readonly Sighting[]): readonly Sighting[] {
  const kept: Sighting[] = []
  const traces: Trace[] = []
  const neighbours = noNeighbours()
  for (const sighting of [...sightings].sort(richestFirst)) {
    const trace = traceOf(sighting)
    const number = bestOf(neighbours.near(trace), (each) => apartFrom(trace, traces.slice(each, each + 1)))
    const twin = number === undefined ? undefined : kept[number]
    if (number === undefined || twin === undefined) {
      neighbours.enter(trace, kept.length)
      kept.push(sighting)
      traces.push(trace)
    } else {
      const activity = together(twin.activity, sighting.activity)
      kept[number] = { ...twin, activity: named(activity, sighting) }
    }
  }
  return kept.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0))
}

/**
 * For each activity that was seen the place among the sessions of a log of the one that tells of it; each of
 * the log is taken once, the nearest start first.
 */
export function placesIn(
  logged: readonly (RunEntry | CrossTrainingEntry)[],
  sightings: readonly Sighting[],
): ReadonlyMap<Sighting, number> {
  const traces = logged.map(tracesOfEntry)
  const neighbours = noNeighbours()
  for (const [place, versions] of traces.entries()) {
    for (const version of versions) neighbours.enter(version, place)
  }
  const pairs = sightings.flatMap((sighting) => {
    const trace = traceOf(sighting)
    return neighbours.near(trace).flatMap((place) => {
      const apart = apartFrom(trace, traces[place] ?? [])
      return apart === undefined ? [] : [{ sighting, place, apart }]
    })
  })
  const places = new Map<Sighting, number>()
  const taken = new Set<number>()
  const isGone = (place: number): number => (logged[place]?.removed === undefined ? 0 : 1)
  for (const { sighting, place } of pairs.sort(
    (a, b) => a.apart - b.apart || isGone(a.place) - isGone(b.place),
  )) {
    if (places.has(sighting) || taken.has(place)) continue
    places.set(sighting, place)
    taken.add(place)
  }
  return new Map([...places, ...asPlanned(logged, sightings, { places, taken })])
}

/** The least seconds between an activity and the versions of another; undefined where they are two. */
const apartFrom = (trace: Trace, versions: readonly Trace[]): number | undefined =>
  versions.reduce<number | undefined>((least, version) => {
    const apart = likeness(version, trace)
    return apart === undefined || (least !== undefined && least <= apart) ? least : apart
  }, undefined)

const orderOf = ({ local: { date, clock } }: Sighting): string => `${date} ${clock}`

const richestFirst = (a: Sighting, b: Sighting): number =>
  Number(isWhole(b)) - Number(isWhole(a)) ||
  richness(b.activity.format) - richness(a.activity.format) ||
  lengthOf(b) - lengthOf(a)

/** Of two recordings that break off the longer one tells more; of two whole ones neither does. */
const lengthOf = ({ activity: { partial, distanceMeters } }: Sighting): number =>
  partial === undefined ? 0 : (distanceMeters ?? 0)

const isWhole = ({
  activity: { distanceMeters, timerSeconds, elapsedSeconds, partial },
}: Sighting): boolean =>
  partial === undefined && distanceMeters !== undefined && (timerSeconds ?? elapsedSeconds) !== undefined

/** The richer source as it is, and from the poorer one what it lacks; a poor source tells no running part. */
function together(richer: Activity, poorer: Activity): Activity {
  const cadenceSpm = richer.cadenceSpm ?? poorer.cadenceSpm
  const began = { ...richer.began, utc: richer.began.utc ?? poorer.began.utc }
  // What was covered until a recording broke off is not what was covered.
  if (poorer.partial !== undefined && richer.partial === undefined) return { ...richer, began, cadenceSpm }
  return {
    ...richer,
    began,
    cadenceSpm,
    distanceMeters: richer.distanceMeters ?? poorer.distanceMeters,
    elapsedSeconds: richer.elapsedSeconds ?? poorer.elapsedSeconds,
    timerSeconds: richer.timerSeconds ?? poorer.timerSeconds,
    ascentMeters: richer.ascentMeters ?? poorer.ascentMeters,
    descentMeters: richer.descentMeters ?? poorer.descentMeters,
  }
}

/** What was taken for a run by its pace is what another file calls it. */
function named(activity: Activity, { activity: other }: Sighting): Activity {
  if (activity.isSportGuess !== true || other.isSportGuess === true) return activity
  const { isSportGuess, ...rest } = activity
  return { ...rest, sport: other.sport, called: other.called }
}

function bestOf(
  candidates: readonly number[],
  scored: (each: number) => number | undefined,
): number | undefined {
  let best: number | undefined
  let least = Number.POSITIVE_INFINITY
  for (const each of candidates) {
    const score = scored(each)
    if (score === undefined || score >= least) continue
    best = each
    least = score
  }
  return best
}
