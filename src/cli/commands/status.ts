import { succeed } from '../../base/problem.ts'
import { statusOn } from '../../engine/status.ts'
import { renderJson } from '../../render/json.ts'
import { answer, DEMO, LOG, OUTPUT, PROTOCOL, TODAY, type Command } from '../command.ts'
import { pageFor } from '../page.ts'
import { asksJson } from '../plan-format.ts'
import { readInputs } from '../read-inputs.ts'

/** `itb status`: where the runner stands, and the last twelve weeks. */
export const status: Command = {
  name: 'status',
  summary: 'milestones, what is still missing for them, and the last twelve weeks',
  options: [OUTPUT, DEMO, LOG, PROTOCOL, TODAY],
  examples: [
    ['itb status --demo', 'what comes next, and how the last weeks went'],
    ['itb status --demo --json', 'the same for a script'],
  ],
  run: async (call) => {
    const inputs = await readInputs(call.host, call.flags)
    if (!inputs.ok) return inputs
    const { log, programme, today, runner } = inputs.value
    const found = statusOn(log, programme, today)
    if (asksJson(call.flags)) return succeed(answer(renderJson(found)))
    const { renderStatus } = await import('../../render/status.ts')
    return succeed(answer(renderStatus(found, await pageFor(call, programme, runner))))
  },
}
