import { readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../base/problem.ts'
import { diskProblem, inFile } from './disk-problem.ts'

/** A file that was named, or found in a folder that was. */
interface Found {
  readonly file: string
  readonly isNamed: boolean
}

/** The files below some files and folders, each once, and what could not be looked into. */
export interface Walked {
  readonly found: readonly Found[]
  readonly problems: readonly Problem[]
}

/** So many files nobody has recorded; it is a folder that was not meant. */
const MOST_FILES = 100_000
/** Left behind by systems beside what people put there. */
const NOT_OURS = new Set(['__MACOSX', 'node_modules'])

/** Finds the files of folders in the order of their names, links followed once and hidden ones left out. */
export function walk(named: readonly string[]): Walked {
  const found: Found[] = []
  const problems: Problem[] = []
  const seen = new Set<string>()
  for (const path of named) {
    const todo: Found[] = [{ file: path, isNamed: true }]
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (found.length >= MOST_FILES) return { found, problems: [...problems, inFile(path, TOO_MANY)] }
      const looked = look(next, seen)
      if (looked === 'file') found.push(next)
      else if (Array.isArray(looked)) todo.push(...looked.reverse())
      else if (looked !== undefined) problems.push(looked as Problem)
    }
  }
  return { found, problems }
}

/** What a path is: a file, the paths in a folder, a problem; undefined for what was seen already. */
function look({ file, isNamed }: Found, seen: Set<string>): 'file' | Found[] | Problem | undefined {
  try {
    const real = realpathSync(file)
    if (seen.has(real)) return undefined
    seen.add(real)
    const about = statSync(real)
    if (!about.isDirectory()) return about.isFile() || isNamed ? 'file' : undefined
    return readdirSync(real)
      .filter((name) => !name.startsWith('.') && !NOT_OURS.has(name))
      .sort()
      .map((name) => ({ file: join(file, name), isNamed: false }))
  } catch (error) {
    return diskProblem(file, error)
  }
}

const TOO_MANY: Omit<Problem, 'place'> = {
  code: 'too-many-files',
  message: `there are more than ${MOST_FILES} files in here`,
  hint: 'Name the folder that the activities are in.',
}
