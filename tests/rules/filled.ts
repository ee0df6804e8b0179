import type * as z from 'zod'

/** The way to one value: keys of objects, and places in lists. */
export type Path = readonly (string | number)[]

/** What every rule, exercise and track has beside its numbers. */
const GROUNDS: Readonly<Record<string, unknown>> = {
  because: 'x',
  source: [{ id: 'D-01', grade: 'our-choice' }],
  says: {},
  examples: [{ name: 'x', given: {}, expect: {} }],
}

/** Something of the shape of a schema, with a number of one's own wherever it asks for one. */
export function filled(type: z.core.$ZodType, numberAt: (path: Path) => unknown, path: Path = []): unknown {
  const part = (inner: z.core.$ZodType, ...keys: Path): unknown => filled(inner, numberAt, [...path, ...keys])
  const { def } = (type as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape).map(([key, inner]) => [key, GROUNDS[key] ?? part(inner, key)]),
      )
    case 'array':
      return [part(def.element, 0)]
    case 'tuple':
      return def.items.map((item, index) => part(item, index))
    case 'optional':
    case 'default':
      return part(def.innerType)
    case 'pipe':
      return numberAt(path)
    case 'literal':
      return def.values[0]
    case 'enum':
      return Object.values(def.entries)[0]
    case 'boolean':
      return true
    case 'string':
      return 'x'
    default:
      throw new Error(`${path.join('.')} is of a type that was never met here: ${def.type}`)
  }
}

/** The ways to all numbers of a schema. */
export function numbersOf(type: z.core.$ZodType): readonly Path[] {
  const found: Path[] = []
  filled(type, (path) => found.push(path))
  return found
}
