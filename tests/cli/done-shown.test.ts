import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOf, dayOf } from '../../src/base/calendar.ts'
import { renderLog } from '../../src/log/render.ts'
import type { Entry, Log } from '../../src/log/schema.ts'
import { SEED } from '../laws/amount.ts'
import { cases } from '../laws/cases.ts'
import { tries } from '../support/tries.ts'
import { fileWith, itb } from '../support/fake-host.ts'
import { entriesOn, logFileBefore } from '../support/log-on.ts'
import { live, logOf, play } from '../support/play.ts'
import { REHAB } from '../support/programme.ts'

/** How one entry came into the log: at once, days later, or changed after it was said. */
type Telling = 'at once' | 'late' | 'scored late' | 'edited'
const tellings = fc.array(
  fc.record({
    how: fc.constantFrom<Telling>('at once', 'at once', 'late', 'scored late', 'edited'),
    days: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 5, maxLength: 17 },
)

function told(entry: Entry, how: Telling, days: number): Entry {
  const later = dateOf(addDays(dayOf(entry.date), days))
  if (how === 'late') return { ...entry, logged: later }
  if (entry.type !== 'run' || how === 'at once') return entry
  const was = how === 'edited' ? { distanceMeters: 999, durationSeconds: 500 } : { absent: ['pain' as const] }
  return { ...entry, logged: entry.date, was: [{ until: later, ...was }] } as Entry
}

interface Session {
  readonly type: string
  readonly done: boolean
  readonly id: string
  readonly distanceMeters: number
  readonly durationSeconds: number
}

/** The runs still open on a day, as `today` shows them. */
async function runsShown(file: string, today: string): Promise<readonly Session[]> {
  const { stdout } = await itb(`today --json --log ${file} --today ${today}`)
  const { sessions }: { readonly sessions: readonly Session[] } = JSON.parse(stdout)
  return sessions.filter(({ type, done }) => type === 'run' && !done)
}

const amounts = (all: readonly { readonly distanceMeters?: unknown; readonly durationSeconds?: unknown }[]) =>
  all.map(({ distanceMeters, durationSeconds }) => [distanceMeters, durationSeconds])

describe('what is recorded is what was shown', () => {
  it('the run of itb done is that of itb today, whatever was said late or changed', async () => {
    let seen = 0
    await fc.assert(
      fc.asyncProperty(
        cases('calm', 6),
        tellings,
        fc.integer({ min: 0, max: 6 }),
        async (one, how, offset) => {
          const last = play(REHAB, one).at(-1)
          if (last === undefined) throw new Error('nothing was played')
          // Of some weeks a day is taken that was to have a run, or few would have one.
          const planned = last.plan.runs[offset % 3]?.day
          const today = dateOf(planned ?? addDays(last.start, offset))
          const lived = [...last.log.entries, ...live(REHAB, last.plan, last.state, one.weeks.at(-1) ?? {})]
          const entries = lived
            .filter(({ date }) => date < today)
            .map((entry, at) => {
              const { how: way, days } = how[at % how.length] ?? { how: 'at once', days: 1 }
              return told(entry, way, days)
            })
            .filter(({ logged, was }) => (was?.[0]?.until ?? logged ?? '') <= today)
          const log: Log = { ...logOf(last.log.runner, entries), uid: 'k3v9q2' }
          const file = fileWith(renderLog(log))
          const shown = await runsShown(file, today)
          const { code, stderr } = await itb(`done --log ${file} --today ${today}`)
          expect([code, stderr]).toEqual([0, ''])
          const runs = entriesOn(file, today).flatMap((entry) => (entry.type === 'run' ? [entry] : []))
          expect(amounts(runs)).toEqual(amounts(shown))
          seen += shown.length
        },
      ),
      { seed: SEED, numRuns: tries(12, 60) },
    )
    expect(seen, 'days with a run').toBeGreaterThan(3)
  }, 120_000)

  it.each([
    ['done, though scores came late', TUESDAY, scoredLate, undefined],
    ['one key, though scores came late', TUESDAY, scoredLate, ['0', 'y']],
    [
      'one key, though an answer before it opens the next stage',
      WEDNESDAY,
      scoredNever,
      ['0', '0', 'y', 'y'],
    ],
  ])('%s', async (_, today, change, keys) => {
    const file = logFileBefore(TUESDAY, change)
    const shown = await runsShown(file, today)
    expect(shown).toHaveLength(1)
    const sitting = keys === undefined ? {} : { terminal: { columns: 80 }, keys }
    const { asked } = await itb(`${keys === undefined ? 'done ' : ''}--log ${file} --today ${today}`, sitting)
    expect(asked).toHaveLength(keys?.length ?? 0)
    const runs = entriesOn(file, today).flatMap((entry) => (entry.type === 'run' ? [entry] : []))
    expect(amounts(runs)).toEqual(amounts(shown))
  })
})

/** The first Tuesday after the first stage of the return, of which some mornings were said on Monday. */
const TUESDAY = '2026-11-17'
const WEDNESDAY = '2026-11-18'

function scoredLate(entry: Entry): Entry {
  if (entry.type !== 'run' || entry.date < '2026-11-09') return entry
  return { ...entry, logged: entry.date, was: [{ until: '2026-11-16' as never, pain: { during: 0 } }] }
}

function scoredNever(entry: Entry): Entry {
  if (entry.type !== 'run' || entry.date !== '2026-11-15') return entry
  const { nextMorning, ...pain } = entry.pain ?? {}
  return { ...entry, pain }
}
