import type { Activity } from './activity.ts'

/** The activities of a file as they are found, and the tracks of it that nobody can date. */
export interface Found {
  add(one: Activity | 'no-times' | undefined): void
  withoutTimes(): number
  all(): readonly Activity[]
}

/** More than anybody does in a life; a file with more was made to fill the memory. */
const MOST_ACTIVITIES = 20_000
const TOO_MANY = `the file has more than ${MOST_ACTIVITIES} activities, and the rest was not read`

/** Lists what is found in a file, up to what memory holds. */
export function listFound(): Found {
  const found: Activity[] = []
  let withoutTimes = 0
  let left = 0
  return {
    add(one) {
      if (one === 'no-times') withoutTimes += 1
      else if (one !== undefined && found.length >= MOST_ACTIVITIES) left += 1
      else if (one !== undefined) found.push(one)
    },
    withoutTimes: () => withoutTimes,
    all: () => (left === 0 ? found : found.map((each) => ({ ...each, partial: TOO_MANY }))),
  }
}
