import { type FitRawField, type FitRawMessage, readFitMessages } from 'fit-file-parser/raw'
import type { Wanted } from './fit-definition.ts'
import { cutIntoPieces, type Flaws } from './fit-pieces.ts'

/** One message of a FIT file; fields are asked for by their number in the FIT profile. */
export interface Message {
  /** Such as 18 for a session. */
  readonly kind: number
  /** Seconds since 1970; undefined where the message has no time. */
  readonly time: number | undefined
  /** A field as the file has it, before its scale; undefined where it is absent, unknown or no number. */
  value(field: number): number | undefined
}

/** FIT counts its seconds from the last day of 1989. */
const EPOCH = 631_065_600

type Reading = readonly [width: number, read: (view: DataView, little: boolean) => number, unknown: number]

/** How a value of each base type is read, and which of its values stands for not known. */
const READINGS: Readonly<Record<number, Reading>> = {
  0: [1, (view) => view.getUint8(0), 0xff],
  1: [1, (view) => view.getInt8(0), 0x7f],
  2: [1, (view) => view.getUint8(0), 0xff],
  3: [2, (view, little) => view.getInt16(0, little), 0x7fff],
  4: [2, (view, little) => view.getUint16(0, little), 0xffff],
  5: [4, (view, little) => view.getInt32(0, little), 0x7fffffff],
  6: [4, (view, little) => view.getUint32(0, little), 0xffffffff],
  8: [4, (view, little) => view.getFloat32(0, little), Number.NaN],
  9: [8, (view, little) => view.getFloat64(0, little), Number.NaN],
  10: [1, (view) => view.getUint8(0), 0],
  11: [2, (view, little) => view.getUint16(0, little), 0],
  12: [4, (view, little) => view.getUint32(0, little), 0],
}

/** Hands on every message of the wanted kinds, in the order of the file, and tells what could not be read. */
export function eachMessage(messages: Uint8Array, wanted: Wanted, take: (message: Message) => void): Flaws {
  const messageNumbers = [...wanted.keys()]
  return cutIntoPieces(messages, wanted, (file) => {
    const read = decoded(file, messageNumbers)
    for (const each of read ?? []) take(messageOf(each))
    return read !== undefined
  })
}

/** The decoder throws for what it does not take, and a piece of a damaged file may be anything. */
function decoded(file: Uint8Array, messageNumbers: readonly number[]): readonly FitRawMessage[] | undefined {
  try {
    return readFitMessages(file, { messageNumbers }).messages
  } catch {
    return undefined
  }
}

/** Seconds since 1970 of a time in a field; undefined as the field. */
export const timeIn = (message: Message, field: number): number | undefined => {
  const seconds = message.value(field)
  return seconds === undefined ? undefined : EPOCH + seconds
}

const messageOf = ({ globalMessageNumber, timestamp, littleEndian, fields }: FitRawMessage): Message => ({
  kind: globalMessageNumber,
  time: timestamp === undefined ? undefined : EPOCH + timestamp,
  value: (number) => {
    const field = fields.find(({ fieldNumber }) => fieldNumber === number)
    return field && numberIn(field, littleEndian)
  },
})

function numberIn({ baseType, size, bytes }: FitRawField, isLittleEndian: boolean): number | undefined {
  const [width, read, unknown] = READINGS[baseType & 0x1f] ?? []
  if (width !== size || read === undefined) return undefined
  const value = read(new DataView(bytes.buffer, bytes.byteOffset, size), isLittleEndian)
  return value === unknown || !Number.isFinite(value) ? undefined : value
}
