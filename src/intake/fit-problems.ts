import type { Problem } from '../base/problem.ts'
import type { Fault } from './fit-content.ts'
import type { Summary } from './fit-summary.ts'
import { instantAt } from './instant.ts'

const ACTIVITY = 4
/** What a FIT file is for if not an activity, by its number in the FIT profile. */
const PURPOSES: Readonly<Record<number, string>> = {
  1: 'about a device',
  2: 'of settings',
  3: 'of settings for a sport',
  5: 'of a workout to be done',
  6: 'of a course to follow',
  7: 'of a training schedule',
  9: 'of weights',
  10: 'of totals',
  11: 'of goals',
  14: 'of blood pressures',
  15: 'of steps through the day',
  20: 'of summaries',
  28: 'of steps through the day',
  32: 'of steps through the day',
  34: 'of a segment',
  35: 'of segments',
  44: 'of sleep and recovery',
  49: 'of sleep',
}

/** How a runner is told of a fault in a file that gave an activity all the same. */
const FAULTS: Readonly<Record<Fault, string>> = {
  'too-long': 'the file goes on for longer than anyone runs',
  'cut-off': 'the file breaks off before its end',
  broken: 'a stretch of the file makes no sense',
  checksum: 'the checksum of the file does not fit, so some of it may have changed',
}

/** What is wrong with a file that has no summary, in words. */
export const faultText = (fault: Fault | undefined): string =>
  fault === undefined ? 'the file has no summary' : FAULTS[fault]

/** A session without a start, in a file whose points have no times either. */
export const NO_TIMES: Problem = {
  code: 'no-times',
  message: 'the file does not say when this was',
  hint: 'Log it by hand, with its day: itb log run 5.2km 31:10 --date DATE.',
}

/** More bytes than are looked at. */
export const TOO_LARGE: Problem = {
  code: 'too-large',
  message: 'this FIT file has more than 24 MB, and a week without a pause has less',
  hint: 'Have the watch or the service write one file for each activity.',
}

/** A file of a triathlon that holds none of its sports. */
export const ONLY_TRANSITION: Problem = {
  code: 'not-an-activity',
  message: 'this is the way from one sport to the next and no activity',
  hint: 'The sports before and after it are in files of their own.',
}

/** Nothing of an activity was found, and the fault of the file says why. */
export const damaged = (fault: Fault | undefined): Problem => ({
  code: 'damaged-file',
  message:
    fault === undefined ? 'nothing was recorded in this file' : `${FAULTS[fault]}, and no activity is left`,
  hint: 'Take the file from the watch or from where it was uploaded once more.',
})

/** A file for something else, by the purpose that it names. */
export function notActivity(purpose: number | undefined): Problem {
  const words = PURPOSES[purpose ?? ACTIVITY] ?? 'of another kind'
  return {
    code: 'not-an-activity',
    message: `this is a file ${words} and no activity`,
    hint: 'It holds nothing to import; on a watch the activities are in the folder Activity.',
  }
}

/** Too fast, too slow or too short for a run: a ride without a word for it would be a very long one. */
export function noSport({ start, meters }: Summary, fault: Fault | undefined): Problem {
  const distance = meters === undefined ? '' : ` of ${(meters / 1000).toFixed(1)} km`
  const begun =
    start === undefined ? '' : ` that began ${instantAt(start).replace('T', ' ').slice(0, 16)} UTC`
  return {
    code: fault === undefined ? 'no-sport' : 'damaged-file',
    message: `${faultText(fault)}: no sport is left for the activity${distance}${begun}`,
    hint: 'If it was a run, log it by hand: itb log run 5.2km 31:10 --date DATE.',
  }
}
