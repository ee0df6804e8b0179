import { crc32, deflateRawSync } from 'node:zlib'

/** A file of a made archive; what is said of it need not be so. */
export interface MadeMember {
  readonly name: string
  readonly bytes: Uint8Array | string
  readonly isStored?: boolean
  readonly isEncrypted?: boolean
  /** The length it claims. */
  readonly length?: number
}

const UTF_8 = 0x800
const ENCRYPTED = 1

const little = (...fields: readonly (readonly [value: number, size: 2 | 4])[]): Buffer =>
  Buffer.concat(
    fields.map(([value, size]) => {
      const bytes = Buffer.alloc(size)
      if (size === 2) bytes.writeUInt16LE(value & 0xffff)
      else bytes.writeUInt32LE(value >>> 0)
      return bytes
    }),
  )

/** A zip archive, written field by field. */
export function madeZip(members: readonly MadeMember[]): Uint8Array {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, bytes, isStored = false, isEncrypted = false, length } of members) {
    const whole = Buffer.from(bytes)
    const packed = isStored ? whole : deflateRawSync(whole)
    const called = Buffer.from(name)
    const about = little(
      [20, 2],
      [UTF_8 | (isEncrypted ? ENCRYPTED : 0), 2],
      [isStored ? 0 : 8, 2],
      [0, 2],
      [0x5c21, 2],
      [crcOf(whole), 4],
      [packed.length, 4],
      [length ?? whole.length, 4],
      [called.length, 2],
      [0, 2],
    )
    const local = Buffer.concat([little([0x04034b50, 4]), about, called, packed])
    const rest = little([0, 2], [0, 2], [0, 2], [0, 4], [at, 4])
    central.push(Buffer.concat([little([0x02014b50, 4], [20, 2]), about, rest, called]))
    parts.push(local)
    at += local.length
  }
  const directory = Buffer.concat(central)
  const count = members.length
  const end = little(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [directory.length, 4],
    [at, 4],
    [0, 2],
  )
  return new Uint8Array(Buffer.concat([...parts, directory, end]))
}

const crcOf = (bytes: Buffer): number => crc32(bytes)
