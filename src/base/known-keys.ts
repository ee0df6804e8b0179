import * as z from 'zod'

type Path = readonly PropertyKey[]
type Schema = z.core.$ZodType

/** The keys a schema has at a place of a document, in the schema's order. */
export interface KnownKeys {
  readonly all: readonly string[]
  readonly needed: readonly string[]
}

/** Which keys may and which must stand in the map at a path; none where the schema cannot tell. */
export function keysAt(schema: Schema, root: unknown, path: Path): KnownKeys {
  const shape = shapeOf(schemaAt(schema, root, path), valueAt(root, path))
  const all = Object.keys(shape)
  return { all, needed: all.filter((key) => !takesNothing(shape[key])) }
}

/** True where the schema wants a value and does not take its absence. */
export const isNeeded = (schema: Schema, root: unknown, path: Path): boolean =>
  typeof path.at(-1) === 'string' && !takesNothing(schemaAt(schema, root, path))

/** The value at a path; undefined where there is none. */
export const valueAt = (root: unknown, path: Path): unknown => path.reduce<unknown>(child, root)

const child = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined

const takesNothing = (schema: Schema | undefined): boolean =>
  schema !== undefined && z.safeParse(schema, undefined).success

function schemaAt(schema: Schema | undefined, root: unknown, path: Path): Schema | undefined {
  return path.reduce<{ readonly schema: Schema | undefined; readonly value: unknown }>(
    (at, key) => ({ schema: below(at.schema, at.value, key), value: child(at.value, key) }),
    { schema, value: root },
  ).schema
}

function below(schema: Schema | undefined, value: unknown, key: PropertyKey): Schema | undefined {
  const core = unwrapped(schema, value)
  const def = core && definition(core)
  if (def?.type === 'array') return def.element
  if (def?.type === 'record') return def.valueType
  if (def?.type === 'tuple') return def.items[Number(key)] ?? def.rest ?? undefined
  return def?.type === 'object' && Object.hasOwn(def.shape, key) ? def.shape[String(key)] : undefined
}

function shapeOf(schema: Schema | undefined, value: unknown): Readonly<Record<string, Schema>> {
  const core = unwrapped(schema, value)
  const def = core && definition(core)
  return def?.type === 'object' ? def.shape : {}
}

/** The schema under what is wrapped around it; of a union the option that the value's own words choose. */
function unwrapped(schema: Schema | undefined, value: unknown): Schema | undefined {
  const def = schema && definition(schema)
  switch (def?.type) {
    case 'optional':
    case 'nullable':
    case 'nonoptional':
    case 'default':
    case 'prefault':
    case 'catch':
    case 'readonly':
      return unwrapped(def.innerType, value)
    case 'pipe':
      return unwrapped(def.in, value)
    case 'lazy':
      return unwrapped(def.getter(), value)
    case 'union':
      return unwrapped(
        def.options.find((option) => isChosen(option, value)),
        value,
      )
    default:
      return schema
  }
}

/** True when each literal key of an option, its `type` or `kind`, is what the value has there. */
function isChosen(option: Schema, value: unknown): boolean {
  const literals = Object.entries(shapeOf(option, value)).flatMap(([key, field]) => {
    const def = definition(field)
    return def.type === 'literal' ? [def.values.some((literal) => literal === child(value, key))] : []
  })
  return literals.length > 0 && literals.every(Boolean)
}

/** Zod gives the definition a closed type only when the schema is told to be one of its own. */
const definition = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def
