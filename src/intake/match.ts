import { dayOf } from '../base/calendar.ts'
import type { CrossTrainingEntry, RunEntry } from '../log/schema.ts'
import type { Activity, Format } from './activity.ts'
import { likeness, type Sighting, type Trace, traceOf, traceOfEntry } from './trace.ts'

/** The sources of a run from the poorest to the richest, as far as they are whole. */
const RICHNESS: readonly Format[] = ['strava-csv', 'garmin-csv', 'gpx', 'tcx', 'fit']

/** How much a source tells; the higher number is the richer one, 0 is what a runner typed. */
export const richness = (source: Format | undefined): number =>
  source === undefined ? 0 : RICHNESS.indexOf(source) + 1

/** Every activity once: of those seen in several files the richest, with what only the others know. */
export function onceEach(sightings: readonly Sighting[]): readonly Sighting[] {
  const kept: Sighting[] = []
  const traces: Trace[] = []
  const byDay = new Map<number, number[]>()
  for (const sighting of [...sightings].sort(richestFirst)) {
    const trace = traceOf(sighting)
    const day = dayOf(trace.date)
    const near = [day, day - 1, day + 1].flatMap((each) => byDay.get(each) ?? [])
    const number = bestOf(near, (each) => likeness(traces[each], trace))
    const twin = number === undefined ? undefined : kept[number]
    if (number === undefined || twin === undefined) {
      byDay.set(day, [...(byDay.get(day) ?? []), kept.length])
      kept.push(sighting)
      traces.push(trace)
    } else kept[number] = { ...twin, activity: together(twin.activity, sighting.activity) }
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
  const byDay = new Map<number, number[]>()
  for (const [place, { date }] of logged.entries()) {
    const day = dayOf(date)
    byDay.set(day, [...(byDay.get(day) ?? []), place])
  }
  const traces = logged.map(traceOfEntry)
  const pairs = sightings.flatMap((sighting) => {
    const trace = traceOf(sighting)
    const day = dayOf(trace.date)
    const near = [day, day - 1, day + 1].flatMap((each) => byDay.get(each) ?? [])
    return near.flatMap((place) => {
      const apart = likeness(traces[place], trace)
      return apart === undefined ? [] : [{ sighting, place, apart }]
    })
  })
  const places = new Map<Sighting, number>()
  const taken = new Set<number>()
  for (const { sighting, place } of pairs.sort((a, b) => a.apart - b.apart)) {
    if (places.has(sighting) || taken.has(place)) continue
    places.set(sighting, place)
    taken.add(place)
  }
  return places
}

const orderOf = ({ local: { date, clock } }: Sighting): string => `${date} ${clock}`

const richestFirst = (a: Sighting, b: Sighting): number =>
  Number(isWhole(b)) - Number(isWhole(a)) || richness(b.activity.format) - richness(a.activity.format)

const isWhole = ({
  activity: { distanceMeters, timerSeconds, elapsedSeconds, partial },
}: Sighting): boolean =>
  partial === undefined && distanceMeters !== undefined && (timerSeconds ?? elapsedSeconds) !== undefined

/** The richer source as it is, and from the poorer one what it lacks; a poor source tells no running part. */
function together(richer: Activity, poorer: Activity): Activity {
  return {
    ...richer,
    distanceMeters: richer.distanceMeters ?? poorer.distanceMeters,
    elapsedSeconds: richer.elapsedSeconds ?? poorer.elapsedSeconds,
    timerSeconds: richer.timerSeconds ?? poorer.timerSeconds,
    cadenceSpm: richer.cadenceSpm ?? poorer.cadenceSpm,
    ascentMeters: richer.ascentMeters ?? poorer.ascentMeters,
    descentMeters: richer.descentMeters ?? poorer.descentMeters,
  }
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
