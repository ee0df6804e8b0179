import type { Problem } from '../base/problem.ts'
import type { Activity } from './activity.ts'
import type { Read } from './read.ts'
import type { XmlEnd } from './xml.ts'

/** What a file has beside what was done with it. */
export interface Undone {
  /** Tracks with points of which none has a time. */
  readonly withoutTimes: number
  /** Such as `a planned route and no activity`; undefined where there is nothing at all. */
  readonly instead: string | undefined
}

/** How a runner is told of a fault in a file that gave an activity all the same. */
const FAULTS: Readonly<Record<Exclude<XmlEnd, 'whole' | 'doctype'>, string>> = {
  'cut-off': 'the file breaks off before its end',
  damaged: 'a stretch of the file makes no sense',
  'too-deep': 'from some point on the file makes no sense',
}

const faultOf = (end: XmlEnd): string | undefined =>
  end === 'whole' || end === 'doctype' ? undefined : FAULTS[end]

/** The activities of a file, or the reasons why there are none. */
export function readOf(activities: readonly Activity[], end: XmlEnd, undone: Undone): Read {
  if (end === 'doctype') return { activities: [], problems: [XML_DOCTYPE] }
  const problems = undone.withoutTimes > 0 ? [noTimes(undone.withoutTimes)] : []
  if (activities.length === 0 && problems.length === 0)
    return { activities, problems: [nothingIn(end, undone)] }
  return {
    activities: activities.map((each, index) => marked(each, index === activities.length - 1, end)),
    problems,
  }
}

/** Where a file breaks off, what came before the last activity is whole. */
function marked(activity: Activity, isLast: boolean, end: XmlEnd): Activity {
  const fault = end === 'damaged' || isLast ? faultOf(end) : undefined
  if (fault === undefined) return activity
  return { ...activity, partial: activity.partial === undefined ? fault : `${fault}; ${activity.partial}` }
}

function nothingIn(end: XmlEnd, { instead }: Undone): Problem {
  const fault = faultOf(end)
  if (fault !== undefined)
    return {
      code: 'damaged-file',
      message: `${fault}, and no activity is left`,
      hint: 'Take the file from the watch or from where it was uploaded once more.',
    }
  return {
    code: 'not-an-activity',
    message: instead === undefined ? 'nothing was recorded in this file' : `this is ${instead}`,
    hint: 'It holds nothing to import; an activity has a track with positions or distances, and times.',
  }
}

const noTimes = (count: number): Problem => ({
  code: 'no-times',
  message:
    count === 1
      ? 'the file does not say when its track was run'
      : `the file does not say when ${count} of its tracks were run`,
  hint: 'A planned route has no times. If it was a run, log it by hand: itb log run 5.2km 31:10 --date DATE.',
})

const XML_DOCTYPE: Problem = {
  code: 'xml-doctype',
  message: 'the file defines a document type of its own, which can make a small file endless',
  hint: 'No watch or service writes such a file, so it is not read. Export the activity once more.',
}
