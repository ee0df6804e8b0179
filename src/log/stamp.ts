import { sixCharacters } from './ids.ts'
import type { Log } from './schema.ts'

/** A log that begins: written once, and with a name of its own, which all ids of its sessions end with. */
export const begun = (log: Log, now: string): Log => stamped({ ...log, uid: sixCharacters(now) }, now)

/**
 * A log that is about to be written: one revision on, at this moment. One that has no name gets none: the ids
 * of its sessions are in somebody's calendar already.
 */
export const stamped = (log: Log, now: string): Log => ({
  ...log,
  revision: (log.revision ?? 0) + 1,
  updated: now.replace(/\.\d+(?=Z$)/, ''),
})
