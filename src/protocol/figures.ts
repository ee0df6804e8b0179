import type { Rule } from '../rules/index.ts'
import { daysText, lengthText, painText, paceText, percentText, timeText } from './amounts.ts'
import { laterFigures } from './figures-later.ts'

/** What a number means, and the number. */
export type Figure = readonly [label: string, value: string]

/** The numbers of a rule in words, each with its unit. */
export function figuresOf(rule: Rule): readonly Figure[] {
  switch (rule.kind) {
    case 'pain-grade':
      return [
        ['mild up to', painText(rule.mildPeak)],
        ['severe from', painText(rule.severePeak)],
        ['gone within', timeText(rule.settledWithin)],
        ['severe if it lasts longer than', timeText(rule.lastsTooLong)],
        ['first mile', lengthText(rule.firstMile)],
        ['severe within the first mile from', painText(rule.firstMileSevere)],
        ['mild next morning up to', `${rule.morningMild} more`],
        ['severe next morning from', `${rule.morningSevere} more`],
        ['moderate in cross-training from', painText(rule.crossTrainingModerate)],
        ['severe in an exercise from', painText(rule.exerciseSevere)],
        ['a red flag where pain near a bone grew, from', painText(rule.boneSevere)],
        ['severe in daily life from', painText(rule.dailySevere)],
        ['severe in daily life on', `${daysText(rule.dailyDays)} within ${daysText(rule.dailyWithin)}`],
        ['severe if moderate pain comes again within', daysText(rule.repeatWithin)],
      ]
    case 'pain-response':
      return [
        ['one step back undoes', percentText(rule.stepBack)],
        ['no run after a step back for', daysText(rule.runFreeAfterStep)],
        ['no run after a break for', daysText(rule.runFreeAfterBreak)],
        ['weeks without runs after severe pain elsewhere', String(rule.pauseWeeks)],
        ['check-ins in a row without pain that end it', String(rule.pauseQuiet)],
        ['no run where a second week on painkillers comes within', daysText(rule.painkillerWithin)],
        ['a trace that is tolerated is gone within', timeText(rule.toleratedWithin)],
        ['and lets a week grow by', percentText(rule.toleratedGrowth)],
        ['no hills and pickups after pain for', daysText(rule.closesIntensity)],
      ]
    case 'weekly-cap':
      return [
        ['growth a week at most', percentText(rule.maxIncrease)],
        ['complete if the plan is no more above it than', percentText(rule.completeWithin)],
        ['too much beyond the plan from', percentText(rule.overshoot)],
        ['rounding', timeText(rule.guard)],
        ['weeks logged until the log is trusted', String(rule.trustedAfter)],
        ['until then of the declared week', percentText(rule.untrustedShare)],
      ]
    case 'session-cap':
      return [
        ['longer than the longest run by', percentText(rule.maxIncrease)],
        ['or, below', `${timeText(rule.stepBelow)}, by ${timeText(rule.step)}`],
        ['the longest run of', daysText(rule.window)],
        ['of the distance at which pain began', percentText(rule.onsetShare)],
        ['pain of the last', daysText(rule.onsetWindow)],
        ['without a run to go by', timeText(rule.without)],
        ['for a healthy runner', timeText(rule.withoutInBase)],
        ['a run without scores is trusted after', daysText(rule.unscoredAfter)],
        ['one outing if the starts are within', timeText(rule.togetherWithin)],
        ['shortest run', timeText(rule.shortest)],
      ]
    case 'layoff':
      return [
        ...[rule.short, rule.medium, rule.long].map(
          ({ from, keep }): Figure => [`after ${daysText(from)}`, percentText(keep)],
        ),
        ['through the gate after', daysText(rule.gateFrom)],
        ['in the return stages after', daysText(rule.earlyGateFrom)],
        [`return weeks forgotten after ${daysText(rule.forgetsFrom)}`, String(rule.forgetsWeeks)],
      ]
    case 'acute':
      return [
        ['kept', percentText(rule.keep)],
        [`kept up to ${painText(rule.mild.peak)}`, percentText(rule.mild.keep)],
        [`kept from ${painText(rule.strong.peak)}`, percentText(rule.strong.keep)],
        ['reduced for at least', daysText(rule.reducedFor)],
        ['rehabilitation after', daysText(rule.rehabAfter)],
        ['no return after the first break for', daysText(rule.firstBreak)],
        ['no return after a further one for', daysText(rule.repeatBreak)],
      ]
    case 'pre-injury-cap':
      return [
        ['weeks before the flare', String(rule.weeks)],
        ['of which are logged at least', String(rule.logged)],
        ['least running in a week', timeText(rule.least)],
        ['pace where none is known', paceText(rule.assumedPace)],
      ]
    default:
      return laterFigures(rule)
  }
}
