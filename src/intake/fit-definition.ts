/** The fields that are used of each kind of message, by their numbers in the FIT profile. */
export type Wanted = ReadonlyMap<number, readonly number[]>

/** How the messages of one kind are laid out from here on in a FIT file. */
export interface Definition {
  /** The number of the kind in the FIT profile, such as 18 for a session. */
  readonly kind: number
  /** The bytes of a message after its first one. */
  readonly size: number
  /** Where the time stands in a message, counted from its second byte; undefined where it has none. */
  readonly timeAt: number | undefined
  readonly isLittleEndian: boolean
  /**
   * The definition in the form the decoder takes; where it has no time, with one before all other fields.
   * Undefined for a kind that is not wanted.
   */
  readonly bytes: Uint8Array | undefined
  /** How many bytes the definition has in the file. */
  readonly length: number
}

const HEAD_BYTES = 6
const FIELD_BYTES = 3
const DEVELOPER_BIT = 0x20
const LOCAL_BITS = 0x0f
const DEFINITION_BIT = 0x40
const TIMESTAMP = 253
const TIME_TYPE = 0x86
const TIME_BYTES = 4
const BYTE_TYPE = 0x0d
const MOST_BYTES = 255
/** Numbers below this one are given to bytes that nobody asks for, the highest first. */
const NOBODYS = 253
/** Fewer could stand anywhere by chance. */
const LEAST_FIELDS = 3
const STRING_TYPE = 0x07
/** How wide a value of each type is, by the number of the type. */
const WIDTHS = [1, 1, 1, 2, 2, 4, 4, 1, 4, 8, 1, 2, 4, 1, 8, 8, 8]

type Field = readonly [number: number, size: number, type: number]

/** Reads the definition that begins at a place; undefined where none can stand there. */
export function definitionAt(bytes: Uint8Array, at: number, wanted: Wanted): Definition | undefined {
  const [head = 0, , order = 0, low = 0, high = 0, count = 0] = bytes.subarray(at, at + HEAD_BYTES)
  const fieldsEnd = at + HEAD_BYTES + count * FIELD_BYTES
  const ownCount = (head & DEVELOPER_BIT) === 0 ? 0 : (bytes[fieldsEnd] ?? 0)
  const ownAt = fieldsEnd + ((head & DEVELOPER_BIT) === 0 ? 0 : 1)
  const end = ownAt + ownCount * FIELD_BYTES
  if (end > bytes.length || order > 1 || (head & 0x90) !== 0) return undefined
  const fields = triples(bytes.subarray(at + HEAD_BYTES, fieldsEnd))
  const all = [...fields, ...triples(bytes.subarray(ownAt, end)).map(asBytes)]
  const timeIndex = fields.findIndex(isTime)
  const kind = order === 0 ? low + high * 256 : low * 256 + high
  const used = wanted.get(kind)
  const begin = [head & (DEFINITION_BIT | LOCAL_BITS), 0, order, low, high]
  return {
    kind,
    size: sizeOf(all),
    timeAt: timeIndex >= 0 ? sizeOf(all.slice(0, timeIndex)) : undefined,
    isLittleEndian: order === 0,
    bytes: used && Uint8Array.from([...begin, ...rewritten(all, used, timeIndex >= 0)]),
    length: end - at,
  }
}

/** Whether a definition of a wanted kind certainly stands there, where nothing before it can be trusted. */
export function isCertain(bytes: Uint8Array, at: number, wanted: Wanted): boolean {
  const [head = 0, reserved, order = 0, low = 0, high = 0, count = 0] = bytes.subarray(at, at + HEAD_BYTES)
  if ((head & ~(DEVELOPER_BIT | LOCAL_BITS)) !== DEFINITION_BIT || reserved !== 0 || count < LEAST_FIELDS)
    return false
  if (!wanted.has(order === 0 ? low + high * 256 : low * 256 + high)) return false
  const fields = triples(bytes.subarray(at + HEAD_BYTES, at + HEAD_BYTES + count * FIELD_BYTES))
  const numbers = new Set(fields.map(([number]) => number))
  return fields.length === count && numbers.size === count && fields.every(isSound)
}

const sizeOf = (fields: readonly Field[]): number => fields.reduce((total, [, size]) => total + size, 0)

const isTime = ([number, size, type]: Field): boolean =>
  number === TIMESTAMP && size === TIME_BYTES && type === TIME_TYPE

/** A field of an app has numbers of its own, which are none of the profile. */
const asBytes = ([, size]: Field): Field => [NOBODYS, size, BYTE_TYPE]

const triples = (bytes: Uint8Array): Field[] =>
  Array.from({ length: Math.floor(bytes.length / FIELD_BYTES) }, (_, index) => {
    const [number = 0, size = 0, type = 0] = bytes.subarray(index * FIELD_BYTES)
    return [number, size, type]
  })

function isSound([, size, type]: Field): boolean {
  const width = (type & 0x60) === 0 ? WIDTHS[type & 0x1f] : undefined
  return width !== undefined && size > 0 && (type === STRING_TYPE || size % width === 0)
}

/**
 * The decoder makes an object of every field, and refuses a whole file for one of no size, of an unknown type
 * or written twice, as some devices write them. So fields that are not used become plain bytes, those side by
 * side one field.
 */
function rewritten(fields: readonly Field[], used: readonly number[], hasTime: boolean): number[] {
  const kept: Field[] = hasTime ? [] : [[TIMESTAMP, TIME_BYTES, TIME_TYPE]]
  const free = Array.from({ length: NOBODYS }, (_, number) => number).filter(
    (number) => !used.includes(number),
  )
  for (const field of fields) {
    const [number, size, type] = field
    const isNew = !kept.some(([other]) => other === number)
    const isUsed = isTime(field) || (used.includes(number) && isSound(field) && type !== BYTE_TYPE)
    const [last, before, lastType] = kept.at(-1) ?? [0, MOST_BYTES, BYTE_TYPE]
    if (isNew && isUsed) kept.push(field)
    else if (lastType === BYTE_TYPE && before + size <= MOST_BYTES)
      kept.splice(-1, 1, [last, before + size, BYTE_TYPE])
    else if (size > 0) kept.push([free.pop() ?? 0, size, BYTE_TYPE])
  }
  return [kept.length, ...kept.flat()]
}
