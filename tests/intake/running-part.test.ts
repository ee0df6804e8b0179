import { describe, expect, it } from 'vitest'
import {
  type Lap,
  type Moment,
  runningPart,
  type Stretch,
  watchForWalking,
} from '../../src/intake/running-part.ts'
import { terrainBy } from '../../src/intake/terrain.ts'

/** Goes on second by second: how long, at what speed, and with how many steps of both feet. */
type Going = readonly [seconds: number, speed: number, cadenceSpm?: number]

function walkedOver(...goings: readonly Going[]): Stretch | undefined {
  const watch = watchForWalking()
  let moment: Moment = { seconds: 0, meters: 0, cadenceSpm: undefined }
  watch.see(moment)
  for (const [seconds, speed, cadenceSpm] of goings)
    for (let second = 0; second < seconds; second++) {
      moment = { seconds: moment.seconds + 1, meters: moment.meters + speed, cadenceSpm }
      watch.see(moment)
    }
  return watch.walked()
}
const secondsOver = (...goings: readonly Going[]): number | undefined => walkedOver(...goings)?.seconds

describe('walking', () => {
  it('is slower than 9:00/km for 20 s', () => {
    expect(secondsOver([60, 3], [19, 1.8], [60, 3])).toBe(0)
    expect(secondsOver([60, 3], [20, 1.8], [60, 3])).toBe(20)
    expect(secondsOver([60, 3], [20, 1.86], [60, 3])).toBe(0)
  })

  it('is under 130 steps a minute, however fast', () => {
    expect(secondsOver([60, 3, 160], [30, 2.2, 129], [60, 3, 160])).toBe(30)
    expect(secondsOver([60, 3, 160], [30, 2.2, 130], [60, 3, 160])).toBe(0)
  })

  it('is not told by a watch that counts no steps at all', () => {
    expect(secondsOver([600, 3, 0])).toBe(0)
  })

  it('goes on over a moment that looks fast, and not over running', () => {
    expect(secondsOver([30, 1.4], [3, 4], [30, 1.4])).toBe(63)
    expect(secondsOver([30, 1.4], [30, 3], [30, 1.4])).toBe(60)
  })

  it('is not made of a pace that wavers about the border', () => {
    const wavering = Array.from({ length: 300 }, (_, index): Going => [1, index % 2 === 0 ? 2.2 : 1.7])
    expect(secondsOver(...wavering)).toBe(0)
  })

  it('is not known of a silence', () => {
    const watch = watchForWalking()
    watch.see({ seconds: 0, meters: 0, cadenceSpm: undefined })
    watch.see({ seconds: 600, meters: 10, cadenceSpm: undefined })
    expect(watch.walked()).toBeUndefined()
  })
})

const WHOLE = { meters: 1776, seconds: 720 }
const part = (meters: number, seconds: number, more: Partial<Lap> = {}): Lap => ({
  meters,
  seconds,
  cadenceSpm: undefined,
  isAutomatic: false,
  walked: undefined,
  ...more,
})
const RUN = part(360, 120)
const WALK = part(84, 60)

describe('the running part', () => {
  it('is that of the laps where some are walked', () => {
    expect(runningPart(WHOLE, [RUN, WALK, RUN, WALK], { meters: 1, seconds: 700 })).toEqual({
      meters: 1608,
      seconds: 600,
      isGuess: false,
    })
  })

  it('is that of the moments where laps are of one kind, or cut by the watch', () => {
    const guess = { meters: 1440, seconds: 480, isGuess: true }
    const walked = { meters: 336, seconds: 240 }
    expect(runningPart(WHOLE, [RUN, RUN], walked)).toEqual(guess)
    expect(runningPart(WHOLE, [part(1000, 400, { isAutomatic: true }), WALK], walked)).toEqual(guess)
    expect(runningPart(WHOLE, [], walked)).toEqual(guess)
  })

  it('is that of the moments where a lap was run and walked', () => {
    const mixed = part(1500, 600, { walked: { meters: 250, seconds: 180 } })
    expect(runningPart(WHOLE, [mixed, WALK], { meters: 334, seconds: 240 })?.isGuess).toBe(true)
  })

  it('is the whole run without walking, or with no more of it than at lights', () => {
    expect(runningPart(WHOLE, [], { meters: 0, seconds: 0 })).toBeUndefined()
    expect(runningPart(WHOLE, [], { meters: 20, seconds: 59 })).toBeUndefined()
    expect(runningPart(WHOLE, [], undefined)).toBeUndefined()
  })

  it('is never less than nothing', () => {
    expect(runningPart(WHOLE, [], { meters: 1800, seconds: 730 })).toEqual({
      meters: 0,
      seconds: 0,
      isGuess: true,
    })
  })
})

describe('the terrain', () => {
  it.each([
    [99, 'flat'],
    [100, 'rolling'],
    [199, 'rolling'],
    [200, 'hilly'],
  ])('of %d m up in 10 km is %s', (ascent, terrain) => {
    expect(terrainBy(ascent, 10_000)).toBe(terrain)
  })

  it('is not guessed without a climb or of a few hundred metres', () => {
    expect([terrainBy(undefined, 10_000), terrainBy(30, 900)]).toEqual([undefined, undefined])
  })
})
