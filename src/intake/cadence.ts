/** Averages what watches write as cadence, some as steps of one foot and some as steps of both. */
export interface CadenceWatch {
  /** Gives back the steps of both feet in a minute, as far as can be told by then. */
  see(written: number): number | undefined
  /** Undefined where no steps were counted. */
  average(): number | undefined
}

/** Nobody takes this many steps with one foot, and nobody runs with fewer of both. */
const ONE_FOOT_AT_MOST = 120
const HIGHEST = 260

/** Watches the cadence of a run or walk; standing still is no part of the average. */
export function watchCadence(): CadenceWatch {
  let sum = 0
  let count = 0
  const feet = (): number => (sum / count > ONE_FOOT_AT_MOST ? 1 : 2)
  return {
    see(written) {
      if (!(written >= 0 && written <= HIGHEST)) return undefined
      if (written === 0) return 0
      sum += written
      count += 1
      return written * feet()
    },
    average: () => (count === 0 ? undefined : Math.round((sum / count) * feet())),
  }
}
