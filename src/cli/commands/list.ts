import type { CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Result } from '../../base/problem.ts'
import { didYouMean } from '../../base/spelling.ts'
import type { Entry } from '../../log/schema.ts'
import { shelve } from '../../log/shelf.ts'
import { stands } from '../../log/versions.ts'
import { renderEntries } from '../../render/entries.ts'
import { renderJson } from '../../render/json.ts'
import { answer, LOG, OUTPUT, TODAY, usage, type Call, type Command, type Flags } from '../command.ts'
import { dateMeant } from '../date-words.ts'
import { gather } from '../log/gather.ts'
import { pageFor } from '../page.ts'
import { readInputs, type Inputs } from '../read-inputs.ts'

const TYPES = [
  'run',
  'strength',
  'day',
  'cross-training',
  'mobility',
  'flare',
  'clearance',
  'limit',
  'absence',
  'settings',
  'review',
  'baseline',
  'acknowledgement',
  'note',
] as const satisfies readonly Entry['type'][]
const FORMATS = ['table', 'json', 'jsonl'] as const

type Listed = Entry & { readonly id: string }

/** `itb list`: the entries of the log, or some of them. */
export const list: Command = {
  name: 'list',
  summary: 'the entries of the log, the oldest first',
  options: [
    ['--since <date>', 'from this day on', { kind: 'date' }],
    ['--until <date>', 'up to this day', { kind: 'date' }],
    ['--type <type>', 'of this kind alone', { choices: TYPES }],
    ['--limit <number>', 'only so many, the last ones'],
    ['--format <format>', 'table, json or jsonl', { choices: FORMATS }],
    ['--notes', 'remarks as well, which otherwise stay in the log'],
    OUTPUT,
    LOG,
    TODAY,
  ],
  examples: [
    ['itb list --type run --since 2026-03-02', 'the runs from a day on'],
    ['itb list --format jsonl', 'one entry a line, as itb add takes them'],
  ],
  run: async (call) => {
    const inputs = await readInputs(call.host, call.flags)
    if (!inputs.ok) return inputs
    const asked = askedOf(call.flags, inputs.value.today)
    if (!asked.ok) return asked
    const { log, today } = inputs.value
    const standing = shelve(log).sessions.filter((entry) => stands(entry, today))
    const chosen = chosenBy(asked.value, standing)
    return succeed(answer(await textOf(chosen, asked.value.format, call, inputs.value)))
  },
}

interface Asked {
  readonly since: CalendarDate | undefined
  readonly until: CalendarDate | undefined
  readonly type: Entry['type'] | undefined
  readonly limit: number
  readonly format: (typeof FORMATS)[number]
}

function askedOf(flags: Flags, today: CalendarDate): Result<Asked> {
  const ending = /\.(json|jsonl)$/.exec(flags.output ?? '')?.[1]
  const format = flags.format ?? (flags.json === true ? 'json' : (ending ?? 'table'))
  return gather({
    since: dateOf('--since', flags.since, today),
    until: dateOf('--until', flags.until, today),
    type: flags.type === undefined ? succeed(undefined) : oneOf('--type', flags.type, TYPES),
    limit: limitOf(flags.limit),
    format: oneOf('--format', format, FORMATS),
  })
}

function dateOf(
  flag: string,
  said: string | undefined,
  today: CalendarDate,
): Result<CalendarDate | undefined> {
  const date = said === undefined ? undefined : dateMeant(said, today)
  if (said === undefined || date !== undefined) return succeed(date)
  return fail(
    usage(`${flag} is "${said}", which is no date`, 'It can be: today, yesterday, mon, 2026-03-02.'),
  )
}

function oneOf<Word extends string>(flag: string, said: string, words: readonly Word[]): Result<Word> {
  const word = words.find((each) => each === said)
  if (word !== undefined) return succeed(word)
  return fail(
    usage(`${flag} cannot be "${said}"`, `${didYouMean(said, words)}It can be: ${words.join(', ')}.`),
  )
}

function limitOf(said: string | undefined): Result<number> {
  if (said === undefined) return succeed(Number.POSITIVE_INFINITY)
  return /^[1-9]\d{0,5}$/.test(said)
    ? succeed(Number(said))
    : fail(usage(`--limit is "${said}", expected a number from 1 on`))
}

function chosenBy({ since, until, type, limit }: Asked, entries: readonly Listed[]): readonly Listed[] {
  const chosen = entries.filter(
    (entry) =>
      (since === undefined || entry.date >= since) &&
      (until === undefined || entry.date <= until) &&
      (type === undefined || entry.type === type),
  )
  return Number.isFinite(limit) ? chosen.slice(-limit) : chosen
}

async function textOf(
  entries: readonly Listed[],
  format: Asked['format'],
  call: Call,
  { today, programme, runner }: Inputs,
): Promise<string> {
  const notes = call.flags.notes === true
  if (format === 'table')
    return renderEntries(entries, today, { ...(await pageFor(call, programme, runner)), notes })
  const shown = notes ? entries : entries.filter(({ type }) => type !== 'note').map(withoutNotes)
  const told = shown.map(({ id, ...entry }) => ({ id, ...entry }))
  return format === 'json'
    ? renderJson({ format: 'itb-entries', version: 1, entries: told })
    : told.map((entry) => `${JSON.stringify(entry)}\n`).join('')
}

/** A remark was written for the runner's own eyes, and so was every earlier wording of it. */
function withoutNotes(entry: Listed) {
  const { note, was, ...rest } = entry
  return was === undefined ? rest : { ...rest, was: was.map(({ note: earlier, ...version }) => version) }
}
