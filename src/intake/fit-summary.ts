import { type Message, timeIn } from './fit-messages.ts'

/** A session or lap of a FIT file, in seconds and metres; what the file does not say is undefined. */
export interface Summary {
  /** Seconds since 1970. */
  readonly start: number | undefined
  readonly elapsedSeconds: number | undefined
  readonly timerSeconds: number | undefined
  readonly meters: number | undefined
  /** The numbers of sport and kind of it in the FIT profile. */
  readonly sport: number | undefined
  readonly subSport: number | undefined
  /** As the file has it: steps of one foot, by most devices. */
  readonly cadence: number | undefined
  readonly ascentMeters: number | undefined
  readonly descentMeters: number | undefined
  /** Why a lap ended, in the numbers of the profile. */
  readonly trigger: number | undefined
}

const TIME_FIELDS = [2, 7, 8, 9]
/** The fields of a session that its summary is made of. */
export const SESSION_FIELDS = [...TIME_FIELDS, 5, 6, 18, 22, 23, 92]
/** The fields of a lap that its summary is made of. */
export const LAP_FIELDS = [...TIME_FIELDS, 17, 21, 22, 24, 25, 39, 80]

/** The summary in a message of a session. */
export const sessionOf = (message: Message): Summary => ({
  ...timesOf(message),
  sport: message.value(5),
  subSport: message.value(6),
  cadence: withFraction(message.value(18), message.value(92)),
  ascentMeters: message.value(22),
  descentMeters: message.value(23),
  trigger: undefined,
})

/** The summary in a message of a lap. */
export const lapOf = (message: Message): Summary => ({
  ...timesOf(message),
  sport: message.value(25),
  subSport: message.value(39),
  cadence: withFraction(message.value(17), message.value(80)),
  ascentMeters: message.value(21),
  descentMeters: message.value(22),
  trigger: message.value(24),
})

function timesOf(message: Message) {
  const { time } = message
  const start = timeIn(message, 2)
  const said = scaled(message.value(7), 1000)
  // The message itself is written at the end of what it sums up, by some programs at its beginning.
  const between = start !== undefined && time !== undefined && time > start ? time - start : undefined
  return {
    start: start ?? (time !== undefined && said !== undefined ? time - Math.round(said) : undefined),
    elapsedSeconds: said ?? between,
    timerSeconds: scaled(message.value(8), 1000),
    meters: scaled(message.value(9), 100),
  }
}

/** A field in its unit; undefined where the field is. */
export const scaled = (value: number | undefined, scale: number): number | undefined =>
  value === undefined ? undefined : value / scale

/** Steps a minute of a whole number and 128ths; undefined without the whole. */
export const withFraction = (whole: number | undefined, fraction: number | undefined): number | undefined =>
  whole === undefined ? undefined : whole + (fraction ?? 0) / 128
