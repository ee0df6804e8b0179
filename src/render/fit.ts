import { FitBaseType, FitEncoder } from 'fit-file-parser/encoder'
import { type CalendarDate, dayOf } from '../base/calendar.ts'
import { fnv } from '../base/hash.ts'
import type { WatchRepeat, WatchStep, Workout } from './workout.ts'

// Numbers of the FIT profile: messages, kinds of file, of duration, of target and of effort.
const FILE_ID = 0
const WORKOUT = 26
const WORKOUT_STEP = 27
const WORKOUT_FILE = 5
const RUNNING = 1
const BY_TIME = 0
const BY_DISTANCE = 1
const UNTIL_PRESSED = 5
const REPEAT = 6
const NO_TARGET = 2
const EFFORTS: Readonly<Record<WatchStep['part'], number>> = {
  work: 0,
  rest: 1,
  'warm-up': 2,
  'cool-down': 3,
}
const NAMES: Readonly<Record<WatchStep['kind'], string>> = { walk: 'Walk', run: 'Run', pickup: 'Pickup' }

// The encoder's own default, 0x02, is a version that there never was.
const PROTOCOL = 0x10
// Makers without a number of their own use this one; products they number as they like.
const DEVELOPMENT = 255
const PRODUCT = 26_996
// The profile gives names sixteen bytes, the last of them zero.
const NAME_BYTES = 16
// Seconds are counted from here, and below the least of them they are no date but a device's uptime.
const EPOCH = '1989-12-31' as CalendarDate
const LEAST_MOMENT = 0x10000000
const LAST_MOMENT = 0xfffffffe
const DAY_SECONDS = 86_400

type Field = Parameters<FitEncoder['writeMessage']>[1][number]

/** A workout file for a watch; the moment, such as `2026-03-10T19:02:11Z`, is when it was made. */
export function renderFit(workout: Workout, moment: string): Uint8Array {
  const encoder = new FitEncoder({ protocolVersion: PROTOCOL })
  encoder.writeMessage(FILE_ID, fileId(serialOf(workout.id), secondsOf(moment)))
  encoder.writeMessage(WORKOUT, [byte(4, RUNNING), short(6, workout.steps.length), name(8, workout.name)])
  workout.steps.forEach((step, index) => {
    encoder.writeMessage(WORKOUT_STEP, [
      short(254, index),
      ...('kind' in step ? stepFields(step) : repeatFields(step)),
    ])
  })
  return encoder.close()
}

// A watch holds files apart by maker, product and serial number, and so not by their names.
const fileId = (serial: number, seconds: number): Field[] => [
  byte(0, WORKOUT_FILE),
  short(1, DEVELOPMENT),
  short(2, PRODUCT),
  { number: 3, size: 4, baseType: FitBaseType.Uint32z, value: serial },
  long(4, seconds),
]

function stepFields({ kind, part, amount }: WatchStep): Field[] {
  const [type, value] =
    amount === undefined
      ? [UNTIL_PRESSED, 0]
      : 'meters' in amount
        ? [BY_DISTANCE, Math.round(amount.meters * 100)]
        : [BY_TIME, Math.round(amount.seconds * 1000)]
  return [
    name(0, NAMES[kind]),
    byte(1, type),
    long(2, value),
    byte(3, NO_TARGET),
    long(4, 0),
    byte(7, EFFORTS[part]),
  ]
}

const repeatFields = ({ times, from }: WatchRepeat): Field[] => [
  byte(1, REPEAT),
  long(2, from),
  byte(3, NO_TARGET),
  long(4, times),
]

const byte = (number: number, value: number): Field => ({
  number,
  size: 1,
  baseType: FitBaseType.Enum,
  value,
})
const short = (number: number, value: number): Field => ({
  number,
  size: 2,
  baseType: FitBaseType.Uint16,
  value,
})
const long = (number: number, value: number): Field => ({
  number,
  size: 4,
  baseType: FitBaseType.Uint32,
  value,
})

function name(number: number, text: string): Field {
  const value = new Uint8Array(NAME_BYTES)
  value.set(FitEncoder.string(text.slice(0, NAME_BYTES - 1)))
  return { number, size: NAME_BYTES, baseType: FitBaseType.String, value }
}

// Zero would say that there is no serial number.
const serialOf = (id: string): number => fnv(id) || 1

function secondsOf(moment: string): number {
  const days = dayOf(moment.slice(0, 10) as CalendarDate) - dayOf(EPOCH)
  const [hours = 0, minutes = 0, seconds = 0] = moment.slice(11, 19).split(':').map(Number)
  const counted = days * DAY_SECONDS + hours * 3600 + minutes * 60 + seconds
  return Math.min(LAST_MOMENT, Math.max(LEAST_MOMENT, counted))
}

// What stands before the serial number in every file of ours, its definition and its first fields.
const HEADER = 14
const SERIAL = 41
const MARK = new FitEncoder().writeMessage(FILE_ID, fileId(1, LEAST_MOMENT)).close().slice(HEADER, SERIAL)

/** Whether these bytes are a workout that was written here, of any run or of the one with this id. */
export function isWorkout(bytes: Uint8Array, id?: string): boolean {
  if (bytes.length < SERIAL + 4 || MARK.some((each, index) => bytes[HEADER + index] !== each)) return false
  const serial = new DataView(bytes.buffer, bytes.byteOffset).getUint32(SERIAL, true)
  return id === undefined || serial === serialOf(id)
}
