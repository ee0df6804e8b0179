import * as z from 'zod'
import { count, days, distance, duration, grounds, Id, share } from '../base/quantity.ts'
import { range, Words } from './exercise.ts'

const item = {
  id: Id.describe('Name of the item, as the log writes it'),
  title: Words.describe('Name of the item for people'),
}
const rules = z.array(Words).min(1).describe('What holds for every item of the track')
const steps = z.array(Words).min(1).describe('How it is done, step by step')
const perSide = z.boolean().describe('Whether it is done on both sides')
const perDay = range(count(1, 3)).describe('How often a day, at least and at most')

/** Foam rolling of the muscles that pull on the band, never of the sore place itself. */
export const Rolling = z.strictObject({
  weeks: range(count(1, 12)).describe('First and last week in which it is planned daily'),
  keepAway: distance('10 cm', '30 cm').describe('How far above the knee joint the roller stays'),
  pause: range(duration('5 s', '40 s')).describe('How long the roller rests on a tender spot'),
  rules,
  items: z
    .array(
      z.strictObject({
        ...item,
        place: Words.describe('Where the roller goes'),
        steps,
        hold: range(duration('30 s', '2 min')).describe('Time on one side'),
        perSide,
        perDay,
        ...grounds,
      }),
    )
    .min(1),
  ...grounds,
})
export type Rolling = z.infer<typeof Rolling>

/** The moments a stretch can belong to. */
export const MOMENTS = ['any-time', 'after-rolling', 'strength-days', 'before-sleep'] as const

/** Stretches of the hip, not of the band, which hardly gives. */
export const Stretching = z.strictObject({
  rules,
  items: z
    .array(
      z.strictObject({
        ...item,
        target: z.array(Words).min(1).describe('The muscles it stretches'),
        steps,
        hold: range(duration('15 s', '2 min')).describe('Time on one side'),
        perSide,
        perDay,
        when: z.array(z.enum(MOMENTS)).min(1).describe('The moments it suits'),
        props: Words.optional().describe('What to put under or hold on to'),
        ...grounds,
      }),
    )
    .min(1),
  crossBody: z.strictObject({ says: Words.describe('What to think of the cross-body stretch'), ...grounds }),
  ...grounds,
})
export type Stretching = z.infer<typeof Stretching>

/** What precedes a run: loose movements, then one easy set that must not tire the hip. */
export const WarmUp = z.strictObject({
  items: z
    .array(
      z.strictObject({
        ...item,
        steps,
        reps: range(count(3, 20)).describe('Fewest and most repetitions on one side'),
        hold: duration('1 s', '30 s')
          .optional()
          .describe('How long each one is held; absent means not at all'),
        perSide,
        ...grounds,
      }),
    )
    .min(1),
  activation: z.strictObject({
    rolls: z.array(Id).describe('Rolling items that come first'),
    exercises: z.array(Id).min(1).describe('Exercises done before each return run'),
    sets: count(0, 1).describe('Sets of each; 0 leaves the activation out'),
    reps: range(count(5, 15)).describe('Repetitions on one side, fewer than in a strength session'),
    says: Words.describe('How easy it has to feel'),
    ...grounds,
  }),
  ...grounds,
})
export type WarmUp = z.infer<typeof WarmUp>

/** A short sentence to run by; `doubtful` says why it is switched off, or ought to be. */
export const Cue = z.strictObject({
  ...item,
  say: Words.describe('The words to keep in mind while running'),
  enabled: z.boolean().describe('Whether it is ever planned'),
  cadence: z.boolean().default(false).describe('Whether the target of `cadence` is told with it'),
  doubtful: Words.optional().describe('What speaks against it; absent means nothing known does'),
  ...grounds,
})
export type Cue = z.infer<typeof Cue>

/** Changes of running form, one at a time and never far from the runner's own way. */
export const Form = z.strictObject({
  cadence: z
    .strictObject({
      start: share('1%', '10%').describe("First rise over the runner's own cadence"),
      most: share('5%', '10%').describe('Highest rise over it, whatever the target says'),
      towards: range(count(160, 190)).describe('Steps a minute, shown only where `most` allows them'),
      adaptsIn: range(days('7 d', '42 d')).describe('How long a new cadence feels strange'),
      ...grounds,
    })
    .refine((cadence) => cadence.start <= cadence.most, {
      path: ['start'],
      message: 'expected a first rise that is not above the highest one',
      params: { problem: 'wrong-order' },
    }),
  oneCueFor: range(days('7 d', '42 d')).describe('How long one cue is kept before the next'),
  cues: z.array(Cue).min(1),
  ...grounds,
})
export type Form = z.infer<typeof Form>

/** Cooling of the sore place, for comfort. */
export const Ice = z.strictObject({
  for: range(duration('5 min', '20 min')).describe('How long at a time, after any activity'),
  first: duration('24 h', '72 h').describe('How long after a flare it helps most; later only after activity'),
  cloth: z.literal(true).describe('Always with a cloth between ice and skin'),
  noHeatFor: duration('72 h', '168 h').describe('How long after a flare no heat is used'),
  rules,
  notToDo: z.array(Words).min(1).describe('What to leave alone while the knee is sore'),
  ...grounds,
})
export type Ice = z.infer<typeof Ice>

/** What keeps a runner fit while running is cut; whatever hurts the outer knee is dropped. */
export const CrossTraining = z.strictObject({
  activities: z
    .array(
      z.strictObject({
        ...item,
        how: Words.describe('How it is done so that the knee stays calm'),
        ...grounds,
      }),
    )
    .min(1),
  most: duration('10 min', '90 min').describe('Longest session'),
  first: range(duration('10 min', '20 min')).describe('The very first session, and the others of its week'),
  weeklyStep: duration('5 min', '15 min').describe('How much longer a session may be in each week after it'),
  afterLimp: days('1 d', '14 d').describe('Days stated without a limp, in a row, before it begins'),
  perWeek: z
    .strictObject({
      acute: count(0, 6),
      rehab: count(0, 6),
      return: count(0, 4),
      maintain: count(0, 3).default(0),
    })
    .describe('Most sessions a week in each phase'),
  rules,
  ...grounds,
})
export type CrossTraining = z.infer<typeof CrossTraining>

/** What goes on beside running, apart from strength. */
export const Tracks = z.strictObject({
  rolling: Rolling,
  stretching: Stretching,
  warmUp: WarmUp,
  form: Form,
  ice: Ice,
  crossTraining: CrossTraining,
})
export type Tracks = z.infer<typeof Tracks>
