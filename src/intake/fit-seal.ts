const MARK = [0x2e, 0x46, 0x49, 0x54]
const MARK_AT = 8
const SHORT_HEADER = 12
const LONG_HEADER = 14
const CHECKSUM_BYTES = 2
const PROTOCOL = 0x10
/** A triathlon has four or five; more are made to keep the reading busy. */
const MOST_PARTS = 32
const CHECKSUM_TABLE = [
  0x0000, 0xcc01, 0xd801, 0x1400, 0xf001, 0x3c00, 0x2800, 0xe401, 0xa001, 0x6c00, 0x7800, 0xb401, 0x5000,
  0x9c01, 0x8801, 0x4400,
]

/** One of the files in a FIT file: several can stand one after another. */
interface Part {
  /** Its messages, without header and checksum. */
  readonly messages: Uint8Array
  readonly fault: 'cut-off' | 'checksum' | undefined
}

/** The files one after another in a FIT file, each as far as it is there, whatever its header says. */
export function partsOf(bytes: Uint8Array): Part[] {
  const parts: Part[] = []
  for (let at = 0; at >= 0 && at < bytes.length && parts.length < MOST_PARTS; ) {
    const begin = at + headerBytes(bytes, at)
    const end = begin + sizeSaid(bytes, at)
    const isSound = isEnd(bytes, end, at === 0) && isSealed(bytes, at, end)
    const next = isSound ? afterEnd(bytes, end) : nextHeader(bytes, begin)
    parts.push(
      isSound ? { messages: bytes.subarray(begin, end), fault: undefined } : unsound(bytes, begin, end, next),
    )
    at = next
  }
  return parts
}

/** What is there of a file whose length or checksum is wrong. */
function unsound(bytes: Uint8Array, begin: number, said: number, next: number): Part {
  const end = next < 0 ? bytes.length : next
  if (said === end) return { messages: bytes.subarray(begin, said), fault: undefined }
  if (said + CHECKSUM_BYTES === end) return { messages: bytes.subarray(begin, said), fault: 'checksum' }
  return { messages: bytes.subarray(begin, end), fault: 'cut-off' }
}

/** A whole file around some messages, with header and checksum as they must be. */
export function sealed(messages: readonly Uint8Array[]): Uint8Array {
  const size = messages.reduce((sum, each) => sum + each.length, 0)
  const file = new Uint8Array(SHORT_HEADER + size + CHECKSUM_BYTES)
  const view = new DataView(file.buffer)
  file[0] = SHORT_HEADER
  file[1] = PROTOCOL
  view.setUint32(4, size, true)
  file.set(MARK, MARK_AT)
  let at = SHORT_HEADER
  for (const each of messages) {
    file.set(each, at)
    at += each.length
  }
  view.setUint16(at, checksum(file, 0, at), true)
  return file
}

const hasMark = (bytes: Uint8Array, at: number): boolean =>
  MARK.every((byte, index) => bytes[at + MARK_AT + index] === byte)

/** Where a further header begins; where a fault hides how far the file before it goes. */
function nextHeader(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(MARK[0] ?? 0, from); at >= 0; at = bytes.indexOf(MARK[0] ?? 0, at + 1)) {
    const isHeader = at - MARK_AT >= from && hasMark(bytes, at - MARK_AT)
    const size = bytes[at - MARK_AT]
    if (isHeader && (size === SHORT_HEADER || size === LONG_HEADER)) return at - MARK_AT
  }
  return -1
}

/** Where the length of the header is damaged, the definition that begins the messages tells it. */
function headerBytes(bytes: Uint8Array, at: number): number {
  const said = bytes[at]
  if (said === SHORT_HEADER || said === LONG_HEADER) return said
  return (bytes[at + LONG_HEADER] ?? 0) >> 4 === 4 ? LONG_HEADER : SHORT_HEADER
}

const sizeSaid = (bytes: Uint8Array, at: number): number =>
  [7, 6, 5, 4].reduce((sum, index) => sum * 256 + (bytes[at + index] ?? 0), 0)

/** Nothing or another file follows; the first may also have something of a transfer behind it. */
const isEnd = (bytes: Uint8Array, end: number, isFirst: boolean): boolean =>
  end + CHECKSUM_BYTES === bytes.length ||
  (end + CHECKSUM_BYTES < bytes.length && (isFirst || hasMark(bytes, end + CHECKSUM_BYTES)))

const afterEnd = (bytes: Uint8Array, end: number): number =>
  hasMark(bytes, end + CHECKSUM_BYTES) ? end + CHECKSUM_BYTES : -1

/** Some programs leave the checksum 0. */
function isSealed(bytes: Uint8Array, from: number, end: number): boolean {
  const said = (bytes[end] ?? 0) + (bytes[end + 1] ?? 0) * 256
  return said === checksum(bytes, from, end) || (said === 0 && end + CHECKSUM_BYTES === bytes.length)
}

function checksum(bytes: Uint8Array, from: number, end: number): number {
  let sum = 0
  for (let at = from; at < end; at++) {
    const byte = bytes[at] ?? 0
    sum = (sum >> 4) ^ (CHECKSUM_TABLE[sum & 15] ?? 0) ^ (CHECKSUM_TABLE[byte & 15] ?? 0)
    sum = (sum >> 4) ^ (CHECKSUM_TABLE[sum & 15] ?? 0) ^ (CHECKSUM_TABLE[byte >> 4] ?? 0)
  }
  return sum
}
