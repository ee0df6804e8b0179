import * as z from 'zod'
import type { Metres, Pace, Pain, Seconds, Share } from './units.ts'

/** A way to write a number with its unit, and what it amounts to in the unit the engine counts in. */
interface Notation {
  readonly pattern: RegExp
  readonly example: string
  readonly factors: Readonly<Record<string, number>>
}

const DISTANCE: Notation = {
  pattern: /^(\d+(?:\.\d+)?) ?(km|cm|m)$/,
  example: '5 km',
  factors: { km: 1000, m: 1, cm: 0.01 },
}
const DURATION: Notation = {
  pattern: /^(\d+(?:\.\d+)?) ?(s|min|h)$/,
  example: '12 min',
  factors: { s: 1, min: 60, h: 3600 },
}
const DAYS: Notation = {
  pattern: /^(\d+) ?(d|weeks|week)$/,
  example: '14 d',
  factors: { d: 1, week: 7, weeks: 7 },
}
const SHARE: Notation = { pattern: /^(\d+(?:\.\d+)?) ?(%)$/, example: '10%', factors: { '%': 0.01 } }
const PAIN: Notation = { pattern: /^(\d+) ?(\/10)$/, example: '3/10', factors: { '/10': 1 } }
const MASS: Notation = { pattern: /^(\d+(?:\.\d+)?) ?(kg)$/, example: '0.5 kg', factors: { kg: 1 } }
const PACE: Notation = { pattern: /^(\d+:[0-5]\d) ?(\/km)$/, example: '7:00/km', factors: { '/km': 1 } }

const amount = (text: string): number => {
  const [minutes, secs] = text.split(':')
  return secs === undefined ? Number(text) : Number(minutes) * 60 + Number(secs)
}

function parse(notation: Notation, text: string): number | undefined {
  const match = notation.pattern.exec(text)
  const factor = notation.factors[match?.[2] ?? '']
  // Ten percent is 0.1 and not 0.1000000001: the product is cut where no protocol writes digits.
  return match?.[1] === undefined || factor === undefined
    ? undefined
    : Number((amount(match[1]) * factor).toFixed(6))
}

const NOTATIONS = [DISTANCE, DURATION, DAYS, SHARE, PAIN, MASS, PACE]

/** Any quantity or plain number, without a range: what the examples of a rule are given and expect. */
export const readAmount = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(readAmount)
  if (typeof value !== 'string') return value
  return NOTATIONS.map((notation) => parse(notation, value)).find((found) => found !== undefined) ?? value
}

/** A scalar with its unit, refused outside the range in which it is safe for somebody's knee. */
function quantity<T extends number>(notation: Notation, least: string, most: string) {
  const low = parse(notation, least) ?? Number.NaN
  const high = parse(notation, most) ?? Number.NaN
  return z.string().transform((text, context): T => {
    const value = parse(notation, text)
    if (value !== undefined && value >= low && value <= high) return value as T
    context.addIssue(
      value === undefined
        ? {
            code: 'custom',
            message: `expected a value such as "${notation.example}", found "${text}"`,
            params: { problem: 'wrong-unit' },
          }
        : {
            code: 'custom',
            message: `${text} is outside its safe range, ${least} to ${most}`,
            params: { problem: 'unsafe-value' },
          },
    )
    return z.NEVER
  })
}

export const distance = (least: string, most: string) => quantity<Metres>(DISTANCE, least, most)
export const duration = (least: string, most: string) => quantity<Seconds>(DURATION, least, most)
/** Whole days, written `14 d` or `2 weeks`. */
export const days = (least: string, most: string) => quantity<number>(DAYS, least, most)
export const share = (least: string, most: string) => quantity<Share>(SHARE, least, most)
export const painScore = (least: string, most: string) => quantity<Pain>(PAIN, least, most)
export const mass = (least: string, most: string) => quantity<number>(MASS, least, most)
export const paceOf = (least: string, most: string) => quantity<Pace>(PACE, least, most)

/** A whole number of things the key names: sets, runs, weeks. */
export const count = (least: number, most: number) =>
  z.unknown().transform((value, context): number => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
    context.addIssue(
      typeof value === 'number'
        ? {
            code: 'custom',
            message: `${value} is outside its safe range, ${least} to ${most}`,
            params: { problem: 'unsafe-value' },
          }
        : {
            code: 'custom',
            message: `expected a whole number such as ${least}`,
            params: { problem: 'wrong-unit' },
          },
    )
    return z.NEVER
  })

/** Kebab-case, as ids are written in YAML, JSON and on the command line. */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected an id in lower case with hyphens, such as "weekly-growth"')

/** An id of the evidence inventory, such as LD-04 or D-16. */
export const SourceId = z.string().regex(/^[A-Z]+-?\d+$/, 'expected a source id such as "LD-04"')

/** How good the evidence behind a number is, from best to none. */
export const EVIDENCE = ['trial', 'cohort', 'laboratory', 'expert', 'convention', 'our-choice'] as const
export const Evidence = z.enum(EVIDENCE)
export type Evidence = z.infer<typeof Evidence>

/** What stands beside every number of a protocol: why it is so, where it comes from and how good that is. */
export const grounds = {
  because: z.string().min(1),
  source: z.array(z.strictObject({ id: SourceId, grade: Evidence })).min(1),
}
