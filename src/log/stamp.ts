import { sixCharacters } from './ids.ts'
import type { Log } from './schema.ts'

/** A log that is about to be written: one revision on, at this moment, and with a name of its own. */
export const stamped = (log: Log, now: string): Log => ({
  ...log,
  uid: log.uid ?? sixCharacters(now),
  revision: (log.revision ?? 0) + 1,
  updated: now.replace(/\.\d+(?=Z$)/, ''),
})
