import * as z from 'zod'
import { LogSchema } from './schema.ts'

/** What a log file may hold, as a JSON Schema for editors; the order of days is for `itb check`. */
export const logJsonSchema = (): unknown => ({
  title: 'itb log',
  ...z.toJSONSchema(LogSchema, { io: 'input', unrepresentable: 'any' }),
})
