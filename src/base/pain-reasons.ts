/**
 * How much a reason weighs and what a runner calls it. A number is said with the rule that has it, and not
 * here: a protocol may set another one.
 */
const REASONS: Readonly<Record<string, readonly [weight: number, words: string]>> = {
  'second-swelling': [9, 'the knee swelled a second time'],
  'red-flag': [9, 'a warning sign'],
  limp: [7, 'a limp'],
  swelling: [7, 'a swollen knee'],
  'severe-peak': [7, 'a high score'],
  'first-mile': [7, 'it began in the first mile'],
  'lasting-day': [7, 'it was still there a day later'],
  'morning-severe': [7, 'much worse on the morning after a run'],
  'daily-severe': [7, 'in daily life'],
  again: [7, 'moderate pain again so soon'],
  'daily-repeated': [6, 'in daily life, and not for the first time'],
  flare: [6, 'a flare'],
  'moderate-peak': [4, 'a middling score'],
  worsened: [4, 'it grew while running'],
  'worsened-unsaid': [4, 'not said whether it grew: taken as grown'],
  lasting: [4, 'it lasted too long afterwards'],
  'lasting-unsaid': [4, 'not said how long it lasted: taken as too long'],
  'morning-moderate': [4, 'worse on the morning after a run'],
  'strength-pain': [4, 'in a strength exercise'],
  'cross-training-pain': [4, 'in cross-training'],
  'daily-mild': [3, 'a little in daily life'],
  mild: [2, 'in a run or after it'],
  'morning-mild': [2, 'a little on the morning after a run'],
  'strength-severe': [7, 'a high score in a strength exercise'],
  painkiller: [1, 'a painkiller was taken'],
  'bone-worsened': [9, 'pain near a bone that grew while running'],
  'bone-at-rest': [9, 'pain near a bone at rest or at night'],
  'limp-elsewhere': [7, 'a limp from another place'],
  'swelling-elsewhere': [7, 'another place is swollen'],
  'severe-elsewhere': [7, 'severe pain in another place'],
  'moderate-elsewhere': [4, 'moderate pain in another place'],
  elsewhere: [2, 'pain in another place'],
}

const codeOf = (reason: string): string => reason.replaceAll(' ', '-')

/** The reasons that weigh most, as a runner would say them; what is milder adds nothing beside them. */
export function reasonsText(reasons: readonly string[]): string {
  const known = reasons.map(
    (reason) => REASONS[codeOf(reason)] ?? ([0, reason.replaceAll('-', ' ')] as const),
  )
  const most = Math.max(...known.map(([weight]) => weight))
  return known.flatMap(([weight, words]) => (weight === most ? [words] : [])).join(', ')
}

const OF_A_RUN = [
  'severe-peak',
  'first-mile',
  'lasting-day',
  'flare',
  'moderate-peak',
  'worsened',
  'worsened-unsaid',
  'lasting',
  'lasting-unsaid',
]

/** True where a reason can only come of a run, during which one may still be out. */
export const isOfRun = (reasons: readonly string[]): boolean =>
  reasons.some((reason) => OF_A_RUN.includes(codeOf(reason)))
