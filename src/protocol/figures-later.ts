import type { Rule } from '../rules/index.ts'
import type { StageDose } from '../rules/stage-dose.ts'
import { daysText, lengthText, painText, percentText, timeText } from './amounts.ts'
import type { Figure } from './figures.ts'

/** The numbers of the rules that shape a week, and of those that stand beside it. */
export function laterFigures(rule: Rule): readonly Figure[] {
  switch (rule.kind) {
    case 'gate':
      return [
        ['logged days without pain', String(rule.painFreeDays)],
        ['exercises without pain within', daysText(rule.exercisesWithin)],
        ['a check-in counts if it is written within', daysText(rule.recall)],
      ]
    case 'stage-dose':
      return stageFigures(rule)
    case 'build-shape':
      return [
        ['runs', String(rule.runs)],
        ['one more if a run would pass', timeText(rule.fourthFrom)],
        ['a day between runs through return week', String(rule.spacedThrough)],
        ['then one more if the others would pass', timeText(rule.moreFrom)],
        ['and at most one in', daysText(rule.moreEvery)],
        ['the long run is of the week', percentText(rule.longShare)],
        ['it is called long from the others on by', percentText(rule.longFrom)],
      ]
    case 'hills':
      return [
        ['from return week', String(rule.fromReturnWeek)],
        ['after clean days', String(rule.cleanDays)],
        ['and clean runs', String(rule.cleanRuns)],
        ['uphill only the first', `${rule.uphillFirst} times`],
      ]
    case 'cycle':
      return [
        ['weeks that hold', String(rule.holdWeeks)],
        ['weeks that may grow', String(rule.progressWeeks)],
        ['growth a week at most', percentText(rule.maxIncrease)],
        ['hill sessions a cycle', String(rule.hillSessions)],
        ['hard sessions a week that may grow', String(rule.hardSessions)],
      ]
    case 'spacing':
      return [
        ['full rest days a week', String(rule.restDays)],
        ['between hard sessions', timeText(rule.hardApart)],
      ]
    case 'strength-plan':
      return [
        ['from day', String(rule.fromDay)],
        ['sessions a week in rehabilitation', String(rule.inRehab)],
        ['in the return', String(rule.inReturn)],
        ['later', `${rule.laterLeast} to ${rule.later}`],
        ['sets at first', String(rule.setsAtFirst)],
        [`sets from ${daysText(rule.moreSetsAfter)} after the first session on`, String(rule.setsLater)],
        ['next level after top repetitions', `${rule.topsInARow} x in a row`],
        ['at an effort of at most', painText(rule.effort)],
        ['exercises that make a session', String(rule.doneFrom)],
        ['rest between sets', timeText(rule.restBetweenSets)],
      ]
    case 'referral':
      return [
        ['advice without improvement from day', String(rule.adviceDay)],
        ['to be acknowledged from day', String(rule.bannerDay)],
        ['improvement is a fall of pain by', String(rule.improvement)],
        ['strength sessions done at least', percentText(rule.adherence)],
        ['steps back', `${rule.steps} within ${daysText(rule.stepsWithin)}`],
        ['acute phases', `${rule.acutePhases} within ${daysText(rule.acuteWithin)}`],
        ['weeks held for pain in a row', String(rule.stuckAfter)],
        ['weeks in a row with pain at one other place', String(rule.elsewhereWeeks)],
        ['the warning signs are asked every', daysText(rule.signsEvery)],
      ]
    case 'soft-signals':
      return [
        ['sleep under', timeText(rule.sleep)],
        ['mood of at most', String(rule.mood)],
        ['over', daysText(rule.window)],
      ]
    case 'easy-pace':
      return [['easy runs of', daysText(rule.window)]]
    case 'milestones':
      return [
        ['without walking', timeText(rule.withoutWalking)],
        ['first run of', lengthText(rule.firstDistance)],
        ['of the old week', percentText(rule.partOfOldWeek)],
      ]
    case 'flare-review':
      return [
        ['up to the flare', daysText(rule.lately)],
        ['against those before', daysText(rule.before)],
        ['weeks with anything logged at least', `${rule.leastLately} and ${rule.leastBefore}`],
        ['a change of an amount', percentText(rule.amountChange)],
        ['of a part of the distance', percentText(rule.partChange)],
        ['of cadence and pace', percentText(rule.manner)],
        ['of sleep', timeText(rule.sleepChange)],
        ['a gap between runs from', daysText(rule.gap)],
      ]
    default:
      return []
  }
}

const pickupFigure = ({ most, each }: NonNullable<StageDose['pickups']>): Figure => [
  'pickups at most',
  `${most} x ${timeText(each)}`,
]

function stageFigures({ runs, fewer, frames, pickups, ...rule }: StageDose): Figure[] {
  return [
    ['runs', runs.map(timeText).join(', ')],
    ...(fewer === undefined ? [] : [['where fewer fit', fewer.map(timeText).join(', ')] as const]),
    ...(rule.weekMost === undefined ? [] : [['a week at most', timeText(rule.weekMost)] as const]),
    ['of the week before the injury at most', percentText(rule.shareOfPreInjury)],
    ['walking first', timeText(rule.walkFirst)],
    ...frames.map(
      (frame): Figure => [
        `a run of ${timeText(frame.for)}`,
        `${frame.repeats} x (${timeText(frame.run)} running, ${timeText(frame.walk)} walking)` +
          (frame.then === undefined ? '' : ` and ${timeText(frame.then)} running`),
      ],
    ),
    ...(pickups === undefined ? [] : [pickupFigure(pickups)]),
  ]
}
