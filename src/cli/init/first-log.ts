import type { CalendarDate } from '../../base/calendar.ts'
import { durationText, paceText } from '../../base/amount-text.ts'
import { pace } from '../../base/units.ts'
import { fail, succeed, type Problem, type Result } from '../../base/problem.ts'
import { identify } from '../../log/ids.ts'
import type { Entry, Log, Runner } from '../../log/schema.ts'
import type { Programme } from '../../protocol/programme.ts'
import { atPace, isTooSmall, paceOr } from '../../rules/pre-injury-cap.ts'
import type { BaselineTold } from './baseline-wanted.ts'
import type { Told } from './runner-questions.ts'
import type { Screening } from './screening.ts'

/** What a log begins with, beside who runs. */
export interface Begun {
  readonly protocol: string
  readonly told: Told
  readonly screening: Screening
  readonly today: CalendarDate
  /** How far the pain came on into a run, in metres; undefined where nobody said. */
  readonly onset: number | undefined
  readonly baseline: BaselineTold
}

/** The first log: who runs, since when it hurts, and that the red flags were asked. */
export function firstLog(
  { protocol, told, screening, today, onset, baseline }: Begun,
  programme: Programme,
): Result<Log> {
  const { units, baselineWeeklyDistanceMeters, ...rest } = told
  if (units === undefined || baselineWeeklyDistanceMeters === undefined) {
    throw new Error('the questions end without an answer that is needed')
  }
  const side = screening.side
  const runner: Runner = {
    protocol,
    units,
    weekStart: 'monday',
    ...rest,
    ...(side !== undefined && { side }),
    baselineWeeklyDistanceMeters,
  }
  const entries = [
    ...flareOf(screening, today, onset),
    checkInOf(screening, today),
    ...baselineOf(screening, baseline, today, onset),
  ]
  const bare: Log = { format: 'itb-log', version: 1, runner, entries }
  const log = { ...bare, entries: identify(bare) }
  const tooSmall = smallness(runner, programme)
  return tooSmall === undefined ? succeed(log) : fail(tooSmall)
}

function flareOf(
  { site, side, since, during, limp }: Screening,
  today: CalendarDate,
  onset?: number,
): Entry[] {
  if (site !== 'outer-knee' || since === undefined) return []
  return [
    {
      type: 'flare',
      // The machine that was asked may be a day ahead of home.
      date: since > today ? today : since,
      logged: today,
      pain: {
        site,
        ...(side !== undefined && { side }),
        ...(during !== undefined && { during }),
        ...(onset !== undefined && { onsetMeters: onset }),
      },
      ...(limp !== undefined && { limp }),
    },
  ]
}

/** Taken only where something was said that the flare does not hold. */
const baselineOf = ({ site }: Screening, told: BaselineTold, today: CalendarDate, onset?: number): Entry[] =>
  site !== 'outer-knee' || Object.keys(told).length === 0
    ? []
    : [
        {
          type: 'baseline',
          date: today,
          logged: today,
          site,
          ...(onset !== undefined && { onsetMeters: onset }),
          ...told,
        },
      ]

const checkInOf = ({ redFlags = [] }: Screening, today: CalendarDate): Entry => ({
  type: 'day',
  date: today,
  logged: today,
  redFlags: [...redFlags],
})

/** Minutes shared out over a return must be there in the first place. */
function smallness(runner: Runner, { preInjury }: Programme): Problem | undefined {
  const told = runner.easyPaceSecondsPerKm
  const used = paceOr(preInjury, undefined, told === undefined ? undefined : pace(told))
  const week = atPace(runner.baselineWeeklyDistanceMeters, used)
  if (!isTooSmall(preInjury, week)) return undefined
  return {
    code: 'too-little-running',
    message: asMessage(
      (preInjury.says['too-small'] ?? '').replace('{leastSeconds}', durationText(preInjury.least)),
    ),
    hint: 'Walk and strengthen until you run more than that again, or correct --baseline and --pace.',
  }
}

/** The pace that is taken where the runner told none; empty where they did. */
export function paceAssumed({ runner }: Log, { preInjury }: Programme): readonly string[] {
  if (runner.easyPaceSecondsPerKm !== undefined) return []
  const taken = paceText(paceOr(preInjury, undefined, undefined), runner.units)
  return [(preInjury.says['pace'] ?? '').replace('{paceSecondsPerKm}', taken)]
}

/** A sentence of a protocol the way problems are told. */
const asMessage = (sentence: string): string =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '')
