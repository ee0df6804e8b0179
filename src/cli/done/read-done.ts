import { addDays, type CalendarDate, dateOf, dayOf, daysFrom } from '../../base/calendar.ts'
import { distanceMeant, durationMeant } from '../../base/amount-input.ts'
import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import type { Session } from '../../engine/plan.ts'
import { usage, type Call } from '../command.ts'
import { dateMeant } from '../date-words.ts'
import { exercisesOf, unknownExercise } from '../log/clinic-readers.ts'
import { score } from '../log/readers.ts'
import type { Inputs } from '../read-inputs.ts'
import type { Done } from './done-on.ts'
import { effortOf } from './easy.ts'

/** The days somebody says were done, and how. */
export interface SaidDone {
  /** Undefined where no day was named. */
  readonly dates: readonly CalendarDate[] | undefined
  readonly measured: Done['measured']
  /** The worst of the run; undefined where it was not said, and 0 is meant. */
  readonly pain: number | undefined
  readonly only?: Done['only']
  readonly leftOut: Done['leftOut']
  readonly exercises: Done['exercises']
  readonly effort?: number
}

const SESSIONS: readonly Session['type'][] = ['run', 'strength', 'cross-training', 'mobility']
const ALONE = ['run', 'strength'] as const
const EXAMPLE = 'Such as: itb done yesterday 5.2km 31:10 --but clamshell=2'

/** Reads the words and flags of `itb done`. */
export function readDone(call: Call, inputs: Inputs): Result<SaidDone> {
  const { words, flags } = call
  const dates = words[0] === undefined ? undefined : datesMeant(words[0], inputs.today)
  const rest = dates === undefined ? words : words.slice(1)
  const only = ALONE.find((type) => type === rest[0])
  const measured = measuredIn(only === undefined ? rest : rest.slice(1), inputs)
  const pain = typeof flags.pain === 'string' ? score(flags.pain, '--pain', inputs) : succeed(undefined)
  const but = readBut(flags.but ?? [], inputs)
  const problems = [
    ...(dates?.length === 0 ? [usage(`"${words[0]}" holds no day`, 'Write the earlier day first.')] : []),
    ...ahead(dates ?? [], inputs.today),
    ...[measured, pain, but].flatMap((read) => (read.ok ? [] : read.problems)),
  ]
  if (!measured.ok || !pain.ok || !but.ok || problems.length > 0) return fail(...problems)
  if (measured.value !== undefined && dates !== undefined && dates.length > 1) {
    return fail(usage('a distance and a time belong to one day', 'Say them for each day on its own.'))
  }
  const worst = pain.value === undefined ? undefined : Number(pain.value)
  const effort = flags.easy === undefined ? undefined : effortOf(inputs.programme, flags.easy)
  const leftOut = SESSIONS.filter(
    (type) => but.value.leftOut.includes(type) || (only !== undefined && type !== only),
  )
  const left = { exercises: but.value.exercises, leftOut }
  const twice = contradictions(
    left,
    worst !== undefined || measured.value !== undefined,
    effort !== undefined,
  )
  if (twice.length > 0) return fail(...twice)
  if (only !== undefined && leftOut.includes(only))
    return fail(usage(`${only} is named, and left out with --but ${only}`, 'Leave one of the two out.'))
  return succeed({
    dates,
    measured: measured.value,
    pain: worst,
    ...left,
    ...(only !== undefined && { only }),
    ...(effort !== undefined && { effort }),
  })
}

/** A day, or all days from one to another; undefined for a word that is no date. */
function datesMeant(word: string, today: CalendarDate): readonly CalendarDate[] | undefined {
  const [from, to, ...more] = word.split('..').map((part) => dateMeant(part, today))
  if (from === undefined || more.length > 0 || (word.includes('..') && to === undefined)) return undefined
  return to === undefined ? [from] : daysFrom(dayOf(from), dayOf(to)).map(dateOf)
}

const ahead = (dates: readonly CalendarDate[], today: CalendarDate): Problem[] =>
  dates
    .filter((date) => date > today)
    .slice(0, 1)
    .map((date) =>
      usage(`${date} has not come yet`, `Done is what was done: the last day is today, ${today}.`),
    )

function measuredIn(words: readonly string[], { runner }: Inputs): Result<Done['measured']> {
  const [far, long, ...more] = words
  if (far === undefined) return succeed(undefined)
  if (long === undefined || more.length > 0) {
    return fail(usage(`"${words.join(' ')}" is no day, and no distance with its time`, EXAMPLE))
  }
  const [distance, duration] = [distanceMeant(far, runner.units), durationMeant(long)]
  const problems = [distance, duration].flatMap((read) => (read.ok ? [] : read.problems))
  if (!distance.ok || !duration.ok) return fail(...problems)
  return succeed({ distanceMeters: distance.value, durationSeconds: duration.value })
}

function readBut(said: readonly string[], inputs: Inputs): Result<Pick<SaidDone, 'leftOut' | 'exercises'>> {
  const known = exercisesOf(inputs.programme)
  const parts = said.map((each) => each.split('='))
  const problems = parts.flatMap(([what = '', amount]) => {
    const isSession = SESSIONS.some((type) => type === what)
    if (isSession && amount !== undefined) {
      return [usage(`--but ${what}=${amount}: a session is done or not`, 'Pain of the run: --pain 3')]
    }
    if (!isSession && !known.includes(what)) return [unknownPart(what, known)]
    const read = amount === undefined ? succeed(undefined) : score(amount, `--but ${what}`, inputs)
    return read.ok ? [] : read.problems
  })
  if (problems.length > 0) return fail(...problems)
  return succeed({
    leftOut: SESSIONS.filter((type) => parts.some(([what]) => what === type)),
    exercises: new Map(
      parts.flatMap(([what = '', amount]) =>
        known.includes(what) ? [[what, amount === undefined ? null : Number(amount)] as const] : [],
      ),
    ),
  })
}

/** What is said of a session that was left out is said of nothing. */
const contradictions = (
  { leftOut, exercises }: Pick<SaidDone, 'leftOut' | 'exercises'>,
  isOfRun: boolean,
  isOfStrength: boolean,
): readonly Problem[] => [
  ...(leftOut.includes('strength') && isOfStrength
    ? [usage('strength was left out, and yet its effort is said', 'Leave --but strength out, or --easy.')]
    : []),
  ...(leftOut.includes('run') && isOfRun
    ? [usage('the run was left out, and yet something is said of it', 'Leave --but run out, or the rest.')]
    : []),
  ...(leftOut.includes('strength') && exercises.size > 0
    ? [
        usage(
          `strength was left out, and yet ${[...exercises.keys()].join(', ')} is named`,
          'Leave --but strength out, or the exercise.',
        ),
      ]
    : []),
]

const unknownPart = (what: string, known: readonly string[]): Problem => {
  const { code, message, hint } = unknownExercise(what, [...known, ...SESSIONS])
  return { code, message: message.replace('exercise', 'exercise or session'), hint: hint ?? EXAMPLE }
}

/** The morning after a day has come. */
export const isMorningDue = (date: CalendarDate, today: CalendarDate): boolean =>
  dateOf(addDays(dayOf(date), 1)) <= today
