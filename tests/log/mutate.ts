type Json = unknown
export type Path = readonly (string | number)[]

/** Every path of a document, the containers' own ones included. */
export function pathsOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const below = Object.entries(value).flatMap(([key, held]) =>
    pathsOf(held, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return [path, ...below]
}

/** A copy with one value replaced, or taken out where the new one is `undefined`. */
export function changed(value: Json, path: Path, to: Json): Json {
  const [key, ...rest] = path
  if (key === undefined) return to
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      if (index !== key) return [item]
      return rest.length === 0 && to === undefined ? [] : [changed(item, rest, to)]
    })
  }
  const entries = Object.entries(value as object)
  const kept = rest.length === 0 && to === undefined ? entries.filter(([name]) => name !== key) : entries
  const mapped = kept.map(([name, held]) => [name, name === key ? changed(held, rest, to) : held])
  const isNew = !entries.some(([name]) => name === key)
  return Object.fromEntries(isNew ? [...mapped, [key, to]] : mapped)
}

/** Values at and beyond every edge the log knows. */
export const ODD_VALUES: readonly Json[] = [
  undefined,
  null,
  '',
  'x',
  'two words',
  true,
  [],
  ['x'],
  [null],
  [-1],
  [1000],
  {},
  { x: 1 },
  { a: 'b' },
  { 'a b': 'c' },
  -1,
  -0,
  0,
  0.5,
  1,
  2,
  5,
  5.5,
  6,
  10,
  10.5,
  11,
  24,
  24.5,
  99,
  100,
  101,
  119,
  120,
  250,
  251,
  1000,
  1001,
  1800,
  1801,
  10_000,
  10_001,
  30_000,
  30_001,
  500_000,
  500_001,
  604_800,
  604_801,
  2 ** 53,
  1e300,
  '2026-02-28',
  '2026-02-29',
  '2024-02-29',
  '2026-02-30',
  '2026-13-01',
  '2026-00-10',
  '2026-3-1',
  '0000-01-01',
  '9999-12-31',
  '2026-W10',
  '2026-03-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-03-01T24:00:00Z',
  '2026-03-01\n',
  '2026-03-01T10:00:00.123Z',
  '2026-03-01T10:00:00+01:00',
  '24:00',
  '7:10',
  '07:10',
  '07:60',
  'run',
  'day',
  'note',
  'limit',
  'settings',
  'flare',
  'km',
  'monday',
  'left',
  'outer-knee',
  'easy',
  'flat',
  'road',
  'constructor',
  '__proto__',
  'a'.repeat(64),
  'a'.repeat(65),
]
