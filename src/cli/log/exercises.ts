import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import type { StrengthEntry } from '../../log/schema.ts'
import { REPS, SCORE, SETS } from '../../log/words.ts'
import { usage, type Flags, type Option } from '../command.ts'
import type { Inputs } from '../read-inputs.ts'
import { exercisesOf, unknownExercise } from './clinic-readers.ts'
import { gather } from './gather.ts'
import { number, score, whole } from './readers.ts'

/** One exercise as done. */
export type Done = StrengthEntry['exercises'][number]

/** What flags say of single exercises, by their ids. */
export interface ExercisesSaid {
  readonly pain: ReadonlyMap<string, number>
  readonly effort: ReadonlyMap<string, number>
  /** The repetitions of each set. */
  readonly sets: ReadonlyMap<string, readonly number[]>
  readonly skip: readonly string[]
}

const MANY = { many: true, kind: 'exercise' } as const

export const EXERCISE_PAIN: Option = ['--pain <exercise=score>', 'one that hurt: clamshell=2', MANY]

/** The flags that speak of single exercises. */
export const EXERCISE_OPTIONS: readonly Option[] = [
  ['--sets <exercise=reps>', 'the repetitions of each set: clamshell=15,15,12', MANY],
  ['--effort <exercise=score>', 'how hard one was, 0 to 10: clamshell=5', MANY],
  ['--skip <exercise>', 'one that was left out; may be given again', MANY],
]

/** Reads what was said of exercises, each of which the programme must know. */
export function readExercises(flags: Flags, inputs: Inputs): Result<ExercisesSaid> {
  const known = exercisesOf(inputs.programme)
  const skip = flags.skip ?? []
  const strangers = skip.filter((id) => !known.includes(id)).map((id) => unknownExercise(id, known))
  const read = gather({
    pain: readPairs(listOf(flags.pain), '--pain', 'clamshell=2', known, (said) =>
      score(said, '--pain', inputs),
    ),
    effort: readPairs(flags.effort ?? [], '--effort', 'clamshell=5', known, (said) =>
      number(SCORE)(said, '--effort', inputs),
    ),
    sets: readPairs(flags.sets ?? [], '--sets', 'clamshell=15,15,12', known, (said) =>
      readSets(said, inputs),
    ),
    skip: strangers.length > 0 ? fail(...strangers) : succeed(skip),
  }) as Result<ExercisesSaid>
  const both = read.ok ? named(read.value).filter((id) => skip.includes(id)) : []
  return both.length === 0
    ? read
    : fail(usage(`${both.join(', ')} cannot be left out and told of`, 'Leave out --skip, or the rest.'))
}

const listOf = (said: Flags['pain']): readonly string[] =>
  said === undefined ? [] : typeof said === 'string' ? [said] : said

function readPairs(
  said: readonly string[],
  flag: string,
  example: string,
  known: readonly string[],
  read: (value: string) => Result<unknown>,
): Result<ReadonlyMap<string, unknown>> {
  const pairs = new Map<string, unknown>()
  const problems: Problem[] = []
  for (const each of said) {
    const [id = '', value, ...more] = each.split('=')
    if (value === undefined || more.length > 0) {
      problems.push(
        usage(`${flag} is "${each}", expected an exercise and its number`, `Such as: ${flag} ${example}`),
      )
      continue
    }
    if (!known.includes(id)) problems.push(unknownExercise(id, known))
    if (pairs.has(id))
      problems.push(usage(`${flag} names ${id} more than once`, 'Leave out all but the one that is meant.'))
    const number = read(value)
    if (!number.ok) problems.push(...number.problems)
    else pairs.set(id, number.value)
  }
  return problems.length > 0 ? fail(...problems) : succeed(pairs)
}

function readSets(said: string, inputs: Inputs): Result<readonly unknown[]> {
  const read = said.split(',').map((each) => whole(REPS)(each, '--sets', inputs))
  const problems = read.flatMap((each) => (each.ok ? [] : each.problems))
  if (read.length > SETS[1]) return fail(usage(`--sets names ${read.length} sets, at most ${SETS[1]}`))
  return problems.length > 0
    ? fail(...problems)
    : succeed(read.flatMap((each) => (each.ok ? [each.value] : [])))
}

/** An exercise with what was said of it. */
export function withSaid(exercise: Done, { pain, effort, sets }: ExercisesSaid): Done {
  const { id } = exercise
  const reps = sets.get(id)
  const hurt = pain.get(id)
  const hard = effort.get(id)
  return {
    ...exercise,
    ...(reps !== undefined && { sets: reps.length, reps }),
    ...(hard !== undefined && { effort: hard }),
    ...(hurt !== undefined && { pain: hurt }),
  }
}

/** Every exercise that something was said of, other than that it was left out. */
export const named = ({ pain, effort, sets }: ExercisesSaid): readonly string[] => [
  ...new Set([...sets.keys(), ...pain.keys(), ...effort.keys()]),
]
