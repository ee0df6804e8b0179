import { fail, succeed } from '../../base/problem.ts'
import { addEntries } from '../../log/amend.ts'
import { textOf } from '../../store/files.ts'
import { DRY_RUN, OWN_LOG, TODAY, usage, type Command } from '../command.ts'
import { unlikelyPace } from '../log/likely-pace.ts'
import { readInputs } from '../read-inputs.ts'
import { save } from '../save.ts'

/** `itb add`: entries from stdin, one a line, all of them or none. */
export const add: Command = {
  name: 'add',
  summary: 'add entries from stdin, one JSON object a line, all or none',
  options: [['--force', 'take a pace nobody would expect'], OWN_LOG, DRY_RUN, TODAY],
  examples: [
    ['itb add < entries.jsonl', 'entries that another program wrote'],
    ['itb list --format jsonl | itb add --log copy.json', 'those of one log into another'],
  ],
  run: async (call) => {
    if (call.host.stdin.isTTY)
      return fail(usage('entries are read from stdin, which is a terminal', 'itb add < entries.jsonl'))
    const text = textOf('stdin', await call.host.stdin.read())
    if (!text.ok) return text
    const inputs = await readInputs(call.host, call.flags)
    if (!inputs.ok) return inputs
    const { readEntries } = await import('../../log/read-entries.ts')
    const entries = readEntries('stdin', text.value, (entry) =>
      entry.type === 'run' && call.flags.force !== true
        ? unlikelyPace(inputs.value.runner.units, entry)
        : undefined,
    )
    return entries.ok
      ? save(call, (log, { today }) => succeed(addEntries(log, entries.value, today)))
      : entries
  },
}
