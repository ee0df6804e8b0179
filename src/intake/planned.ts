import type { CrossTrainingEntry, RunEntry } from '../log/schema.ts'
import { kindOf } from './kind.ts'
import type { Sighting } from './trace.ts'

/**
 * The places of what was taken from the plan: it is the one run of its day that nothing else in the log tells
 * of, whatever its amounts.
 */
export function asPlanned(
  logged: readonly (RunEntry | CrossTrainingEntry)[],
  sightings: readonly Sighting[],
  { places, taken }: { places: ReadonlyMap<Sighting, number>; taken: ReadonlySet<number> },
): ReadonlyMap<Sighting, number> {
  const planned = grouped([...logged.keys()], (place) => {
    const entry = logged[place]
    const isOpen = entry?.attested === true && entry.start === undefined && entry.removed === undefined
    return entry !== undefined && isOpen && !taken.has(place)
      ? `${entry.date} ${entry.type === 'run' ? 'run' : entry.activity}`
      : undefined
  })
  const seen = grouped(
    sightings.filter((each) => planned.size > 0 && !places.has(each) && each.activity.partial === undefined),
    ({ local, activity }) => `${local.date} ${kindOf(activity)}`,
  )
  return new Map(
    [...planned].flatMap(([day, [place, ...others]]) => {
      const [sighting, ...more] = seen.get(day) ?? []
      const isOne = others.length === 0 && more.length === 0
      return isOne && place !== undefined && sighting !== undefined ? [[sighting, place] as const] : []
    }),
  )
}

function grouped<T>(
  all: readonly T[],
  keyOf: (each: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const each of all) {
    const key = keyOf(each)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return groups
}
