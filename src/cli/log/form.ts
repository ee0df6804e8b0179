import type { CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import type { Entry } from '../../log/schema.ts'
import {
  DATE,
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
import { readInputs, type Inputs } from '../read-inputs.ts'
import { whichDay } from '../which-day.ts'
import { optionsOf, type Field } from './field.ts'
import { FIELDS } from './fields.ts'
import { gather } from './gather.ts'
import { patchOf, type Patch } from './patch.ts'
import { whenSaid, type When } from './when.ts'

/** What was said with one form, and the day it is for. */
export interface Told {
  readonly call: Call
  readonly inputs: Inputs
  readonly date: CalendarDate
  readonly isDateSaid: boolean
  readonly patch: Patch
}

/** One way to log something. */
export interface Form {
  readonly name: Entry['type'] | 'morning'
  readonly summary: string
  readonly words: readonly Option[]
  /** Beside those that every form has. */
  readonly options?: readonly Option[]
  /** Where they are not those of the entry of this name. */
  readonly fields?: readonly Field[]
  readonly examples: Command['examples']
  /** What belongs to a day that may just have ended is asked for after midnight. */
  readonly isOfTheDay: boolean
  /** What the words say, without the date; a form without it takes no words. */
  readonly read?: (call: Call, inputs: Inputs) => Result<Patch>
  readonly write: (told: Told) => Promise<Result<Answer>>
}

/** A form as a command below `log`. */
export function formCommand(form: Form): Command {
  const { name, summary, words, options = [], examples, isOfTheDay } = form
  const fields = form.fields ?? (name === 'morning' ? [] : FIELDS[name])
  return {
    name,
    summary,
    words,
    options: [...optionsOf(fields), ...options, DATE, DRY_RUN, OWN_LOG, PROTOCOL, TODAY],
    examples,
    run: async (call) => {
      const inputs = await readInputs(call.host, call.flags)
      if (!inputs.ok) return inputs
      const said = readForm(form, fields, call, inputs.value)
      if (!said.ok) return said
      const { when, patch } = said.value
      const date = when.date ?? (isOfTheDay ? await whichDay(call, inputs.value) : inputs.value.today)
      return form.write({
        call: { ...call, words: when.words },
        inputs: inputs.value,
        date,
        isDateSaid: when.date !== undefined,
        patch,
      })
    },
  }
}

interface Heard {
  readonly when: When
  readonly patch: Patch
}

/** The day, the flags and the words, with all that is wrong with any of them. */
function readForm(form: Form, fields: readonly Field[], call: Call, inputs: Inputs): Result<Heard> {
  const when = whenSaid(call, inputs)
  const words = when.ok ? when.value.words : []
  const heard = gather({
    when,
    flags: patchOf(fields, call.flags, inputs),
    words: when.ok ? wordsOf(form, { ...call, words }, inputs) : succeed({}),
  })
  if (!heard.ok) return heard
  return succeed({ when: heard.value.when, patch: { ...heard.value.flags, ...heard.value.words } })
}

function wordsOf(form: Form, call: Call, inputs: Inputs): Result<Patch> {
  if (form.read !== undefined) return form.read(call, inputs)
  return call.words.length === 0 ? succeed({}) : fail(strayWords(call.words))
}

const strayWords = (words: readonly string[]): Problem =>
  usage(`"${words.join(' ')}" is no date and no flag`, 'What belongs to it is said by flags: --help.')
