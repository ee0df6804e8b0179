import { basename, dirname } from 'node:path'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import { sweep } from './beside.ts'
import { inFile } from './disk-problem.ts'
import { isThere, readText } from './files.ts'
import { logBusy, PATIENCE } from './lock.ts'
import { stage } from './stage.ts'
import { inTurn, type Turn } from './turn.ts'
import { forgetAll, forgetFrom, forgetOldest, keepVersion, nextVersion, type Way } from './versions.ts'

/** What became of a file that was to be changed. */
export interface Written {
  /** The file itself, links followed. */
  readonly file: string
  /** False where nothing was to be written. */
  readonly changed: boolean
}

/**
 * Reads a file, changes its text and writes it whole or not at all, one writer after the other. `change` is
 * given undefined where there is no file yet; it returns undefined where nothing is to be written. What stood
 * before is kept beside the file, the last ten versions of it.
 */
export function changeFile(
  named: string,
  change: (text: string | undefined) => Result<string | undefined>,
  patience = PATIENCE,
): Promise<Result<Written>> {
  return inTurn(named, patience, (turn) => {
    const current = isThere(named) ? readText(named) : succeed(undefined)
    if (!current.ok) return current
    const text = change(current.value)
    if (!text.ok) return text
    if (text.value === undefined || text.value === current.value) {
      return succeed({ file: turn.file, changed: false })
    }
    return write(
      turn,
      text.value,
      () => {
        if (current.value !== undefined) keepVersion(turn.file, 'undo', current.value)
        // What an undo took away knows nothing of this write, and would take it away in turn.
        forgetAll(turn.file, 'restore')
      },
      () => forgetOldest(turn.file, 'undo'),
    )
  })
}

/**
 * Puts the version before the last write back (`undo`), or the one that an undo took away (`restore`).
 * `rewrite` is given the text of that version and the text that stands now, and returns what is written, or
 * undefined where nothing is to be.
 */
export function turnBack(
  named: string,
  way: Way,
  rewrite: (earlier: string, current: string) => Result<string | undefined>,
  patience = PATIENCE,
): Promise<Result<Written>> {
  return inTurn(named, patience, (turn) => {
    const current = readText(named)
    if (!current.ok) return current
    const next = nextVersion(turn.file, way, current.value)
    if (!next.ok) return next
    if (next.value === undefined) return fail(inFile(named, AT_THE_END[way]))
    const text = rewrite(next.value.text, current.value)
    if (!text.ok) return text
    if (text.value === undefined) return succeed({ file: turn.file, changed: false })
    const { path } = next.value
    return write(
      turn,
      text.value,
      () => keepVersion(turn.file, way === 'undo' ? 'restore' : 'undo', current.value),
      () => forgetFrom(turn.file, way, path),
    )
  })
}

/** `before` comes when the text is safe on the disk and not yet in its place, `after` when it is there. */
function write(turn: Turn, text: string, before: () => void, after: () => void): Result<Written> {
  const { file, lock, patience } = turn
  sweep(dirname(file), patience.staleAfter, basename(file))
  const staged = stage(file, text, 0o600)
  try {
    before()
    if (!lock.isOurs()) return fail(logBusy(file))
    staged.commit()
  } finally {
    staged.discard()
  }
  try {
    after()
  } catch {
    // The log is written, and a version too many does no harm.
  }
  return succeed({ file, changed: true })
}

const AT_THE_END: Readonly<Record<Way, Omit<Problem, 'place'>>> = {
  undo: {
    code: 'nothing-to-undo',
    message: 'no earlier version of this log is kept',
    hint: 'The last ten writes can be undone. See what stands: itb list',
  },
  restore: {
    code: 'nothing-to-restore',
    message: 'no undo is left that could be taken back',
    hint: 'An undo can be taken back until something else is written. See what stands: itb list',
  },
}
