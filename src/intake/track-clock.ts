/** The clock of a track: it stands still in pauses. */
export interface TrackClock {
  /** What follows is a further part of the track. */
  breakHere(): void
  /** Whether the watch was stopped before this moment; it goes on with the next one seen. */
  hasPaused(moment: number | undefined): boolean
  /** Gives back how long the clock ran since the moment before, in which the runner went so far. */
  see(moment: number | undefined, meters: number | undefined): number
  seconds(): number
  span(): { readonly begin: number | undefined; readonly end: number | undefined }
}

/** While its clock runs a watch writes at least this often, as long as it has something to write. */
const PAUSE_SECONDS = 20
/** A watch that lost its signal in a tunnel got on by the time it has one again; in metres a second. */
const STANDING = 0.5

/** Starts a clock that has seen no moment yet. */
export function watchClock(): TrackClock {
  let begin: number | undefined
  let end: number | undefined
  let last: number | undefined
  let running = 0
  let isBroken = false
  const sinceLast = (moment: number | undefined): number | undefined =>
    moment === undefined || last === undefined ? undefined : Math.max(0, moment - last)
  const hasPaused = (moment: number | undefined): boolean =>
    isBroken && (sinceLast(moment) ?? Number.POSITIVE_INFINITY) > PAUSE_SECONDS
  return {
    breakHere() {
      isBroken = true
    },
    hasPaused,
    see(moment, meters) {
      const gap = sinceLast(moment) ?? 0
      const isStill = gap > PAUSE_SECONDS && meters !== undefined && meters < STANDING * gap
      const ran = hasPaused(moment) || isStill ? 0 : gap
      isBroken = false
      if (moment === undefined) return 0
      last = moment
      begin = Math.min(begin ?? moment, moment)
      end = Math.max(end ?? moment, moment)
      running += ran
      return ran
    },
    seconds: () => running,
    span: () => ({ begin, end }),
  }
}
