import * as z from 'zod'
import { grounds, Id } from '../base/quantity.ts'
import { Words } from './exercise.ts'

/** A page of plain advice that no number of a plan depends on. */
export const Advice = z.strictObject({
  id: Id.describe('Name of the section'),
  title: Words.describe('Title of the section for people'),
  says: z.array(Words).min(1).describe('The advice, sentence by sentence'),
  ...grounds,
})
