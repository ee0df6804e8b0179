import { fit2json, parseRecords } from 'fit-decoder'

/** One step of a workout as a watch reads it. */
export interface ReadStep {
  readonly message_index: number
  readonly wkt_step_name?: string
  /** 0 by time in ms, 1 by distance in cm, 5 until a button, 6 back to the step that the value names. */
  readonly duration_type: number
  readonly duration_value: number
  readonly target_type: number
  readonly target_value: number
  readonly intensity?: string
}

/** A workout file, read by a decoder that has nothing to do with the encoder. */
export interface ReadWorkout {
  readonly header: ReturnType<typeof fit2json>['header']
  readonly order: readonly string[]
  readonly file: {
    readonly type: number
    readonly manufacturer: string
    readonly serial_number: number
    readonly time_created: Date
  }
  readonly workout: { readonly sport: string; readonly num_valid_steps: number; readonly wkt_name: string }
  readonly steps: readonly ReadStep[]
}

/** Reads a workout, or throws with what is wrong with the file. */
export function readFit(bytes: Uint8Array): ReadWorkout {
  const read = fit2json(new Uint8Array(bytes).buffer)
  const { records } = parseRecords(read)
  const of = (type: string): unknown[] =>
    records.filter((record) => record.type === type).map(({ data }) => data)
  const [file, ...otherFiles] = of('file_id') as ReadWorkout['file'][]
  const [workout, ...otherWorkouts] = of('workout') as ReadWorkout['workout'][]
  if (file === undefined || workout === undefined || otherFiles.length + otherWorkouts.length > 0)
    throw new Error('a workout file has one file_id and one workout')
  return {
    header: read.header,
    order: records.map(({ type }) => type),
    file,
    workout,
    steps: of('workout_step') as ReadStep[],
  }
}

const REPEAT = 6
const MOST = 10_000

/** The steps in the order in which a watch goes through them, every repeat done. */
export function played(steps: readonly ReadStep[]): ReadStep[] {
  const done: ReadStep[] = []
  const rounds = new Map<number, number>()
  for (let at = 0; at < steps.length; ) {
    const step = steps[at]
    if (step === undefined || done.length > MOST) throw new Error(`there is no way on from step ${at}`)
    const round = (rounds.get(at) ?? 0) + 1
    const isBack = step.duration_type === REPEAT && round < step.target_value
    if (step.duration_type !== REPEAT) done.push(step)
    else rounds.set(at, isBack ? round : 0)
    at = isBack ? step.duration_value : at + 1
  }
  return done
}
