import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import { usage, type Call } from '../command.ts'
import { canAsk } from '../host.ts'
import type { Question } from '../question.ts'

/** One thing the first log is made of: the flag that says it, what asks it, and what the words mean. */
export interface Wanted<T> {
  /** The flag, or the flags, that say it. */
  readonly flag: string
  /** How it would be typed: `--baseline 40km`. */
  readonly example: string
  /** What the flag was given; undefined where it was not. */
  readonly given: string | undefined
  /** Asked with as many questions as it takes; undefined is Enter. */
  readonly ask: (ask: (question: Question) => Promise<string | undefined>) => Promise<string | undefined>
  readonly read: (said: string) => Result<T>
  /** There is no log without it. */
  readonly isNeeded?: boolean
}

/** Finds out one thing; undefined is unknown, which is left out of the log. */
export type Interviewer = <T>(wanted: Wanted<T>) => Promise<Result<T | undefined>>

/** Takes what the flags say; what is needed and not said is a problem only where nobody can be asked. */
export const byFlags =
  ({ host, flags }: Call): Interviewer =>
  async (wanted) => {
    if (wanted.given !== undefined) return wanted.read(wanted.given)
    return wanted.isNeeded === true && !canAsk(host, flags) ? fail(unsaid(wanted)) : succeed(undefined)
  }

/** Asks at the terminal what no flag said; to leave something open that is needed ends the questions. */
export function byQuestions({ host }: Call): Interviewer {
  let isOver = false
  return async (wanted) => {
    if (isOver) return succeed(undefined)
    const said = wanted.given ?? (await wanted.ask(host.ask))
    if (said !== undefined) return wanted.read(said)
    isOver = wanted.isNeeded === true
    return isOver ? fail(unsaid(wanted)) : succeed(undefined)
  }
}

/** What to say of an answer there must be. */
const unsaid = ({ flag, example }: Wanted<unknown>): Problem =>
  usage(`nothing was said for ${flag}`, `Answer it on a terminal, or say ${example}.`)

/** A flag that is a yes or a no, as the key that would have answered; undefined where neither was said. */
export const keyOf = (flag: boolean | undefined): 'y' | 'n' | undefined =>
  flag === undefined ? undefined : flag ? 'y' : 'n'
