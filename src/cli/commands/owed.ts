import { fail, succeed, type Problem } from '../../base/problem.ts'
import { makePlans } from '../../engine/make-plan.ts'
import { renderJson } from '../../render/json.ts'
import { commandsFor } from '../../render/owed-commands.ts'
import { renderOwed, renderOwedShort, type OwedDocument } from '../../render/owed.ts'
import { answer, LOG, OUTPUT, PROTOCOL, TODAY, type Command } from '../command.ts'
import { weekOf } from '../date-words.ts'
import { pageFor } from '../page.ts'
import { asksJson } from '../plan-format.ts'
import { readInputs, type Inputs } from '../read-inputs.ts'

/** `itb owed`: what is still to be answered; silent and 0 when nothing is. */
export const owed: Command = {
  name: 'owed',
  summary: 'scores still to be answered, oldest first, and how to answer them',
  options: [
    ['--short', 'one line for a prompt, nothing where nothing is owed'],
    OUTPUT,
    LOG,
    PROTOCOL,
    TODAY,
  ],
  examples: [
    ['itb owed', 'each open score with the line that answers it'],
    ['itb owed --short', 'for a prompt or a .profile'],
  ],
  run: async (call) => {
    const inputs = await readInputs(call.host, call.flags)
    if (!inputs.ok) return call.flags.short === true ? fail(...inputs.problems.map(inOneLine)) : inputs
    const document = documentOf(inputs.value)
    const exitCode = document.owed.length === 0 ? 0 : 1
    if (asksJson(call.flags)) return succeed(answer(renderJson(document), { exitCode }))
    if (call.flags.short === true) return succeed(answer(renderOwedShort(document.owed), { exitCode }))
    const page = await pageFor(call, inputs.value.programme, inputs.value.runner)
    return succeed(answer(renderOwed(document, page), { exitCode }))
  },
}

/** A prompt has room for one line, also before there is a log. */
const inOneLine = (problem: Problem): Problem =>
  problem.code === 'file-missing'
    ? { code: problem.code, message: 'no log yet; to begin one: itb init' }
    : problem

function documentOf({ log, programme, today, runner }: Inputs): OwedDocument {
  const [plan] = makePlans(log, programme, today, weekOf(today, runner.weekStart), 1)
  const all = (plan?.owed ?? []).map((each) => ({ ...each, commands: commandsFor(each, today) }))
  return { format: 'itb-owed', version: 1, date: today, owed: all }
}
