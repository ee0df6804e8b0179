import * as z from 'zod'
import { count, distance, duration, grounds, Id, mass } from '../base/quantity.ts'

/** Words for the runner; an empty text is a mistake and never means "nothing to say". */
export const Words = z.string().min(1)

/** The least and the most of one thing, as it is read. */
export type Range = readonly [least: number, most: number]

/** The least and the most of one thing, in this order. */
export const range = <T extends number>(one: z.ZodType<T>) =>
  z.tuple([one, one]).refine(([least, most]) => least <= most, {
    message: 'expected the smaller value first',
    params: { problem: 'wrong-order' },
  })

/** What a runner may have at home; the log uses the same ids. */
export const Equipment = z.enum(['band', 'box', 'ankle-weight'])
export type Equipment = z.infer<typeof Equipment>

/** One rung of an exercise: pain takes the runner one rung down, easy and painless sets one up. */
export const Level = z.strictObject({
  id: Id.describe('Name of the rung, as the log writes it'),
  does: Words.describe('What is different on this rung'),
  needs: z.array(Equipment).optional().describe('Equipment of this rung, beside that of the exercise'),
  load: mass('0.2 kg', '2 kg').optional().describe('Added weight at the ankle; absent means none'),
  height: range(distance('30 cm', '80 cm')).optional().describe('Height of the surface; absent means any'),
})
export type Level = z.infer<typeof Level>

/** One strengthening exercise and how it is done; sets and days are for the strength track to say. */
export const Exercise = z
  .strictObject({
    id: Id.describe('Name of the exercise, as the log writes it'),
    title: Words.describe('Name of the exercise for people'),
    optional: z.boolean().default(false).describe('An extra: only if asked for, never part of the gate'),
    target: z.array(Words).min(1).describe('The muscles it works'),
    why: Words.describe('What it is for, in the words of a cautious physiotherapist'),
    setUp: Words.describe('The position before the first repetition'),
    steps: z.array(Words).min(1).describe('One repetition, step by step'),
    counts: z.enum(['repetitions', 'steps']).default('repetitions').describe('What `reps` counts'),
    reps: range(count(5, 25)).describe('Fewest and most of one set, on each side where there are sides'),
    hold: duration('1 s', '5 s').optional().describe('How long the end position is held; absent: not at all'),
    lower: duration('1 s', '6 s').optional().describe('How slow the way back is; absent: nothing to lower'),
    perSide: z.boolean().describe('Whether each set is done on both sides, or in both directions'),
    weakerSideFirst: z.boolean().default(false).describe('Whether the weaker side begins'),
    needs: z.array(Equipment).describe('Equipment of every rung but those that say they do without'),
    without: Words.optional().describe('What to do without the equipment; it counts as the same exercise'),
    levels: z.array(Level).min(2).describe('The rungs, from the easiest to the hardest'),
    start: Id.describe('The rung a runner begins on; never the lowest, so that there is a way down'),
    commonError: Words.describe('The usual mistake and how to put it right'),
    ...grounds,
  })
  .superRefine((exercise, context) => {
    if (exercise.levels.findIndex((level) => level.id === exercise.start) < 1) {
      context.addIssue({
        code: 'custom',
        path: ['start'],
        message: `expected a level above the lowest one, found "${exercise.start}"`,
        params: { problem: 'unknown-level' },
      })
    }
    const isEquipped = exercise.needs.length > 0 || exercise.levels.some((level) => level.needs !== undefined)
    if (isEquipped && exercise.without === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['without'],
        message: 'expected what to do without the equipment',
        params: { problem: 'missing-key' },
      })
    }
  })
export type Exercise = z.infer<typeof Exercise>
