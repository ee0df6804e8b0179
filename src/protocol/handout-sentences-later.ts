import type { Rule } from '../rules/index.ts'
import type { StageDose } from '../rules/stage-dose.ts'
import { daysText, lengthText, painText, percentText, timeText } from './amounts.ts'

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** What the rules of running again and of strength ask; undefined for a rule of another kind. */
export function buildSentences(rule: Rule): readonly string[] | undefined {
  switch (rule.kind) {
    case 'stage-dose':
      return stageSentences(rule)
    case 'milestones':
      return [
        `${timeText(rule.withoutWalking)} without walking, a run of ${lengthText(rule.firstDistance)}, ` +
          `${percentText(rule.partOfOldWeek)} of the old week.`,
      ]
    case 'weekly-cap':
      return [`At most ${percentText(rule.maxIncrease)} more than the week before.`]
    case 'session-cap':
      return [
        `At most ${percentText(rule.maxIncrease)} longer than the longest run of the last ` +
          `${daysText(rule.window)}; below ${timeText(rule.stepBelow)} it may be ${timeText(rule.step)} ` +
          'longer.',
        `Where pain began in a run, ${percentText(rule.onsetShare)} of the distance to that point, for ` +
          `${daysText(rule.onsetWindow)}.`,
      ]
    case 'build-shape':
      return [
        `${counted(rule.runs, 'run')} a week; one more when a run would pass ${timeText(rule.fourthFrom)}.`,
        `A day between runs through return week ${rule.spacedThrough}.`,
        `The longest run is ${percentText(rule.longShare)} of the week, and is called long where it is ` +
          `${percentText(rule.longFrom)} longer than the others.`,
      ]
    case 'spacing':
      return [
        `${counted(rule.restDays, 'full rest day')} a week, and ${timeText(rule.hardApart)} between hard ` +
          'sessions.',
      ]
    case 'hills':
      return [
        `From return week ${rule.fromReturnWeek} on, after ${daysText(rule.cleanDays)} and ` +
          `${counted(rule.cleanRuns, 'run')} without pain.`,
        `The first ${rule.uphillFirst} times uphill only. The week in which they come in does not grow.`,
      ]
    case 'cycle':
      return [
        `${counted(rule.holdWeeks, 'week')} that hold, then ${counted(rule.progressWeeks, 'week')} that ` +
          `may grow, each by ${percentText(rule.maxIncrease)} at the most.`,
        `At most ${counted(rule.hillSessions, 'hill session')} a cycle, and ` +
          `${counted(rule.hardSessions, 'hard session')} in a week that may grow.`,
      ]
    case 'flare-review':
      return [
        `The ${daysText(rule.lately)} up to a flare are held against the ${daysText(rule.before)} before ` +
          'them. That describes, and decides nothing.',
      ]
    case 'strength-plan':
      return [
        `From day ${rule.fromDay} after the flare ${rule.inRehab} sessions a week, in the return ` +
          `${rule.inReturn}, later ${rule.laterLeast} to ${rule.later}.`,
        `${counted(rule.setsAtFirst, 'set')} of each exercise in the first ${daysText(rule.moreSetsAfter)} ` +
          `from the first session on, then ${rule.setsLater}, with ${timeText(rule.restBetweenSets)} of ` +
          'rest between them.',
        `The next level after the top repetitions ${rule.topsInARow} times in a row without pain, at an ` +
          `effort of ${painText(rule.effort)} at the most.`,
      ]
    default:
      return undefined
  }
}

const andLast = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`

const eachText = (runs: readonly number[]): string =>
  new Set(runs).size === 1 && runs.length > 1 ? `${timeText(runs[0] ?? 0)} each` : andLast(runs.map(timeText))

function stageSentences({ runs, fewer, frames, pickups, ...rule }: StageDose): readonly string[] {
  const most = rule.weekMost === undefined ? '' : `, and ${timeText(rule.weekMost)}`
  return [
    `${counted(runs.length, 'run')} a week with running of ${eachText(runs)}.`,
    ...(fewer === undefined ? [] : [`Where only ${fewer.length} fit: ${eachText(fewer)}.`]),
    ...(frames.length === 0 ? [`Walk for ${timeText(rule.walkFirst)} before each run.`] : []),
    ...frames.map(
      (frame) =>
        `The run of ${timeText(frame.for)}: walk ${timeText(rule.walkFirst)}, then ${frameText(frame)}.`,
    ),
    `At most ${percentText(rule.shareOfPreInjury)} of the week before the injury${most}.`,
    ...(pickups === undefined
      ? []
      : [
          `If every run since the return stayed without pain: up to ${pickups.most} pickups of ` +
            `${timeText(pickups.each)} in one run, on the flat.`,
        ]),
  ]
}

function frameText({ repeats, run, walk, then }: StageDose['frames'][number]): string {
  const more = then === undefined ? '' : `, then run ${timeText(then)}`
  if (walk === 0) return `run ${timeText(repeats * run)}${more}`
  return `${repeats} times ${timeText(run)} of running and ${timeText(walk)} of walking${more}`
}
