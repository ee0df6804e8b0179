import type { Amended } from './amend.ts'
import { isSame } from './same.ts'
import type { Log } from './schema.ts'
import { shelve } from './shelf.ts'

/** What makes one log out of another, session by session: those that came, went, or say something else. */
export function changesBetween(before: Log, after: Log): readonly Amended[] {
  const [old, now] = [standingIn(before), standingIn(after)]
  const came = [...now.values()].flatMap((entry): readonly Amended[] => {
    const stood = old.get(entry.id)
    if (stood === undefined) return [{ action: 'added', entry }]
    return isSame(stood, entry) ? [] : [{ action: 'changed', entry }]
  })
  const went = [...old.values()].filter(({ id }) => !now.has(id))
  return [...came, ...went.map((entry): Amended => ({ action: 'removed', entry }))]
}

const standingIn = (log: Log): ReadonlyMap<string, Amended['entry']> =>
  new Map(
    shelve(log)
      .sessions.filter(({ removed }) => removed === undefined)
      .map((entry) => [entry.id, entry]),
  )
