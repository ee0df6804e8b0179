import type { Problem } from '../base/problem.ts'
import { openSource } from '../base/source.ts'
import { didYouMean } from '../base/spelling.ts'
import { isLog } from '../log/check.ts'
import { withoutMark } from '../log/read.ts'
import type { Entry } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'

type Path = readonly (string | number)[]

/** The exercises a log names that its programme does not have: done or not, they would count for nothing. */
export function checkExerciseIds(
  file: string,
  text: string,
  { rehab, cycle }: Programme,
): readonly Problem[] {
  const known = [...rehab.exercises, ...cycle.exercises].map(({ id }) => id)
  const log: unknown = JSON.parse(withoutMark(text))
  const named = isLog(log) ? log.entries.flatMap(exercisesIn) : []
  const unknown = named.filter(({ id }) => !known.includes(id))
  if (unknown.length === 0) return []
  // Only now: to find the lines of ten years takes seconds.
  const source = openSource(file, text)
  return unknown.map(({ id, path }) => ({
    code: 'unknown-exercise',
    message: `the protocol has no exercise "${id}"`,
    place: source.placeOf(path),
    hint: `${didYouMean(id, known)}Known here: ${known.join(', ')}.`,
  }))
}

function exercisesIn(entry: Entry, index: number): readonly { readonly id: string; readonly path: Path }[] {
  switch (entry.type) {
    case 'strength':
      return entry.exercises.map(({ id }, at) => ({ id, path: ['entries', index, 'exercises', at, 'id'] }))
    case 'limit':
      return Object.entries(entry.substitute ?? {}).flatMap(([from, to]) =>
        [from, to].map((id) => ({ id, path: ['entries', index, 'substitute', from] })),
      )
    default:
      return []
  }
}
