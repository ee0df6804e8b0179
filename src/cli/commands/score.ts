import { fail, succeed, type Result } from '../../base/problem.ts'
import { changeEntry, type Named } from '../../log/amend.ts'
import type { Entry, Log } from '../../log/schema.ts'
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
  type Option,
} from '../command.ts'
import { canAsk } from '../host.ts'
import { askScores } from '../log/ask-scores.ts'
import { changed, changesOf, type Changes } from '../log/changes.ts'
import { faultsOfChange } from '../log/entry-faults.ts'
import { EXERCISE_OPTIONS } from '../log/exercises.ts'
import { optionsOf } from '../log/field.ts'
import { SCORES } from '../log/fields.ts'
import { scoredMeant } from '../log/target.ts'
import { readInputs, type Inputs } from '../read-inputs.ts'
import { save } from '../save.ts'

const PAIN: Option = [
  '--pain <score>',
  'the worst during it; of an exercise: clamshell=2',
  { many: true, kind: 'exercise' },
]

/** `itb score`: scores of an entry that is there, such as an imported run. */
export const score: Command = {
  name: 'score',
  summary: 'score a run or a session that is in the log',
  words: [['[entry]', 'last (the last run), a date or an id', { kind: 'entry' }]],
  options: [
    PAIN,
    ...optionsOf(
      Object.values(SCORES)
        .flat()
        .filter(({ flag }) => flag !== 'pain'),
    ),
    ...EXERCISE_OPTIONS.filter(([flags]) => flags.startsWith('--effort')),
    DRY_RUN,
    OWN_LOG,
    PROTOCOL,
    TODAY,
  ],
  examples: [
    ['itb score --pain 0 --no-limp --no-swelling --no-painkiller', 'the last run'],
    ['itb score last --after 1 --lasted 1h', 'what came later'],
  ],
  run: async (call) => {
    const inputs = await readInputs(call.host, call.flags)
    if (!inputs.ok) return inputs
    const entry = scoredMeant(call.words[0], call.flags, inputs.value)
    if (!entry.ok) return entry
    if (!isScored(entry.value)) return fail(notScored(entry.value))
    const changes = changesOf(entry.value, SCORES, call.flags, inputs.value)
    if (!changes.ok) return changes
    if (!changes.value.isEmpty) return write(call, entry.value, changes.value)
    return ask(call, inputs.value, entry.value)
  },
}

const isScored = ({ type }: Entry): boolean => type === 'strength' || SCORES[type].length > 0

const notScored = ({ type, id }: Named) =>
  usage(
    `an entry of the type ${type} has no scores of a session`,
    type === 'day' ? 'A check-in is said again: itb log day --stairs 1' : `Change it with: itb edit ${id}`,
  )

const NOTHING_NEW = 'nothing was written: no score was given, or all are there; a flag changes one'

async function ask(call: Call, inputs: Inputs, entry: Named): Promise<Result<Answer>> {
  if (!canAsk(call.host, call.flags)) {
    return fail(usage('nothing is said of it', 'Such as: itb score last --pain 0 --no-limp'))
  }
  const said = await askScores(call, inputs, entry)
  const isEmpty = Object.keys(said.patch).length + said.exercises.pain.size === 0
  return isEmpty ? succeed(answer('', { note: NOTHING_NEW })) : write(call, entry, said)
}

const write = (
  call: Call,
  { id }: Named,
  changes: Pick<Changes, 'patch' | 'exercises'>,
): Promise<Result<Answer>> =>
  save(call, (log: Log, { today }) => {
    const amendment = changeEntry(log, id, (entry) => changed(entry, changes), today)
    const faults = amendment.amended.flatMap(({ entry, before }) =>
      faultsOfChange(before ?? entry, entry, today),
    )
    return faults.length > 0 ? fail(...faults) : succeed(amendment)
  })
