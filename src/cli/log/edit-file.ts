import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import type { Named } from '../../log/amend.ts'
import type { Entry } from '../../log/schema.ts'
import { renderProblems } from '../../render/problems.ts'
import { readText } from '../../store/files.ts'
import type { Call } from '../command.ts'
import { paintFor } from '../host.ts'
import type { Inputs } from '../read-inputs.ts'
import { unlikelyPace } from './likely-pace.ts'

/** Opens one entry in the runner's editor until it can be read; undefined where nothing was changed. */
export async function editInFile(
  call: Call,
  inputs: Inputs,
  entry: Named,
): Promise<Result<Entry | undefined>> {
  // A folder of its own that nobody else may look into: notes are private.
  const folder = mkdtempSync(join(tmpdir(), 'itb-edit-'))
  try {
    const file = join(folder, `${entry.id}.json`)
    writeFileSync(file, entryDocument(entry), { mode: 0o600 })
    return await editUntilRight(call, inputs, entry, file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function editUntilRight(
  call: Call,
  inputs: Inputs,
  entry: Named,
  file: string,
): Promise<Result<Entry | undefined>> {
  const { host, flags } = call
  // Whatever checks a whole entry against its schema is read only where an entry is edited.
  const { readEdited } = await import('./edited-text.ts')
  for (;;) {
    if (!(await host.edit(file))) return fail(NO_EDITOR)
    const text = readText(file)
    if (!text.ok) return text
    if (text.value === entryDocument(entry)) return succeed(undefined)
    const read = readEdited(file, text.value, entry, inputs.programme, inputs.today)
    const doubt = read.ok ? doubtOf(call, inputs, entry, read.value) : undefined
    if (read.ok && doubt === undefined) return read
    const problems = read.ok ? [] : read.problems
    if (problems.length > 0)
      host.stderr.write(renderProblems(problems, await paintFor(flags, host.env, host.stderr)))
    const keys = [
      ...(doubt === undefined ? [] : [{ key: 's', means: 'it is right, save it' }]),
      { key: 'e', means: 'edit again' },
      { key: 'g', means: 'give up' },
    ]
    const said = doubt === undefined ? 'This cannot be saved.' : `${doubt}. Is that right?`
    const key = await host.ask({ kind: 'key', text: said, keys, enter: 'give up' })
    if (key === 's') return read
    if (key !== 'e') return succeed(undefined)
  }
}

/** A pace nobody would expect, once its distance or its time was changed. */
function doubtOf({ flags }: Call, { runner }: Inputs, before: Entry, after: Entry): string | undefined {
  if (after.type !== 'run' || before.type !== 'run' || flags.force === true) return undefined
  const { distanceMeters, durationSeconds } = before
  if (after.distanceMeters === distanceMeters && after.durationSeconds === durationSeconds) return undefined
  return unlikelyPace(runner.units, after)?.message
}

/** An entry as it is given to an editor, without what only the program writes. */
function entryDocument(entry: Named): string {
  const { id, was, logged, removed, ...said } = entry
  return `${JSON.stringify(said, null, 2)}\n`
}

const NO_EDITOR: Problem = {
  code: 'no-editor',
  message: 'the editor could not be opened, or ended badly',
  hint: 'Set EDITOR to one that is there, or say the change with flags: itb edit ID --pain 2',
}
