import * as z from 'zod'
import { Day, Name, Words } from './values.ts'

const Removed = Day.optional().describe(
  'From this day on the entry stands no more; it is kept for what was planned while it stood',
)

/** An entry of one type: what all entries have, its own fields, and what stood in it before. */
export function entry<T extends string, F extends z.core.$ZodLooseShape>(type: T, fields: F) {
  return z.strictObject({
    id: Name.optional(),
    type: z.literal(type),
    date: Day,
    logged: Day.optional(),
    removed: Removed,
    ...fields,
    was: z.array(earlier(fields, {})).optional(),
  })
}

/** An entry with a last day, in earlier versions its `end`, since `until` there ends the version itself. */
export function lastingEntry<T extends string, F extends z.core.$ZodLooseShape>(type: T, fields: F) {
  return z.strictObject({
    id: Name.optional(),
    type: z.literal(type),
    date: Day,
    until: Day.optional(),
    logged: Day.optional(),
    removed: Removed,
    ...fields,
    was: z.array(earlier(fields, { end: Day.optional() })).optional(),
  })
}

/** The remark any entry may carry. */
export const remark = { note: Words.optional() }

/** A version that stood before the day `until`, as far as it differed from the one after it. */
function earlier<F extends z.core.$ZodLooseShape, E extends z.core.$ZodLooseShape>(fields: F, extra: E) {
  const own = z.strictObject(fields).partial().shape
  const isOptional = (key: string): boolean => z.safeParse(fields[key] ?? z.never(), undefined).success
  const optional = Object.keys(fields).filter(isOptional)
  const absent = 'end' in extra ? ['until', ...optional] : optional
  const dates = { date: Day.optional(), until: Day, ...extra }
  return z.strictObject({ ...dates, ...own, absent: z.array(z.enum(absent)).optional() })
}
