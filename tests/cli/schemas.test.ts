import { describe, expect, expectTypeOf, it } from 'vitest'
import type * as z from 'zod'
import type { CalendarDate } from '../../src/base/calendar.ts'
import type { DayLookSchema } from '../../src/cli/documents/day-schema.ts'
import { DOCUMENTS } from '../../src/cli/documents/names.ts'
import { EntriesSchema, SavedSchema, SettingsSchema } from '../../src/cli/documents/log-schemas.ts'
import {
  CheckSchema,
  PlansSchema,
  ProblemsSchema,
  ProtocolsSchema,
  ReferralSchema,
  WhySchema,
} from '../../src/cli/documents/report-schemas.ts'
import { ReviewSchema } from '../../src/cli/documents/review-schema.ts'
import type { OwedSchema, StatusSchema } from '../../src/cli/documents/status-schema.ts'
import type { DayLook } from '../../src/engine/look.ts'
import type { Step } from '../../src/engine/plan.ts'
import type { Review } from '../../src/engine/review.ts'
import type { Status } from '../../src/engine/status.ts'
import type { OwedDocument } from '../../src/render/owed.ts'
import { fileWith, itb } from '../support/fake-host.ts'
import { sampleLog } from '../support/sample-log.ts'

/** A type as JSON has it: dates are text, and nothing is read-only. */
type Plain<T> = T extends CalendarDate
  ? string
  : T extends Step
    ? T
    : T extends readonly (infer Item)[]
      ? Plain<Item>[]
      : T extends object
        ? { -readonly [Key in keyof T]: Plain<T[Key]> }
        : T

const printed = async (line: string): Promise<unknown> => JSON.parse((await itb(line)).stdout)
const log = (): string =>
  fileWith(sampleLog({ entries: [{ id: 'aaaaaa', type: 'day', date: '2026-03-17', sleepHours: 7 }] }))

describe('the schemas of our documents', () => {
  it('say what the types say', () => {
    expectTypeOf<z.infer<typeof StatusSchema>>().toEqualTypeOf<Plain<Status>>()
    expectTypeOf<z.infer<typeof ReviewSchema>>().toEqualTypeOf<Plain<Review>>()
    expectTypeOf<z.infer<typeof OwedSchema>>().toEqualTypeOf<Plain<OwedDocument>>()
    expectTypeOf<z.infer<typeof DayLookSchema>>().toEqualTypeOf<Plain<DayLook>>()
  })

  it.each(DOCUMENTS)('are printed for editors: %s', async (name) => {
    const { code, stdout } = await itb(`protocol schema --of ${name}`)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ type: 'object', additionalProperties: false })
  })

  it('are named where there is none', async () => {
    const { code, stderr } = await itb('protocol schema --of stautus')
    expect(code).toBe(2)
    expect(stderr).toContain('Did you mean "status"?')
  })

  it.each<[string, z.ZodType, string]>([
    ['why', WhySchema, 'why --demo --json'],
    ['why of a past day', WhySchema, 'why --demo yesterday --json'],
    ['plan --weeks', PlansSchema, 'plan --demo --weeks 2 --json'],
    ['review', ReviewSchema, 'review --demo --json'],
    ['check', CheckSchema, 'check protocols/itbs-rehab.yaml --json'],
    ['check that finds something', CheckSchema, 'check package.json --json'],
    ['protocol list', ProtocolsSchema, 'protocol list --json'],
    ['a referral', ReferralSchema, 'init --site front-knee --no-red-flags --in-scope --json'],
    ['problems', ProblemsSchema, 'plan --log /nowhere/log.json --json'],
  ])('take what is printed: %s', async (_, schema, line) => {
    expect(schema.safeParse(await printed(line)).error).toBeUndefined()
  })

  it.each<[string, z.ZodType, string]>([
    ['list', EntriesSchema, 'list --json'],
    ['set', SettingsSchema, 'set --json'],
    ['a write', SavedSchema, 'log day --sleep 7 --date 2026-03-16 --json'],
    ['a dry run', SavedSchema, 'log run 5.2km 31:10 --pain 0 --dry-run --json'],
  ])('take what the log commands print: %s', async (_, schema, line) => {
    expect(schema.safeParse(await printed(`${line} --log ${log()}`)).error).toBeUndefined()
  })

  it('refuse a key too many', () => {
    expect(
      ProblemsSchema.safeParse({ format: 'itb-problems', version: 1, problems: [], mood: 1 }).success,
    ).toBe(false)
  })
})
