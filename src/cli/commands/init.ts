import { isCalendarDate, type CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Result } from '../../base/problem.ts'
import type { Programme } from '../../protocol/programme.ts'
import { renderJson } from '../../render/json.ts'
import { pageOf, paragraph } from '../../render/page.ts'
import { isThere } from '../../store/files.ts'
import { logPath } from '../../store/paths.ts'
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
import { begin, logExists } from '../init/begin.ts'
import { firstLog, paceAssumed } from '../init/first-log.ts'
import { interview, type Interview } from '../init/interview.ts'
import { QUESTION_OPTIONS } from '../init/options.ts'
import { referralText } from '../init/referral-text.ts'
import { outOfScope } from '../init/screening.ts'
import { pageFor } from '../page.ts'
import { notToday, timeIn } from '../read-inputs.ts'
import { DEFAULT_PROTOCOL, HEALTHY_PROTOCOL, readProgramme } from '../read-programme.ts'

/** `itb init`: screens, asks the few things a plan needs, says what it will be, and begins the log. */
export const init: Command = {
  name: 'init',
  summary: 'begin a log: a minute of questions, each of them also a flag',
  options: [...QUESTION_OPTIONS, PROTOCOL, OWN_LOG, DRY_RUN, TODAY],
  examples: [
    [
      'itb init --site outer-knee --pain-since 3w --no-red-flags --in-scope --units km --baseline 40km',
      'a knee that began to hurt three weeks ago',
    ],
    [
      'itb init --site none --no-red-flags --in-scope --units mi --baseline 20mi --dry-run',
      'nothing hurts; only say what the plan would be',
    ],
  ],
  run: async (call) => {
    const said = call.flags.today
    if (said !== undefined && !isCalendarDate(said)) return fail(notToday(said))
    const todayIn = async (zone: string | undefined): Promise<CalendarDate> =>
      said ?? (await timeIn(call.host, zone))?.date ?? call.host.today
    const { file } = logPath(call.host, call.flags.log)
    if (file === '-') return fail(usage('--log - can be read and not written', 'Name a file: --log log.json'))
    if (isThere(file)) return fail(logExists(file))
    const asking = await readProgramme(call.host, call.flags.protocol ?? DEFAULT_PROTOCOL)
    if (!asking.ok) return asking
    const heard = await interview(call, asking.value.referral.says, await todayIn(call.flags.timeZone))
    if (!heard.ok) return heard
    const { told, screening } = heard.value
    const fitting = screening.site === 'none' ? HEALTHY_PROTOCOL : DEFAULT_PROTOCOL
    const protocol = call.flags.protocol ?? fitting
    const programme = await readProgramme(call.host, protocol)
    if (!programme.ok) return programme
    if (told === undefined) return succeed(await refer(call, heard.value, programme.value))
    const place = { file, protocol, today: await todayIn(told.timeZone), programme: programme.value }
    return start(call, { ...heard.value, told }, place)
  },
}

interface Place {
  readonly file: string
  readonly protocol: string
  readonly today: CalendarDate
  readonly programme: Programme
}

type Fit = Interview & { readonly told: NonNullable<Interview['told']> }

async function start(
  call: Call,
  heard: Fit,
  { file, protocol, today, programme }: Place,
): Promise<Result<Answer>> {
  const made = firstLog({ ...heard, protocol, today }, programme)
  if (!made.ok) return made
  const log = made.value
  const page = await pageFor(call, programme, log.runner)
  const { redFlags = [] } = heard.screening
  const { says } = programme.referral
  const settled = pageOf(page)
  const warning =
    redFlags.length === 0
      ? []
      : [
          ...referralText(redFlags, 'red-flag', programme.referral, settled),
          ...paragraph(says['bring'] ?? '', settled),
          '',
        ]
  const remarks = paceAssumed(log, programme).flatMap((text) => paragraph(text, settled))
  return begin(call, { file, log, programme, today, warning, remarks }, page)
}

/** Whom to see, for somebody this programme is not made for; nothing is written and no running planned. */
async function refer(call: Call, { screening }: Interview, programme: Programme): Promise<Answer> {
  const { says } = programme.referral
  const { redFlags = [] } = screening
  const reasons = outOfScope(screening)
  if (call.flags.json === true)
    return answer(renderJson(referralDocument([...redFlags], reasons, says)), { exitCode: 1 })
  const page = pageOf(await pageFor(call, programme, { units: 'km' }))
  const lines = [
    ...(redFlags.length === 0 ? [] : [...referralText(redFlags, 'red-flag', programme.referral, page), '']),
    ...referralText(reasons, 'out-of-scope', programme.referral, page),
  ]
  return answer(`${lines.join('\n')}\nnothing was written\n`, { exitCode: 1 })
}

const referralDocument = (
  redFlags: readonly string[],
  outOfScope: readonly string[],
  says: Readonly<Record<string, string>>,
) => ({
  format: 'itb-referral',
  version: 1,
  redFlags,
  outOfScope,
  advice: [...(redFlags.length > 0 ? [says['red-flag']] : []), says['out-of-scope']],
})
