import type { Cited } from '../base/cited.ts'
import { lengthText, rangeText, timeText } from './amounts.ts'
import type { Equipment, Exercise, Level } from './exercise.ts'
import type { Programme } from './programme.ts'
import type { Ice, Rolling, Tracks } from './track.ts'

/** How one exercise, roll, stretch or activity is done; null where there is nothing to say. */
export interface HowTo {
  readonly id: string
  readonly title: string
  /** How often, where no session says it. */
  readonly dose: string | null
  /** The position, or the place the roller goes. */
  readonly setUp: string | null
  readonly steps: readonly string[]
  readonly tempo: string | null
  /** Which side begins; null where it does not matter. */
  readonly first: string | null
  /** What is different on the level the runner stands on. */
  readonly level: string | null
  readonly props: string | null
  readonly commonError: string | null
  /** What to do without equipment the runner has not said to have. */
  readonly without: string | null
  readonly source: readonly Cited[]
}

/** What of a day is explained together, and what holds for all of it. */
export interface HowBlock {
  readonly kind: 'roll' | 'stretch' | 'warm-up' | 'strength' | 'cross-training' | 'before-sleep'
  readonly says: readonly string[]
  /** What the block as a whole rests on; its items have sources of their own. */
  readonly source: readonly Cited[]
  readonly items: readonly HowTo[]
}

const NOTHING = {
  dose: null,
  setUp: null,
  tempo: null,
  first: null,
  level: null,
  props: null,
  commonError: null,
  without: null,
} as const

/** Where the roller stays away from, and how long it rests. */
export const rollerText = ({ keepAway, pause }: Rolling): string =>
  `The roller stays ${lengthText(keepAway)} away from the knee and rests ` +
  `${rangeText(pause, timeText)} on a tender spot.`

/** How long ice is used and with what between; of the first days also until when heat is not. */
export const iceText = (ice: Ice, isFresh: boolean): string =>
  `${rangeText(ice.for, timeText)} at a time, always with a cloth between` +
  (isFresh ? `, above all in the first ${timeText(ice.first)}. No heat for ${timeText(ice.noHeatFor)}.` : '.')

/** How slowly an exercise is done and which side begins; nothing where neither matters. */
export const tempoParts = ({
  hold,
  lower,
  weakerSideFirst,
}: Pick<Exercise, 'hold' | 'lower' | 'weakerSideFirst'>): readonly string[] => [
  ...(hold === undefined ? [] : [`held for ${timeText(hold)}`]),
  ...(lower === undefined ? [] : [`${timeText(lower)} on the way back`]),
  ...(weakerSideFirst ? ['the weaker side first'] : []),
]

/** A level with its weight or height in brackets: `light-weight (0.5 kg)`, and what else belongs there. */
export function levelName({ id, load, height }: Level, more: readonly string[] = []): string {
  const extras = [
    ...(load === undefined ? [] : [`${load} kg`]),
    ...(height === undefined ? [] : [rangeText(height, lengthText)]),
    ...more,
  ]
  return `${id}${extras.length === 0 ? '' : ` (${extras.join(', ')})`}`
}

/** The rolls and stretches of a day in the words of its track; a kind without any is left out. */
export function mobilityHow({ rolling, stretching }: Tracks, ids: readonly string[]): readonly HowBlock[] {
  const rolls = rolling.items.filter(({ id }) => ids.includes(id))
  const stretches = stretching.items
    .filter(({ id, when }) => ids.includes(id) && !isForSleep(when))
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  const blocks: readonly HowBlock[] = [
    {
      kind: 'roll',
      says: [rollerText(rolling), ...rolling.rules],
      source: rolling.source,
      items: rolls.map(({ id, title, place, steps, source }) => ({
        ...{ ...NOTHING, id, title, steps, source },
        setUp: place,
      })),
    },
    {
      kind: 'stretch',
      says: stretching.rules,
      source: stretching.source,
      items: stretches.map(stretchHow),
    },
  ]
  return blocks.filter(({ items }) => items.length > 0)
}

type Stretch = Tracks['stretching']['items'][number]

const isForSleep = (when: Stretch['when']): boolean => when.includes('before-sleep')

const stretchHow = ({ id, title, steps, props, source }: Stretch): HowTo => ({
  ...NOTHING,
  id,
  title,
  steps,
  source,
  props: props ?? null,
})

/** The stretches that end the day; none where the day has none of them. */
export function sleepHow({ stretching }: Tracks, ids: readonly string[]): readonly HowBlock[] {
  const items = stretching.items.filter(({ id, when }) => ids.includes(id) && isForSleep(when))
  return items.length === 0
    ? []
    : [{ kind: 'before-sleep', says: [], source: [], items: items.map(stretchHow) }]
}

/** The loose movements before a run, and how easy the set after them has to feel where there is one. */
export const warmUpHow = ({ warmUp: { items, activation, source } }: Tracks, hasSet: boolean): HowBlock => ({
  kind: 'warm-up',
  source: hasSet ? [...source, ...activation.source] : source,
  says: !hasSet ? [] : [`The easy set after them: ${activation.says}`],
  items: items.map(({ id, title, steps, reps, perSide, hold, source: own }) => ({
    ...NOTHING,
    id,
    title,
    steps,
    source: own,
    dose: `${rangeText(reps)} times${perSide ? ' on each side' : ''}`,
    tempo: hold === undefined ? null : `held for ${timeText(hold)}`,
  })),
})

/** An exercise at a level; equipment nobody named counts as not there, and its way around is told. */
export function strengthHow(
  exercise: Exercise,
  levelId: string | null,
  equipment: readonly string[] | undefined,
): HowTo {
  const { id, title, setUp, steps, commonError, source } = exercise
  const place = exercise.levels.findIndex((each) => each.id === levelId)
  const level = exercise.levels[place]
  // Of a runner who named their equipment it is known that the next level cannot be done either.
  const next = equipment === undefined || level === undefined ? undefined : exercise.levels[place + 1]
  const needs: readonly Equipment[] = [...exercise.needs, ...(level?.needs ?? []), ...(next?.needs ?? [])]
  const isLacking = needs.some((each) => equipment?.includes(each) !== true)
  const tempo = tempoParts(exercise).join(', ')
  return {
    ...NOTHING,
    id,
    title,
    setUp,
    steps,
    source,
    commonError,
    tempo: tempo === '' ? null : tempo,
    first: exercise.weakerSideFirst ? 'weaker side first' : null,
    level: level === undefined ? null : `${levelName(level)}: ${level.does}`,
    without: isLacking ? (exercise.without ?? null) : null,
  }
}

/** What raises the level of an exercise, and that nobody's level rises unsaid. */
export const levelText = ({ topsInARow, effort }: Programme['strength']): string =>
  `An exercise goes up a level after ${topsInARow} sessions in a row with all its repetitions, an effort ` +
  `of at most ${effort} and no pain. Only what was logged counts (itb log strength --sets --effort).`

/** The activities to choose from, by their titles. */
export const crossTrainingHow = ({ crossTraining }: Tracks, titles: readonly string[]): HowBlock => ({
  kind: 'cross-training',
  says: crossTraining.rules,
  source: crossTraining.source,
  items: crossTraining.activities
    .filter(({ title }) => titles.includes(title))
    .map(({ id, title, how, source }) => ({ ...NOTHING, id, title, source, steps: [how] })),
})
