import type { Rule } from '../rules/index.ts'
import { daysText, lengthText, painText, percentText, timeText } from './amounts.ts'
import { figuresOf } from './figures.ts'
import { buildSentences } from './handout-sentences-later.ts'

/** What a rule asks of a runner; what only the reckoning needs stays in the full text. */
export function sentencesOf(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'pain-grade':
      return [
        `Mild: ${painText(rule.mildPeak)} at the most, no worse towards the end, gone within ` +
          `${timeText(rule.settledWithin)}, the next morning at most ${rule.morningMild} above the score ` +
          'before the run.',
        'Moderate: whatever lies between, pain that grew, and pain in the first ' +
          `${lengthText(rule.firstMile)}.`,
        `Severe: ${painText(rule.severePeak)} or more; longer than ${timeText(rule.lastsTooLong)}; a ` +
          `morning ${rule.morningSevere} or more above; a limp or swelling; outside the stages also ` +
          `${painText(rule.firstMileSevere)} in the first ${lengthText(rule.firstMile)}.`,
        'In daily life any pain is moderate while you run; ' +
          `${painText(rule.dailySevere)} or more, or pain on ${daysText(rule.dailyDays)} within ` +
          `${daysText(rule.dailyWithin)}, is severe.`,
        'In a strength exercise any pain is moderate while you run, and severe from ' +
          `${painText(rule.exerciseSevere)} ` +
          `on; in other training pain from ${painText(rule.crossTrainingModerate)} on is moderate.`,
        'Pain that was felt on a painkiller counts as one grade worse.',
        'At another place the same numbers hold. In hip, groin, shin or foot pain that grew while ' +
          'running, or ' +
          'that is there at rest or at night, has to be looked at before you run.',
        `Moderate pain again within ${daysText(rule.repeatWithin)} counts as severe.`,
      ]
    case 'pain-response':
      return [
        'Mild: the week is held, and one thing about it changes.',
        `Moderate: one step back, which undoes a growth of ${percentText(rule.stepBack)}, and ` +
          `${daysText(rule.runFreeAfterStep)} without a run.`,
        `Severe: running is cut down, or ends with at least ${daysText(rule.runFreeAfterBreak)} without ` +
          'a run.',
        'Severe pain at another place: no run that week and in the ' +
          `${rule.pauseWeeks === 1 ? 'next one' : `next ${rule.pauseWeeks}`}, and none until ` +
          `${rule.pauseQuiet} check-ins in a row say that nothing hurts.`,
        `Runs on a painkiller in two weeks within ${daysText(rule.painkillerWithin)}: ` +
          'no run until a day without one.',
        `No hills and no pickups for ${daysText(rule.closesIntensity)} after pain.`,
      ]
    case 'acute':
      return [
        `Of the running ${percentText(rule.mild.keep)} stays where the pain reached ` +
          `${painText(rule.mild.peak)} at the most, ${percentText(rule.strong.keep)} from ` +
          `${painText(rule.strong.peak)} on, else ${percentText(rule.keep)}.`,
        `This lasts at least ${daysText(rule.reducedFor)}.`,
        `Where running has to stop, rehabilitation begins after ${daysText(rule.rehabAfter)}.`,
        `No run before ${daysText(rule.firstBreak)} have passed since the first break of a flare, and ` +
          `${daysText(rule.repeatBreak)} since a further one.`,
      ]
    case 'gate':
      return [
        `${daysText(rule.painFreeDays)} in a row noted as free of pain in daily life. A day noted more ` +
          `than ${daysText(rule.recall)} late does not count.`,
        `Every strength exercise done without pain within ${daysText(rule.exercisesWithin)}.`,
        'No swelling and no warning sign.',
        'The days since the break are over, and nothing was run in them.',
      ]
    case 'layoff':
      return [
        ...[rule.short, rule.medium, rule.long].map(
          ({ from, keep }) => `After ${daysText(from)}: ${percentText(keep)} of it.`,
        ),
        `After ${daysText(rule.gateFrom)}, in the stages after ${daysText(rule.earlyGateFrom)}, the way ` +
          'back begins at the gate again.',
      ]
    case 'referral':
      return [
        `No improvement by day ${rule.adviceDay}: let it be looked at. From day ${rule.bannerDay} on the ` +
          'plan waits until you have confirmed that you read this.',
        `An improvement is pain that has fallen by ${rule.improvement} points.`,
        `${rule.steps} steps back within ${daysText(rule.stepsWithin)}, ${rule.acutePhases} acute phases ` +
          `within ${daysText(rule.acuteWithin)}, or ${rule.stuckAfter} weeks held for pain in a row are ` +
          'reasons too.',
      ]
    case 'soft-signals':
    case 'statement':
    case 'pre-injury-cap':
    case 'easy-pace':
      // Why it is so says all that a runner needs of these.
      return []
    default:
      return buildSentences(rule) ?? figuresOf(rule).map(([label, value]) => `${label}: ${value}`)
  }
}
