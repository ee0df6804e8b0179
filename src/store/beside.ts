import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A new hidden name next to a file for what is on its way there; the moment in it tells its age. */
export const nameBeside = (file: string, ending: 'tmp' | 'lock'): string =>
  join(dirname(file), `.${basename(file)}.${Date.now()}-${randomBytes(6).toString('hex')}.${ending}`)

const NAME = /^\.(?<file>.+)\.(?<moment>\d+)-[0-9a-f]{12}\.(?<ending>tmp|lock)$/

/** Whether such a name was made more than so many milliseconds ago; any other name counts as old. */
export function isOlder(name: string, milliseconds: number): boolean {
  const moment = NAME.exec(name)?.groups?.['moment']
  // A moment to come is from a clock that has been set right since.
  return moment === undefined || Math.abs(Date.now() - Number(moment)) > milliseconds
}

/** Removes what killed writers left in a folder, of one file or of all; only for who has their lock. */
export function sweep(folder: string, staleAfter: number, file?: string): void {
  for (const name of readdirSync(folder)) {
    const found = NAME.exec(name)?.groups
    if (found === undefined || (file !== undefined && found['file'] !== file)) continue
    // Who waits for the lock may just be making the one that it will put there.
    if (found['ending'] === 'lock' && !isOlder(name, staleAfter)) continue
    rmSync(join(folder, name), { recursive: true, force: true })
  }
}
