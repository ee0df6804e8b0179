import { succeed } from '../../base/problem.ts'
import { lookAt } from '../../engine/look.ts'
import { renderJson } from '../../render/json.ts'
import { answer, DEMO, LOG, OUTPUT, PROTOCOL, TODAY, type Command } from '../command.ts'
import { guideFor, todayDocument } from '../documents/today.ts'
import { pageFor } from '../page.ts'
import { DAY_FORMATS, formatAsked } from '../plan-format.ts'
import { readInputs } from '../read-inputs.ts'

/** `itb today`: what is on, how it is done, and where its scores lead. */
export const today: Command = {
  name: 'today',
  summary: 'the work of today, how it is done and where its scores lead',
  options: [
    ['--check', 'one sentence; exit 0 if a run is still on today, 1 if not'],
    ['--format <format>', 'table, json, markdown or csv', { choices: DAY_FORMATS }],
    OUTPUT,
    DEMO,
    LOG,
    PROTOCOL,
    TODAY,
  ],
  examples: [
    ['itb today --demo', 'all that is done today, step by step'],
    ['itb today --demo --check --today 2026-03-17', 'for a script: is there a run that day?'],
  ],
  run: async (call) => {
    const { flags, host } = call
    const asked = formatAsked(flags, DAY_FORMATS)
    if (!asked.ok) return asked
    const format = asked.value
    const inputs = await readInputs(host, flags)
    if (!inputs.ok) return inputs
    const { log, programme, today: date, runner } = inputs.value
    const look = lookAt(log, programme, date)
    const isOn = look.sessions.some(({ type, done }) => type === 'run' && !done)
    const exitCode = flags.check === true && !isOn ? 1 : 0
    const guide = guideFor(look, programme, runner)
    if (format === 'json') return succeed(answer(renderJson(todayDocument(look, guide)), { exitCode }))
    const page = await pageFor(call, programme, runner)
    if (format !== 'table') {
      const { dayOnPaper } = await import('../paper.ts')
      return succeed(answer(dayOnPaper(look, format, page, guide), { exitCode }))
    }
    const { renderToday, renderTodayCheck } = await import('../../render/today.ts')
    const text = flags.check === true ? renderTodayCheck(look, page) : renderToday(look, guide, page)
    return succeed(answer(text, { exitCode }))
  },
}
