import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { succeed, type Result } from '../base/problem.ts'
import { sweep } from './beside.ts'
import { isThere, readText } from './files.ts'
import { giveToOwnerOf, makeFolder, stage } from './stage.ts'

/** Back to what stood before a write, or forward again to what an undo took away. */
export type Way = 'undo' | 'restore'

/** How many writes can be undone. */
const KEPT = 10

/** A text that stood in a file once, and where it is kept. */
interface Version {
  readonly path: string
  readonly text: string
}

/** Beside the file: `undo-000007.json` in it is what the next undo leads to, if 7 is the highest number. */
const versionsFolder = (file: string): string => `${file}.versions`

/** Keeps a text as the next one that this way leads to. */
export function keepVersion(file: string, way: Way, text: string): void {
  const folder = versionsFolder(file)
  if (makeFolder(folder) !== undefined) giveToOwnerOf(file, folder)
  sweep(folder, 0)
  const last = pathsOf(file, way).at(-1) ?? ''
  // A write that was cut short has kept it already.
  const number = numberOf(last) + (last !== '' && textAt(last) === text ? 0 : 1)
  stage(join(folder, `${way}-${String(number).padStart(6, '0')}.json`), text, 0o600, file).commit()
}

/**
 * The text that a way leads to; undefined at its end. What is the current text to the letter is passed over:
 * it was kept for a write that was cut short.
 */
export function nextVersion(file: string, way: Way, current: string): Result<Version | undefined> {
  for (const path of pathsOf(file, way).reverse()) {
    const read = readText(path)
    if (!read.ok) return read
    if (read.value !== current) return succeed({ path, text: read.value })
  }
  return succeed(undefined)
}

/** Forgets a version that was gone back to, and all that were kept on this way after it. */
export function forgetFrom(file: string, way: Way, path: string): void {
  const paths = pathsOf(file, way)
  remove(paths.slice(paths.indexOf(path)))
}

/** Forgets all that this way led to. */
export const forgetAll = (file: string, way: Way): void => remove(pathsOf(file, way))

/** Forgets all but the last ten. */
export const forgetOldest = (file: string, way: Way): void => remove(pathsOf(file, way).slice(0, -KEPT))

const remove = (paths: readonly string[]): void => {
  for (const path of paths) rmSync(path, { force: true })
}

function textAt(path: string): string | undefined {
  const read = readText(path)
  return read.ok ? read.value : undefined
}

const numberOf = (path: string): number => Number(/(\d+)\.json$/.exec(path)?.[1] ?? 0)

/** Oldest first. */
function pathsOf(file: string, way: Way): string[] {
  const folder = versionsFolder(file)
  if (!isThere(folder)) return []
  const names = readdirSync(folder).filter((name) => /^(undo|restore)-\d+\.json$/.test(name))
  return names
    .filter((name) => name.startsWith(way))
    .map((name) => join(folder, name))
    .sort((one, other) => numberOf(one) - numberOf(other))
}
