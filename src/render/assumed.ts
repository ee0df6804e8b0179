import type { DayLook } from '../engine/look.ts'
import type { Amended } from '../log/amend.ts'

interface Detail {
  readonly reason: string
  readonly words: string
  readonly flag: string
}

const TREND: Detail = { reason: 'worsened', words: 'how it went on', flag: '--trend eased|steady|worsened' }
const LASTED: Detail = { reason: 'lasting', words: 'how long it lasted', flag: '--lasted TIME' }

type Entry = Amended['entry']

const unsaidOf = (entry: Entry): readonly Detail[] =>
  entry.type !== 'run'
    ? []
    : [
        ...(entry.pain?.trend === undefined ? [TREND] : []),
        ...(entry.pain?.lastingHours === undefined ? [LASTED] : []),
      ]

/** What counts although nobody said it, and the line that says it; empty where all that counts was said. */
export function assumedText({ reasons, date }: DayLook, saved: readonly Amended[]): string {
  const entry = saved.findLast(({ action, entry }) => action !== 'removed' && entry.date === date)?.entry
  const unsaid = entry === undefined ? [] : unsaidOf(entry).filter(({ reason }) => reasons.includes(reason))
  if (entry === undefined || unsaid.length === 0) return ''
  const words = unsaid.map((detail) => detail.words).join(' and ')
  const verb = unsaid.length > 1 ? 'were' : 'was'
  const flags = unsaid.map(({ flag }) => flag).join(' ')
  const what = `${words.charAt(0).toUpperCase()}${words.slice(1)}`
  return `${what} ${verb} not said, so the careful reading counts: itb score ${entry.id} ${flags}`
}
