import type { PainGrade } from './pain-grade.ts'

/** A second moderate pain so soon after the first that it is no longer a step but severe. */
export const isAgain = (rule: PainGrade, daysBetween: number): boolean =>
  daysBetween > 0 && daysBetween <= rule.repeatWithin

/** A day with pain in daily life that adds up with another one so many days later. */
export const addsUp = (rule: PainGrade, daysBetween: number): boolean =>
  daysBetween > 0 && daysBetween < rule.dailyWithin
