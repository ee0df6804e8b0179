import * as z from 'zod'
import { Id, SourceId } from '../base/quantity.ts'
import { Rule } from '../rules/index.ts'
import { Advice } from './advice.ts'
import { Exercise, Words } from './exercise.ts'
import { Tracks } from './track.ts'

/** A change of the protocol, told as what it does to a plan. */
const Revision = z.strictObject({
  release: z.string().regex(/^\d+\.\d+\.\d+$/, 'expected a release such as "1.0.0"'),
  date: z.iso.date(),
  kind: z.enum(['clinical change', 'correction', 'wording']),
  effect: Words.describe('What it changes in a plan'),
})

/** What a source says and what sort of source it is; ids are those of the evidence inventory. */
const Reference = z.strictObject({ text: Words, kind: z.enum(['article', 'study', 'decision']) })

/** One protocol file: phases as rules, exercises, tracks, and every number with its reason and source. */
export const Protocol = z.strictObject({
  format: z.literal('itb-protocol'),
  version: z.literal(1),
  id: Id,
  title: Words,
  about: Words.describe('What it is for, in a paragraph'),
  startsIn: z.enum(['base', 'maintain']).describe('Where a runner without an episode stands'),
  /** A rehabilitation hands over to its cycle in MAINTAIN, a cycle to its rehabilitation on a flare. */
  partner: Id.describe('The protocol that takes over where this one ends'),
  stopRules: z.array(Words).min(1).describe('Said with every plan that contains running'),
  disclaimer: Words,
  revisions: z.array(Revision).min(1).describe('Newest first'),
  rules: z.array(Rule).min(1),
  exercises: z.array(Exercise),
  tracks: Tracks,
  advice: z.array(Advice).default([]).describe('What else helps, beside numbers'),
  references: z.record(SourceId, Reference),
})
export type Protocol = z.infer<typeof Protocol>
