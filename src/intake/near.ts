import { dayOf } from '../base/calendar.ts'
import type { Trace } from './trace.ts'

/** Numbers of activities by their days and names, so that each of thousands finds its twin at once. */
export interface Neighbours {
  enter(trace: Trace, number: number): void
  /** Those whose days touch those of another one. */
  near(trace: Trace): readonly number[]
}

const DAY_SECONDS = 86_400

/** On the way round the world the day on the wall is another one than in UTC. */
const daysOf = ({ date, instant }: Trace): readonly number[] => [
  dayOf(date),
  ...(instant === undefined ? [] : [Math.floor(instant / DAY_SECONDS)]),
]

/** Begins with nobody. */
export function noNeighbours(): Neighbours {
  const byDay = new Map<number, number[]>()
  const byName = new Map<string, number>()
  return {
    enter(trace, number) {
      for (const day of new Set(daysOf(trace))) byDay.set(day, [...(byDay.get(day) ?? []), number])
      if (trace.name !== undefined) byName.set(trace.name, number)
    },
    near(trace) {
      const days = new Set(daysOf(trace).flatMap((day) => [day - 1, day, day + 1]))
      const named = trace.name === undefined ? undefined : byName.get(trace.name)
      const others = [...days].flatMap((day) => byDay.get(day) ?? [])
      return [...new Set([...others, ...(named === undefined ? [] : [named])])]
    },
  }
}
