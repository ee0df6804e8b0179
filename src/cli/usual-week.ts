import { distanceText, type Units } from '../base/amount-text.ts'
import type { Problem } from '../base/problem.ts'
import type { Runner } from '../log/schema.ts'
import { usage } from './command.ts'
import type { KeyQuestion } from './question.ts'

/** Metres that hardly anybody runs less, or more, than in a week: outside them a unit may be mistaken. */
const USUAL_WEEK = { least: 3000, most: 200_000 }

/** What speaks against a week of so many metres, as a question and as a problem; undefined for most. */
export function weekDoubt(meters: number | undefined, units: Units, said: string) {
  if (meters === undefined || (meters >= USUAL_WEEK.least && meters <= USUAL_WEEK.most)) return undefined
  const week = `${distanceText(meters, units)} a week`
  const much = meters > USUAL_WEEK.most ? 'more than nearly anybody runs' : 'hardly any running'
  const question: KeyQuestion = {
    kind: 'key',
    text: `${week} is ${much}. Is it right?`,
    keys: [{ key: 'y', means: 'yes' }],
    enter: 'say it again',
  }
  const problem: Problem = {
    code: 'unlikely-week',
    message: `${said} is ${week}, ${much}`,
    hint: 'It is the running of one week: 40km or 25mi. If it is right, say --force.',
  }
  return { question, problem }
}

type Usual = Partial<Pick<Runner, 'baselineWeeklyDistanceMeters' | 'baselineLongestMeters'>>

/** A longest run that is more than the whole week it was part of. */
export function longestFaults(
  { baselineWeeklyDistanceMeters: week, baselineLongestMeters: longest }: Usual,
  units: Units,
  said: string,
): readonly Problem[] {
  if (week === undefined || longest === undefined || longest <= week) return []
  const [run, all] = [longest, week].map((meters) => distanceText(meters, units))
  const message = `${said} is ${run}, more than the whole usual week, ${all}`
  return [usage(message, 'It is one run of that week: 14km of 40km.')]
}
