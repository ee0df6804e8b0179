import { FitBaseType, FitEncoder } from 'fit-file-parser/encoder'

/** A message as `[kind, { field: value }]`; fields and kinds by their numbers in the FIT profile. */
export type MadeMessage = readonly [kind: number, fields: Readonly<Record<number, number>>]

/** 2026-03-01 06:10:00 UTC, in the seconds of FIT. */
export const MORNING = 1_141_279_800
export const RUNNING = 1

const SMALL = new Set([
  '0:0',
  '18:5',
  '18:6',
  '18:18',
  '19:17',
  '19:24',
  '20:4',
  '12:0',
  '12:1',
  '21:0',
  '21:1',
])
const MIDDLE = new Set(['18:22', '18:23'])

/** A whole FIT file of some messages, headers and checksum as they must be. */
export function madeFit(...messages: readonly MadeMessage[]): Uint8Array {
  const encoder = new FitEncoder({ protocolVersion: 0x10 })
  for (const [kind, fields] of messages) encoder.writeMessage(kind, fieldsOf(kind, fields))
  return encoder.close()
}

const fieldsOf = (kind: number, fields: Readonly<Record<number, number>>) =>
  Object.entries(fields).map(([number, value]) => {
    const name = `${kind}:${number}`
    const [size, baseType] = SMALL.has(name)
      ? [1, FitBaseType.Uint8]
      : MIDDLE.has(name)
        ? [2, FitBaseType.Uint16]
        : [4, FitBaseType.Uint32]
    return { number: Number(number), size, baseType, value }
  })

/** An activity, as a file says what it is. */
export const ACTIVITY_FILE: MadeMessage = [0, { 0: 4, 4: MORNING }]

/** A session of so many seconds and metres; further fields by their numbers. */
export const session = (
  start: number,
  seconds: number,
  meters: number,
  fields: Readonly<Record<number, number>> = {},
): MadeMessage => [
  18,
  {
    253: start + seconds,
    2: start,
    7: seconds * 1000,
    8: seconds * 1000,
    9: meters * 100,
    5: RUNNING,
    ...fields,
  },
]

/** A lap that was pressed. */
export const lap = (
  start: number,
  seconds: number,
  meters: number,
  fields: Readonly<Record<number, number>> = {},
): MadeMessage => [
  19,
  { 253: start + seconds, 2: start, 7: seconds * 1000, 8: seconds * 1000, 9: meters * 100, 24: 0, ...fields },
]

/** A point every second, at metres a second and steps of one foot that change with the seconds gone. */
export function points(
  start: number,
  seconds: number,
  speedAt: (second: number) => number,
  cadenceAt?: (second: number) => number,
): MadeMessage[] {
  let meters = 0
  return Array.from({ length: seconds + 1 }, (_, second) => {
    if (second > 0) meters += speedAt(second)
    const cadence = cadenceAt === undefined ? {} : { 4: cadenceAt(second) }
    return [20, { 253: start + second, 5: Math.round(meters * 100), ...cadence }]
  })
}

/** A file after a file, as some watches write a triathlon. */
export const chained = (...files: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(files.flatMap((file) => [...file]))
