import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Activity } from '../../src/intake/activity.ts'
import { readActivities } from '../../src/intake/read.ts'
import { workOf } from '../support/cpu.ts'
import { ACTIVITY_FILE, lap, MORNING, madeFit, points, session } from '../support/made-fit.ts'

const FOLDER = join(import.meta.dirname, '../../../shared/data/fit')
/** `FUZZ_BYTES=1000000000` goes over every file as often as it says; without it, big ones less often. */
const BYTES = Number(process.env.FUZZ_BYTES ?? 3_000_000)
const CUTS = 50
const CHANGES = 200
const AT_MOST_MS = 5000

const MADE = madeFit(
  ACTIVITY_FILE,
  ...points(MORNING, 300, () => 3),
  lap(MORNING, 300, 900),
  session(MORNING, 300, 900),
)
const files: readonly (readonly [string, Uint8Array])[] = [
  ['a made one', MADE],
  ...(existsSync(FOLDER) ? readdirSync(FOLDER) : []).map(
    (file) => [file, new Uint8Array(readFileSync(join(FOLDER, file)))] as const,
  ),
]

/** The same numbers from 0 to 1 every time. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function changed(bytes: Uint8Array, next: () => number, count: number): Uint8Array {
  const copy = bytes.slice()
  for (let change = 0; change < count; change++)
    copy[Math.floor(next() * copy.length)] = Math.floor(next() * 256)
  return copy
}

const isAmount = (value: number | undefined): boolean =>
  value === undefined || (value >= 0 && value < 2 ** 32)
const isSound = (each: Activity): boolean =>
  [each.distanceMeters, each.elapsedSeconds, each.timerSeconds, each.cadenceSpm].every(isAmount) &&
  isAmount(each.running?.meters) &&
  isAmount(each.running?.seconds) &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(each.began.utc ?? '')

/** Reads within the time, gives something or says why not, and nothing that is no amount. */
function check(bytes: Uint8Array): void {
  let read: ReturnType<typeof readActivities> | undefined
  const work = workOf(() => {
    read = readActivities(bytes, { units: undefined })
  })
  expect(work).toBeLessThan(AT_MOST_MS)
  const { activities = [], problems = [] } = read ?? {}
  expect(activities.length + problems.length).toBeGreaterThan(0)
  expect(activities.filter((each) => !isSound(each))).toEqual([])
}

describe('a damaged FIT file never stops the reading', () => {
  it.each(files)('%s', { timeout: 600_000 }, (_, bytes) => {
    const next = numbers(bytes.length)
    const share = Math.min(1, BYTES / bytes.length / (CUTS + CHANGES))
    for (let cut = 0; cut < CUTS * share; cut++) check(bytes.subarray(0, Math.floor(next() * bytes.length)))
    for (let change = 0; change < CHANGES * share; change++) check(changed(bytes, next, 1))
    check(changed(bytes, next, CHANGES))
  })

  it('and neither does noise that calls itself one', () => {
    const next = numbers(1)
    const noise = Uint8Array.from({ length: 200_000 }, () => Math.floor(next() * 256))
    noise.set([14, 0x10, 0, 0, 0, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54], 0)
    check(noise)
  })

  it('nor one header after another', () => {
    const header = [14, 0x10, 0, 0, 255, 255, 0, 0, 0x2e, 0x46, 0x49, 0x54, 0, 0]
    check(Uint8Array.from({ length: 20_000 * 14 }, (_, index) => header[index % 14] ?? 0))
  })
})
