import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import { usage, type Call } from '../command.ts'
import { canAsk } from '../host.ts'
import type { KeyQuestion, Question } from '../question.ts'

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
  /** There is no log without it: on a terminal it is asked until it is answered. */
  readonly isNeeded?: boolean
  /** What speaks against a value that can be read; undefined for most. */
  readonly doubt?: (value: T) => Doubt | undefined
}

/** A value that may be a slip: what it takes on a terminal to stay with it, and the problem elsewhere. */
export interface Doubt {
  readonly question: KeyQuestion
  readonly problem: Problem
}

/** Finds out one thing; undefined is unknown, which is left out of the log. */
export type Interviewer = <T>(wanted: Wanted<T>) => Promise<Result<T | undefined>>

/** Takes what the flags say; what is needed and not said is a problem only where nobody can be asked. */
export const byFlags =
  ({ host, flags }: Call): Interviewer =>
  async (wanted) => {
    if (wanted.given !== undefined) {
      const read = wanted.read(wanted.given)
      const doubt = read.ok && !canAsk(host, flags) ? wanted.doubt?.(read.value) : undefined
      return doubt === undefined ? read : fail(doubt.problem)
    }
    return wanted.isNeeded === true && !canAsk(host, flags) ? fail(unsaid(wanted)) : succeed(undefined)
  }

/** Asks at the terminal what no flag said; what is needed, and what is not stood by, is asked again. */
export const byQuestions =
  ({ host }: Call): Interviewer =>
  async (wanted) => {
    for (let given = wanted.given; ; given = undefined) {
      const said = given ?? (await wanted.ask(host.ask))
      if (said === undefined && wanted.isNeeded !== true) return succeed(undefined)
      if (said === undefined) continue
      const read = wanted.read(said)
      const doubt = read.ok ? wanted.doubt?.(read.value) : undefined
      if (doubt === undefined || (await host.ask(doubt.question)) === 'y') return read
    }
  }

/** What Enter leads to at a question that must be answered. */
export const ASKED_AGAIN = 'asked again'

/** What to say of an answer there must be. */
const unsaid = ({ flag, example }: { readonly flag: string; readonly example: string }): Problem =>
  usage(`nothing was said for ${flag}`, `Answer it on a terminal, or say ${example}.`)

/** A flag that is a yes or a no, as the key that would have answered; undefined where neither was said. */
export const keyOf = (flag: boolean | undefined): 'y' | 'n' | undefined =>
  flag === undefined ? undefined : flag ? 'y' : 'n'
