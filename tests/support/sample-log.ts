/** A log of a runner with nothing done, as text; what is given replaces what is usual. */
export function sampleLog({
  runner,
  ...rest
}: Readonly<Record<string, unknown>> & { readonly runner?: object } = {}): string {
  const usual = {
    protocol: 'itbs-rehab',
    units: 'km',
    weekStart: 'monday',
    baselineWeeklyDistanceMeters: 40_000,
    easyPaceSecondsPerKm: 360,
  }
  return JSON.stringify(
    {
      format: 'itb-log',
      version: 1,
      uid: 'sample',
      runner: { ...usual, ...runner },
      entries: [],
      ...rest,
    },
    null,
    2,
  )
}
