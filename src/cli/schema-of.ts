import * as z from 'zod'
import { planJsonSchema } from '../engine/plan-schema.ts'
import { logJsonSchema } from '../log/json-schema.ts'
import { protocolJsonSchema } from '../protocol/json-schema.ts'
import { TodaySchema } from './documents/day-schema.ts'
import { EntriesSchema, ImportedSchema, SavedSchema, SettingsSchema } from './documents/log-schemas.ts'
import type { DocumentName } from './documents/names.ts'
import {
  CheckSchema,
  PlansSchema,
  ProblemsSchema,
  ProtocolsSchema,
  ReferralSchema,
  WhySchema,
} from './documents/report-schemas.ts'
import { ReviewSchema } from './documents/review-schema.ts'
import { OwedSchema, StatusSchema } from './documents/status-schema.ts'

const printed = (schema: z.ZodType) => () => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

const SCHEMAS: Readonly<Record<DocumentName, () => unknown>> = {
  protocol: protocolJsonSchema,
  log: logJsonSchema,
  plan: planJsonSchema,
  plans: printed(PlansSchema),
  today: printed(TodaySchema),
  owed: printed(OwedSchema),
  status: printed(StatusSchema),
  review: printed(ReviewSchema),
  why: printed(WhySchema),
  check: printed(CheckSchema),
  entries: printed(EntriesSchema),
  saved: printed(SavedSchema),
  imported: printed(ImportedSchema),
  settings: printed(SettingsSchema),
  protocols: printed(ProtocolsSchema),
  referral: printed(ReferralSchema),
  problems: printed(ProblemsSchema),
}

/** The JSON Schema of one of our documents, for editors and for scripts that want to be sure. */
export const schemaOf = (document: DocumentName): unknown => SCHEMAS[document]()
