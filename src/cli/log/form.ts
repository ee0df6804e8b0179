import type { CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import type { Entry } from '../../log/schema.ts'
import {
  DATE,
  DRY_RUN,
  OWN_LOG,
  PROTOCOL,
  TODAY,
  type Answer,
  type Call,
  type Command,
  type Option,
} from '../command.ts'
import { readInputs, type Inputs } from '../read-inputs.ts'
import { strayWords } from '../stray-words.ts'
import { whichDay } from '../which-day.ts'
import { optionsOf, type Field, type Reader } from './field.ts'
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

/** What the words of a form say, and those it has no use for, which refuse the whole line. */
export interface Heard {
  readonly patch: Patch
  readonly left: readonly string[]
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
  readonly read?: (call: Call, inputs: Inputs) => Result<Heard>
  /** What is wrong with flags that speak of more than one key. */
  readonly check?: (call: Call, inputs: Inputs) => readonly Problem[]
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
    tellsWords: true,
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

/** The day, the flags and the words, with all that is wrong with any of them. */
function readForm(
  form: Form,
  fields: readonly Field[],
  call: Call,
  inputs: Inputs,
): Result<{ readonly when: When; readonly patch: Patch }> {
  const when = whenSaid(call, inputs)
  const words = when.ok ? when.value.words : []
  const faults = form.check?.(call, inputs) ?? []
  const heard = gather({
    when,
    flags: patchOf(fields, call.flags, inputs),
    more: faults.length > 0 ? fail(...faults) : succeed(undefined),
    words: when.ok ? wordsOf(form, { ...call, words }, inputs) : succeed({}),
  })
  if (!heard.ok) return heard
  return succeed({ when: heard.value.when, patch: { ...heard.value.flags, ...heard.value.words } })
}

/** Every form hands back the words it does not know, and here alone they are refused: none is passed over. */
function wordsOf(form: Form, call: Call, inputs: Inputs): Result<Patch> {
  const heard = form.read?.(call, inputs) ?? succeed({ patch: {}, left: call.words })
  if (!heard.ok) return heard
  const { patch, left } = heard.value
  return left.length === 0 ? succeed(patch) : fail(strayWords(left, `itb log ${form.name}`, form))
}

/** The words that are too many for some places: those that fit none of them, else those behind the last. */
export function tooMany(
  words: readonly string[],
  places: readonly Reader[],
  inputs: Inputs,
): readonly string[] {
  if (words.length <= places.length) return []
  const strange = words.filter((word) => places.every((read) => !read(word, '', inputs).ok))
  return strange.length > 0 ? strange : words.slice(places.length)
}
