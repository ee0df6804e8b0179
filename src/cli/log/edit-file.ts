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
import { entryDocument, readEdited } from './edited-text.ts'

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
  for (;;) {
    if (!(await host.edit(file))) return fail(NO_EDITOR)
    const text = readText(file)
    if (!text.ok) return text
    if (text.value === entryDocument(entry)) return succeed(undefined)
    const read = readEdited(file, text.value, entry, inputs.programme, inputs.today)
    if (read.ok) return read
    host.stderr.write(renderProblems(read.problems, await paintFor(flags, host.env, host.stderr)))
    const keys = [
      { key: 'e', means: 'edit again' },
      { key: 'g', means: 'give up' },
    ]
    const key = await host.ask({ kind: 'key', text: 'This cannot be saved.', keys, enter: 'give up' })
    if (key !== 'e') return succeed(undefined)
  }
}

const NO_EDITOR: Problem = {
  code: 'no-editor',
  message: 'the editor could not be opened, or ended badly',
  hint: 'Set EDITOR to one that is there, or say the change with flags: itb edit ID --pain 2',
}
