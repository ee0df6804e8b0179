import { succeed, type Result } from '../../base/problem.ts'
import { answer, type Answer, type Call } from '../command.ts'
import type { Inputs } from '../read-inputs.ts'
import type { Reader } from './field.ts'
import type { Patch } from './patch.ts'

/** A line that is asked for on a terminal where its key was not said. */
export interface Missing {
  readonly key: string
  /** What is asked, which names the answer in a problem as well. */
  readonly text: string
  readonly hint: string
  readonly read: Reader
}

/** Asks for what is missing, one line each; undefined when one of them stayed without an answer. */
export async function askMissing(
  call: Call,
  inputs: Inputs,
  patch: Patch,
  missing: readonly Missing[],
): Promise<Patch | undefined> {
  const told: Record<string, unknown> = { ...patch }
  for (const one of missing) {
    if (told[one.key] !== undefined) continue
    const said = await askLine(call, inputs, one)
    if (said === undefined) return undefined
    told[one.key] = said
  }
  return told
}

/** What one line says; undefined where nothing was typed. */
export async function askLine(call: Call, inputs: Inputs, { text, hint, read }: Missing): Promise<unknown> {
  const check = (line: string): string | undefined => {
    const said = read(line, 'the answer', inputs)
    return said.ok
      ? undefined
      : said.problems.map((each) => `${each.message}. ${each.hint ?? ''}`.trim()).join(' ')
  }
  const line = await call.host.ask({ kind: 'line', text, hint, check })
  const said = line === undefined ? undefined : read(line, 'the answer', inputs)
  return said?.ok === true ? said.value : undefined
}

/** Nothing was answered on the terminal, so there is nothing to keep. */
export const NOTHING_SAID: Result<Answer> = succeed(
  answer('', { note: 'nothing was said, so nothing was written' }),
)
