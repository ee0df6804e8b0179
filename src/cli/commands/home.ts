import { succeed, type Result } from '../../base/problem.ts'
import { lookAt } from '../../engine/look.ts'
import { amendAll } from '../../log/amend-all.ts'
import { renderBrief } from '../../render/brief.ts'
import { askAll } from '../asking/ask-all.ts'
import {
  answer,
  DRY_RUN,
  OWN_LOG,
  PROTOCOL,
  TODAY,
  type Answer,
  type Call,
  type Command,
} from '../command.ts'
import { canAsk } from '../host.ts'
import { pageFor } from '../page.ts'
import { readInputs } from '../read-inputs.ts'
import { save } from '../save.ts'
import { whichDay } from '../which-day.ts'

/** Bare `itb` where there is a log: today in a few lines, then what is owed, asked at once. */
export const home: Command = {
  name: 'itb',
  summary: 'today in a few lines, then what is owed',
  options: [DRY_RUN, OWN_LOG, PROTOCOL, TODAY],
  examples: [
    ['itb', 'today, and one key a question'],
    ['itb --dry-run', 'the same, and nothing is written'],
  ],
  run: showAndAsk,
}

async function showAndAsk(call: Call): Promise<Result<Answer>> {
  const { host } = call
  const inputs = await readInputs(host, call.flags)
  if (!inputs.ok) return inputs
  const { log, programme, runner } = inputs.value
  const date = await whichDay(call, inputs.value)
  const look = lookAt(log, programme, date)
  const brief = renderBrief(look, await pageFor(call, programme, runner))
  if (!canAsk(host, call.flags)) return succeed(answer(brief))
  host.stdout.write(brief)
  const { units, equipment } = runner
  const steps = await askAll({ ask: host.ask, programme, units, equipment }, inputs.value, look)
  if (steps.length === 0) return succeed(answer(''))
  return save(call, (now) => succeed(amendAll(now, steps)))
}
