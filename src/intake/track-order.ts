/** What a moment is to those before it: the next one, a slip of the clock, or the begin of something else. */
export type Order = 'next' | 'slip' | 'elsewhen'

/** After half a day without a point, what follows is another activity. */
const ELSEWHEN_SECONDS = 12 * 3600
/** Clocks are set by satellite while they run, and go back a little. */
const BACK_SECONDS = 60

/** Tells slips of a clock from what comes after a long time; a slip is alone, and a begin is borne out. */
export function watchOrder(): (seconds: number) => Order {
  let last: number | undefined
  let slipped: number | undefined
  return (seconds) => {
    const since = seconds - (last ?? seconds)
    const sinceSlip = seconds - (slipped ?? Number.POSITIVE_INFINITY)
    const isNext = since >= -BACK_SECONDS && since <= ELSEWHEN_SECONDS
    const isBorneOut = sinceSlip >= 0 && sinceSlip <= ELSEWHEN_SECONDS
    if (!isNext && !isBorneOut) {
      slipped = seconds
      return 'slip'
    }
    last = seconds
    slipped = undefined
    return isNext || Math.abs(since) <= ELSEWHEN_SECONDS ? 'next' : 'elsewhen'
  }
}
