import { daysText, percentText, rangeText, timeText } from './amounts.ts'
import { groundsLines, headed, point, wrapped } from './handout-page.ts'
import { iceText, rollerText } from './how-to.ts'
import type { Protocol } from './schema.ts'
import type { CrossTraining, Form, Ice, Rolling, Stretching, WarmUp } from './track.ts'

const sides = (perSide: boolean): string => (perSide ? ' on each side' : '')

type Held = Pick<Stretching['items'][number], 'hold' | 'perSide' | 'perDay'>

const heldText = ({ hold, perSide, perDay }: Held): string =>
  `${rangeText(hold, timeText)}${sides(perSide)}, ${rangeText(perDay)} x a day`

/** Everything beside running and strength. */
export const trackLines = (
  { tracks, exercises }: Pick<Protocol, 'tracks' | 'exercises'>,
  width: number,
): readonly string[] => [
  ...headed('Rolling'),
  ...rollingLines(tracks.rolling, width),
  ...headed('Stretching'),
  ...stretchingLines(tracks.stretching, width),
  ...headed('Warming up'),
  ...warmUpLines(tracks.warmUp, titlesOf([...tracks.rolling.items, ...exercises]), width),
  ...headed('Form'),
  ...formLines(tracks.form, width),
  ...headed('Ice'),
  ...iceLines(tracks.ice, width),
  ...headed('Cross-training'),
  ...crossTrainingLines(tracks.crossTraining, width),
]

const rollingLines = (rolling: Rolling, width: number): readonly string[] => [
  ...wrapped(`Daily in weeks ${rangeText(rolling.weeks)}. ${rollerText(rolling)}`, width),
  ...rolling.rules.flatMap((rule) => point(rule, width)),
  ...groundsLines(rolling, width),
  ...rolling.items.flatMap((item) => [
    '',
    ...wrapped(`${item.title}: ${heldText(item)}`, width),
    ...wrapped(item.place, width, '  '),
    ...item.steps.flatMap((step) => point(step, width)),
    ...groundsLines(item, width),
  ]),
]

const stretchingLines = (stretching: Stretching, width: number): readonly string[] => [
  ...stretching.rules.flatMap((rule) => point(rule, width)),
  ...groundsLines(stretching, width),
  ...stretching.items.flatMap((item) => [
    '',
    ...wrapped(`${item.title}: ${heldText(item)}`, width),
    ...wrapped(`When: ${item.when.map((moment) => moment.replaceAll('-', ' ')).join(', ')}.`, width, '  '),
    ...item.steps.flatMap((step) => point(step, width)),
    ...(item.props === undefined ? [] : wrapped(item.props, width, '  ')),
    ...groundsLines(item, width),
  ]),
  '',
  ...wrapped(stretching.crossBody.says, width),
  ...groundsLines(stretching.crossBody, width),
]

const titlesOf = (items: readonly { readonly id: string; readonly title: string }[]) =>
  new Map(items.map(({ id, title }) => [id, title]))

const namesOf = (ids: readonly string[], titles: ReadonlyMap<string, string>): string =>
  ids.map((id) => titles.get(id) ?? id).join(', ')

const warmUpLines = (
  { items, activation, ...warmUp }: WarmUp,
  titles: ReadonlyMap<string, string>,
  width: number,
): readonly string[] => [
  ...groundsLines(warmUp, width),
  ...items.flatMap((item) => [
    '',
    ...wrapped(
      `${item.title}: ${rangeText(item.reps)} times${sides(item.perSide)}` +
        (item.hold === undefined ? '' : `, held for ${timeText(item.hold)}`),
      width,
    ),
    ...item.steps.flatMap((step) => point(step, width)),
    ...groundsLines(item, width),
  ]),
  '',
  ...wrapped(
    `Before each run: ${namesOf([...activation.rolls, ...activation.exercises], titles)}; ` +
      `${activation.sets} x ${rangeText(activation.reps)}. ${activation.says}`,
    width,
  ),
  ...groundsLines(activation, width),
]

const formLines = ({ cadence, cues, oneCueFor, ...form }: Form, width: number): readonly string[] => [
  ...wrapped(`One cue at a time, each for ${rangeText(oneCueFor, daysText)}.`, width),
  ...groundsLines(form, width),
  '',
  ...wrapped(
    `Cadence: ${percentText(cadence.start)} above your own at first, never more than ` +
      `${percentText(cadence.most)}; towards ${rangeText(cadence.towards)} steps a minute. ` +
      `It feels strange for ${rangeText(cadence.adaptsIn, daysText)}.`,
    width,
  ),
  ...groundsLines(cadence, width),
  ...cues.flatMap((cue) => [
    '',
    ...wrapped(`${cue.title}${cue.enabled ? '' : ' (switched off)'}: ${cue.say}`, width),
    ...(cue.doubtful === undefined ? [] : wrapped(`Doubtful: ${cue.doubtful}`, width, '  ', '    ')),
    ...groundsLines(cue, width),
  ]),
]

const iceLines = (ice: Ice, width: number): readonly string[] => [
  ...wrapped(iceText(ice, true), width),
  ...[...ice.rules, ...ice.notToDo].flatMap((rule) => point(rule, width)),
  ...groundsLines(ice, width),
]

const crossTrainingLines = (
  { activities, perWeek, ...training }: CrossTraining,
  width: number,
): readonly string[] => [
  ...wrapped(
    `At most ${timeText(training.most)} at a time; sessions a week: acute ${perWeek.acute}, ` +
      `rehabilitation ${perWeek.rehab}, return ${perWeek.return}, later ${perWeek.maintain}.`,
    width,
  ),
  ...wrapped(
    `It begins with ${timeText(training.first[0])}, then ${timeText(training.first[1])}, and is ` +
      `${timeText(training.weeklyStep)} longer each week until it makes up for the running that was cut. ` +
      `After a limp it waits for ${daysText(training.afterLimp)} in a row without one.`,
    width,
  ),
  ...training.rules.flatMap((rule) => point(rule, width)),
  ...groundsLines(training, width),
  ...activities.flatMap((activity) => [
    '',
    ...wrapped(`${activity.title}: ${activity.how}`, width),
    ...groundsLines(activity, width),
  ]),
]
