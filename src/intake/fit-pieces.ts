import { type Definition, definitionAt, isCertain, type Wanted } from './fit-definition.ts'
import { sealed } from './fit-seal.ts'

/** Takes one small and whole FIT file; false when it could not be read. */
type TakePiece = (file: Uint8Array) => boolean

/** What the cutting of a file found wrong with it. */
export interface Flaws {
  /** A message made no sense, or the decoder made none of a piece. */
  readonly isBroken: boolean
  /** The last message is not all there. */
  readonly isCutOff: boolean
}

/** As much as the decoder holds at once: it keeps some two hundred bytes for each value. */
const PIECE_BYTES = 65_536
const COMPRESSED_BIT = 0x80
const DEFINITION_BIT = 0x40
const RESERVED_BITS = 0x30
const COMPRESSED_SECONDS = 32
const NO_TIME = 0xffffffff
const TIME_BYTES = 4
const SENSELESS = 0
const CUT_OFF = -1

/** What holds at a place of the file: layouts by their number, the piece so far, and the last time. */
interface Cutting {
  readonly messages: Uint8Array
  readonly wanted: Wanted
  readonly layouts: Map<number, Definition>
  parts: Uint8Array[]
  bytes: number
  time: number
}

/**
 * Cuts the messages of a FIT file into small files, for the decoder keeps every message in memory and gives
 * nothing of a file with one fault: so hours of records need little room, and what is sound is read. Times
 * in the first byte of a message are written out, for it refuses them as old watches have them.
 */
export function cutIntoPieces(messages: Uint8Array, wanted: Wanted, take: TakePiece): Flaws {
  const cutting: Cutting = { messages, wanted, layouts: new Map(), parts: [], bytes: 0, time: NO_TIME }
  let isBroken = false
  let isCutOff = false
  const finish = (): void => {
    if (cutting.bytes > 0 && !take(sealed(cutting.parts))) isBroken = true
    cutting.parts = definitionsOf(cutting)
    cutting.bytes = 0
  }
  for (let at = 0; at < messages.length; ) {
    if (cutting.bytes > PIECE_BYTES) finish()
    const length = step(cutting, at)
    if (length === SENSELESS) isBroken = true
    if (length === CUT_OFF) isCutOff = true
    at = length > 0 ? at + length : nextDefinition(cutting, at + 1)
  }
  finish()
  return { isBroken, isCutOff }
}

/** Goes over one message and returns how many bytes it has, or why it has none. */
function step(cutting: Cutting, at: number): number {
  const { messages, layouts } = cutting
  const head = messages[at] ?? 0
  const isCompressed = (head & COMPRESSED_BIT) !== 0
  if (!isCompressed && (head & DEFINITION_BIT) !== 0) return define(cutting, at)
  const local = isCompressed ? (head >> 5) & 3 : head & 15
  const layout = layouts.get(local)
  if (layout === undefined || (!isCompressed && (head & RESERVED_BITS) !== 0)) return SENSELESS
  const end = at + 1 + layout.size
  if (end > messages.length) return CUT_OFF
  if (layout.timeAt !== undefined) cutting.time = timeAt(messages, at + 1 + layout.timeAt, layout)
  else if (isCompressed) cutting.time = timeAfter(cutting.time, head)
  if (layout.bytes !== undefined) {
    const before = headOf(local, layout, isCompressed ? cutting.time : NO_TIME)
    cutting.parts.push(before, messages.subarray(at + 1, end))
    cutting.bytes += before.length + layout.size
  }
  return end - at
}

function define(cutting: Cutting, at: number): number {
  const { messages, wanted, layouts, parts } = cutting
  const definition = definitionAt(messages, at, wanted)
  if (definition === undefined) return (messages[at + 2] ?? 0) > 1 ? SENSELESS : CUT_OFF
  layouts.set((messages[at] ?? 0) & 15, definition)
  if (definition.bytes !== undefined) {
    parts.push(definition.bytes)
    cutting.bytes += definition.bytes.length
  }
  return definition.length
}

const definitionsOf = ({ layouts }: Cutting): Uint8Array[] =>
  [...layouts.values()].flatMap(({ bytes }) => bytes ?? [])

/** The first byte of a message, and a time where its layout had none. */
function headOf(local: number, { timeAt, isLittleEndian }: Definition, time: number): Uint8Array {
  if (timeAt !== undefined) return Uint8Array.of(local)
  const head = new DataView(new ArrayBuffer(1 + TIME_BYTES))
  head.setUint8(0, local)
  head.setUint32(1, time, isLittleEndian)
  return new Uint8Array(head.buffer)
}

/** The last five bits of a time, which runs on; unknown where none was before. */
function timeAfter(time: number, head: number): number {
  if (time === NO_TIME) return NO_TIME
  const ahead = (head - time) & (COMPRESSED_SECONDS - 1)
  return Math.min(time + ahead, NO_TIME)
}

/** Where a message is senseless, reading goes on with the next definition that is certainly one. */
function nextDefinition({ messages, wanted }: Cutting, from: number): number {
  for (let at = messages.indexOf(0, from); at >= 0; at = messages.indexOf(0, at + 1))
    if (at > from && isCertain(messages, at - 1, wanted)) return at - 1
  return messages.length
}

function timeAt(messages: Uint8Array, at: number, { isLittleEndian }: Definition): number {
  const view = new DataView(messages.buffer, messages.byteOffset + at, TIME_BYTES)
  return view.getUint32(0, isLittleEndian)
}
