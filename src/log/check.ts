import { isEntry } from './check-entry.ts'
import { isRunner } from './check-runner.ts'
import { orderFaults } from './order.ts'
import type { Log } from './schema.ts'
import { isRecord, list, shape, whole } from './shape.ts'
import { isInstant, isName, REVISION } from './words.ts'

const isDocument = shape({
  must: {
    format: (value) => value === 'itb-log',
    version: (value) => value === 1,
    runner: isRunner,
    entries: list(isEntry),
  },
  may: { uid: isName, revision: whole(REVISION), updated: isInstant },
})

/** The schema's answer without the schema: to read ten years with zod takes longer than to plan with them. */
export const isLog = (value: unknown): value is Log =>
  isDocument(value) &&
  isRecord(value) &&
  Array.isArray(value['entries']) &&
  orderFaults(value['entries']).length === 0
