import type { CalendarDate } from '../../base/calendar.ts'
import { distanceMeant } from '../../base/amount-input.ts'
import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import { usage, type Call } from '../command.ts'
import { canAsk } from '../host.ts'
import { renderRemark } from '../../render/problems.ts'
import { baselineTold, type BaselineTold } from './baseline-wanted.ts'
import { byFlags, byQuestions, type Interviewer } from './answers.ts'
import type { Says } from './list-questions.ts'
import { runnerTold, type Told } from './runner-questions.ts'
import { outOfScope, screen, type Screening } from './screening.ts'

/** What the runner said; nothing is told of the running of somebody who is not to be planned for. */
export interface Interview {
  readonly screening: Screening
  readonly told: Told | undefined
  /** How far into a run the pain came, in metres; undefined where nobody said. */
  readonly onset: number | undefined
  /** Empty where nothing was said of it. */
  readonly baseline: BaselineTold
}

/** Screens, then asks what a plan needs; what is wrong with the flags is told before anything is asked. */
export async function interview(call: Call, says: Says, today: CalendarDate): Promise<Result<Interview>> {
  const isAsking = canAsk(call.host, call.flags)
  const contrary = contradictions(call)
  if (contrary.length > 0) return fail(...contrary)
  const said = await both(call, says, today, byFlags(call))
  if (!said.ok || !isAsking) return said
  call.host.stderr.write(`${renderRemark(INTRODUCTION, call.host.stderr.columns)}\n`)
  return both(call, says, today, byQuestions(call))
}

const INTRODUCTION =
  'A minute of questions. Enter leaves open what can be left open, Ctrl-C ends here and writes nothing.'

async function both(
  call: Call,
  says: Says,
  today: CalendarDate,
  find: Interviewer,
): Promise<Result<Interview>> {
  const screening = await screen(call.flags, today, says, find)
  if (screening.ok && outOfScope(screening.value).length > 0)
    return succeed({ screening: screening.value, told: undefined, onset: undefined, baseline: {} })
  // At a terminal nobody goes on after a question that had to be answered; flags are all looked at.
  if (!screening.ok && canAsk(call.host, call.flags)) return screening
  const hurts = !screening.ok || screening.value.site !== 'none'
  const told = await runnerTold(call, hurts, find)
  const onset = onsetMeant(call, told.ok ? told.value : {})
  const baseline = await baselineTold(call.flags, hurts, find)
  if (screening.ok && told.ok && onset.ok && baseline.ok)
    return succeed({
      screening: screening.value,
      told: told.value,
      onset: onset.value,
      baseline: baseline.value,
    })
  return fail(...[screening, told, onset, baseline].flatMap((each) => (each.ok ? [] : each.problems)))
}

/** Flags about a pain that another flag says there is not. */
function contradictions({ flags }: Call): readonly Problem[] {
  if (flags.site !== 'none') return []
  const said = [
    ['--pain-since', flags.painSince],
    ['--pain', flags.pain],
    ['--onset', flags.onset],
    ['--aggravated-by', flags.aggravatedBy],
    ['--knee-tracking', flags.kneeTracking],
    ['--limp', flags.limp === true ? flags.limp : undefined],
  ].flatMap(([flag, value]) => (value === undefined ? [] : [String(flag)]))
  return said.map((flag) =>
    usage(`${flag} tells of a pain, and --site none that there is none`, 'Leave one of the two out.'),
  )
}

function onsetMeant({ flags }: Call, { units }: Told): Result<number | undefined> {
  return flags.onset === undefined ? succeed(undefined) : distanceMeant(flags.onset, units ?? 'km', '--onset')
}
