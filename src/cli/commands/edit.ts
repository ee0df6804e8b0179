import type { CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Result } from '../../base/problem.ts'
import { changeEntry, type Named } from '../../log/amend.ts'
import type { Entry } from '../../log/schema.ts'
import {
  answer,
  DRY_RUN,
  OWN_LOG,
  PROTOCOL,
  TODAY,
  usage,
  type Answer,
  type Call,
  type Command,
} from '../command.ts'
import { dateMeant } from '../date-words.ts'
import { canAsk } from '../host.ts'
import { changed, changesOf, measured } from '../log/changes.ts'
import { noDate } from '../log/clinic-readers.ts'
import { keysToClear } from '../log/clear-keys.ts'
import { editInFile } from '../log/edit-file.ts'
import { faultsOfChange } from '../log/entry-faults.ts'
import { EXERCISE_OPTIONS, EXERCISE_PAIN } from '../log/exercises.ts'
import { optionsOf } from '../log/field.ts'
import { CHANGEABLE } from '../log/fields.ts'
import { gather } from '../log/gather.ts'
import { cleared, patched } from '../log/patch.ts'
import { checkPace } from '../log/run-words.ts'
import { entryMeant } from '../log/target.ts'
import { readInputs, type Inputs } from '../read-inputs.ts'
import { save } from '../save.ts'

/** `itb edit`: corrects an entry, by flags or in an editor. */
export const edit: Command = {
  name: 'edit',
  summary: 'correct an entry, by flags or in your editor',
  words: [['<entry>', 'last, a date or an id', { kind: 'entry' }]],
  options: [
    [EXERCISE_PAIN[0], 'the worst while running or training; of an exercise: clamshell=2', { many: true }],
    ...optionsOf(
      Object.values(CHANGEABLE)
        .flat()
        .filter(({ flag }) => flag !== 'pain'),
    ),
    ...EXERCISE_OPTIONS,
    ['--date <date>', 'the day it happened', { kind: 'date' }],
    ['--clear <key>', 'what is not known after all: pain, morning, rpe; may be given again', { many: true }],
    ['--force', 'take a pace nobody would expect'],
    DRY_RUN,
    OWN_LOG,
    PROTOCOL,
    TODAY,
  ],
  examples: [
    ['itb edit last --note windy', 'a remark on the last entry'],
    ['itb edit last --date yesterday --dry-run', 'what would be written with another day'],
  ],
  run: async (call) => {
    const inputs = await readInputs(call.host, call.flags)
    if (!inputs.ok) return inputs
    const entry = entryMeant(call.words[0] ?? 'last', inputs.value)
    if (!entry.ok) return entry
    const change = changeSaid(call, inputs.value, entry.value)
    if (!change.ok) return change
    if (change.value !== undefined) return write(call, inputs.value, entry.value, change.value)
    return inEditor(call, inputs.value, entry.value)
  },
}

type Change = (entry: Entry) => Entry

/** What the flags change; undefined where they say nothing. */
function changeSaid({ flags }: Call, inputs: Inputs, entry: Named): Result<Change | undefined> {
  const said = gather({
    changes: changesOf(entry, CHANGEABLE, flags, inputs),
    clear: keysToClear(entry, CHANGEABLE[entry.type], flags.clear ?? []),
    date: dateSaid(flags.date, inputs.today),
  })
  if (!said.ok) return said
  const { changes, clear, date } = said.value
  if (changes.isEmpty && clear.length === 0 && date === undefined) return succeed(undefined)
  const twice = clear.filter((key) => changes.patch[key] !== undefined)
  if (twice.length > 0) return fail(usage(`${twice.join(', ')} is both said and cleared`, 'Leave one out.'))
  return succeed((before) => {
    const after = changed(before, changes)
    return patched(cleared(after, clear) ?? after, date === undefined ? {} : { date })
  })
}

function dateSaid(said: string | undefined, today: CalendarDate): Result<CalendarDate | undefined> {
  if (said === undefined) return succeed(undefined)
  const date = dateMeant(said, today)
  return date === undefined ? fail(noDate('--date', said)) : succeed(date)
}

async function write(call: Call, inputs: Inputs, entry: Named, change: Change): Promise<Result<Answer>> {
  const after = change(entry)
  const isMeasured = call.flags.distance !== undefined || call.flags.duration !== undefined
  const faults = faultsOfChange(entry, after, inputs.today)
  if (faults.length > 0) return fail(...faults)
  const pace = isMeasured && after.type === 'run' ? await checkPace(call, inputs, { ...after }) : []
  if (pace.length > 0) return fail(...pace)
  return save(call, (log, { today }) => succeed(changeEntry(log, entry.id, change, today)))
}

async function inEditor(call: Call, inputs: Inputs, entry: Named): Promise<Result<Answer>> {
  if (!canAsk(call.host, call.flags)) {
    return fail(usage('nothing is said of what to change', 'Such as: itb edit last --pain 2 --clear note'))
  }
  const edited = await editInFile(call, inputs, entry)
  if (!edited.ok) return edited
  const { value } = edited
  if (value === undefined) return succeed(answer('', { note: 'nothing was changed' }))
  return save(call, (log, { today }) =>
    succeed(
      changeEntry(
        log,
        entry.id,
        (before) => {
          const { id, logged } = before
          return { ...measured(before, value), id, ...(logged !== undefined && { logged }) }
        },
        today,
      ),
    ),
  )
}
