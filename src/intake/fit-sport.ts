import { getFitSportName, getFitSubSportName } from 'fit-file-parser/profile'
import type { Sport } from './activity.ts'
import { plainly, sportCalled } from './sport.ts'

/** Kinds of a sport that say no more than the sport does. */
const PLAIN = ['generic', 'all']

/** The sport of a session by its numbers in the FIT profile, and what to call it: `running, treadmill`. */
export function fitSport(
  sport: number | undefined,
  subSport: number | undefined,
): { readonly sport: Sport; readonly called: string } {
  const name = getFitSportName(sport) ?? (sport === undefined ? 'unknown' : `sport ${sport}`)
  const kind = getFitSubSportName(subSport)
  const called = [name, ...(kind === null || PLAIN.includes(kind) ? [] : [kind])].map(plainly)
  return { sport: sportCalled(called.join(' ')), called: called.join(', ') }
}

/** The number of the way from one sport to the next in a triathlon, which is none of them. */
export const TRANSITION = 3
