import * as z from 'zod'
import { Protocol } from './schema.ts'

/** What a protocol file may hold, as a JSON Schema for editors; ranges are for `itb check`. */
export const protocolJsonSchema = (): unknown => ({
  title: 'itb protocol',
  ...z.toJSONSchema(Protocol, { io: 'input', unrepresentable: 'any' }),
})
