/** Sums up the climb and descent while heights go by, keeping none of them. */
export interface ClimbWatch {
  see(seconds: number, height: number): void
  /** Undefined as long as the heights say nothing. */
  climbed(): { readonly up: number; readonly down: number } | undefined
}

/** Heights are averaged over this long: on foot a hill is slower than the noise of a height. */
const AVERAGED_SECONDS = 20
/** A rise or fall is one only where it goes on this far: the farther, the more the heights jump about. */
const LEAST_METERS = [4, 8, 12] as const
const LEAST_TO_NOISE = 3
/** Heights that jump more than this from one average to the next tell no climb at all. */
const MOST_NOISE = 4
const LEAST_HEIGHTS = 10
const LOWEST = -450
const HIGHEST = 9000

/** Watches for climb that is more than the noise of heights by satellite. */
export function watchForClimb(): ClimbWatch {
  const grounds = LEAST_METERS.map((least) => ({ least, turns: watchForTurns(least) }))
  const noise = watchForNoise()
  let begin: number | undefined
  let average = { sum: 0, count: 0 }
  let heights = 0
  const endAverage = (): void => {
    const height = average.sum / average.count
    if (average.count > 0) for (const { turns } of grounds) turns.see(height)
    if (average.count > 0) noise.see(height)
    average = { sum: 0, count: 0 }
  }
  return {
    see(seconds, height) {
      if (height < LOWEST || height > HIGHEST) return
      begin ??= seconds
      if (seconds - begin >= AVERAGED_SECONDS) {
        endAverage()
        begin = seconds
      }
      average = { sum: average.sum + height, count: average.count + 1 }
      heights += 1
    },
    climbed() {
      endAverage()
      const needed = noise.average() * LEAST_TO_NOISE
      if (heights < LEAST_HEIGHTS || noise.average() > MOST_NOISE || noise.isLevel()) return undefined
      return (grounds.find(({ least }) => least >= needed) ?? grounds.at(-1))?.turns.sums()
    },
  }
}

/** How far heights are from going on as they went: a slope goes on for a while, an error does not. */
function watchForNoise() {
  let [before, last] = [Number.NaN, Number.NaN]
  let [sum, count] = [0, 0]
  let isLevel = true
  return {
    see(height: number): void {
      if (!Number.isNaN(before)) {
        sum += Math.abs(height - 2 * last + before)
        count += 1
      }
      // A device without heights writes the same one all along.
      if (height !== last && !Number.isNaN(last)) isLevel = false
      before = last
      last = height
    },
    average: () => (count === 0 ? 0 : sum / count),
    isLevel: () => isLevel,
  }
}

/** Counts a rise from the last low and a fall from the last high, each once it is more than noise. */
function watchForTurns(least: number) {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  let way: 'up' | 'down' | undefined
  let up = 0
  let down = 0
  return {
    see(height: number): void {
      if (way !== 'down') high = Math.max(high, height)
      if (way !== 'up') low = Math.min(low, height)
      if (way !== 'down' && high - height >= least) {
        if (way === 'up') up += high - low
        way = 'down'
        low = height
      } else if (way !== 'up' && height - low >= least) {
        if (way === 'down') down += high - low
        way = 'up'
        high = height
      }
    },
    sums: () => ({
      up: way === 'up' ? up + high - low : up,
      down: way === 'down' ? down + high - low : down,
    }),
  }
}
