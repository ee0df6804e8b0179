/** How much work something is, in milliseconds of this process; a busy machine makes them no longer. */
export function workOf(act: () => void): number {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * How much more work it is on the larger of two inputs; the least of several turns counts, as the first compiles.
 * What grows as its input does has a growth like that of the input, on a slow machine too.
 */
export function growthOf(small: () => void, large: () => void): number {
  const least = (act: () => void): number => Math.min(...[1, 2, 3].map(() => workOf(act)))
  return least(large) / least(small)
}
