import { fail, succeed, type Result } from '../../base/problem.ts'
import { amendAll } from '../../log/amend-all.ts'
import { removeEntry, type Amendment } from '../../log/amend.ts'
import { findEntry } from '../../log/find.ts'
import type { Log } from '../../log/schema.ts'
import { DRY_RUN, OWN_LOG, TODAY, usage, type Command } from '../command.ts'
import { dateMeant } from '../date-words.ts'
import type { Inputs } from '../read-inputs.ts'
import { save } from '../save.ts'

/** `itb remove`: takes entries out of the log, all of those named or none. */
export const remove: Command = {
  name: 'remove',
  summary: 'take entries out of the log',
  words: [
    ['<id...>', 'an id or its beginning, last, or a day with one entry', { kind: 'entry', many: true }],
  ],
  options: [OWN_LOG, DRY_RUN, TODAY],
  examples: [
    ['itb remove last', 'the latest entry'],
    ['itb remove yesterday --dry-run', 'see what would be taken out'],
  ],
  run: async (call) => {
    if (call.words.length === 0) return fail(usage('nothing is named', 'Name an entry: itb remove last'))
    const said = await save(call, (log, inputs) => without(log, call.words, inputs))
    const isTold = call.flags.json !== true && call.flags.dryRun !== true
    return said.ok && isTold ? succeed({ ...said.value, text: `${said.value.text}${WAY_BACK}` }) : said
  },
}

const WAY_BACK = 'To have it back: itb undo\n'

function without(log: Log, words: readonly string[], { today }: Inputs): Result<Amendment> {
  const found = words.map((word) => findEntry(log, dateMeant(word, today) ?? word, today))
  const problems = found.flatMap((each) => (each.ok ? [] : each.problems))
  if (problems.length > 0) return fail(...problems)
  const ids = new Set(found.flatMap((each) => (each.ok ? [each.value.id] : [])))
  return succeed(
    amendAll(
      log,
      [...ids].map((id) => (rest) => removeEntry(rest, id, today)),
    ),
  )
}
