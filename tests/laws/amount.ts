/**
 * How much a run of the laws sees. The long run sets all three: the weeks each property sees at the least, where
 * the random numbers begin, and which part of so many this machine does (`2/4`), each with numbers of its own.
 */
const [part = 1, parts = 1] = (process.env['LAWS_SHARD'] ?? '1/1').split('/').map(Number)
const ASKED = Number(process.env['LAWS_WEEKS'] ?? 504)

export const LEAST = Math.ceil(ASKED / parts)
export const SEED = Number(process.env['LAWS_SEED'] ?? 20_260_302) + 7919 * (part - 1)

/** In the long run a runner is played once for all laws and each week changed in one way, to get through many. */
export const IS_LONG = ASKED >= 5000

/** Nobody waits longer than this for one property. */
export const HOURS = 7_200_000
