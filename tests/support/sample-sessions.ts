import type { CalendarDate } from '../../src/base/calendar.ts'
import type { PlannedExercise, Session, SessionType, Step } from '../../src/engine/plan.ts'

export const date = (text: string): CalendarDate => text as CalendarDate

/** What the shipped protocol calls its exercises. */
export const TITLES: ReadonlyMap<string, string> = new Map([
  ['clamshell', 'Clamshell'],
  ['side-lying-hip-abduction', 'Side-lying hip abduction'],
  ['glute-bridge', 'Glute bridge'],
  ['single-leg-glute-bridge', 'Single-leg glute bridge'],
  ['lateral-band-walk', 'Lateral band walk'],
  ['single-leg-box-squat', 'Single-leg box squat'],
  ['roll-tfl', 'Roll the hip pocket (TFL)'],
  ['roll-lateral-quad', 'Roll the outer thigh'],
  ['stretch-pigeon', 'Pigeon stretch'],
  ['stretch-hip-flexor', 'Half-kneeling hip flexor stretch'],
])

export const dose = (
  id: string,
  sets: number,
  reps: readonly number[],
  level: string | null = 'bodyweight',
): PlannedExercise => ({ id, sets, reps, perSide: id !== 'glute-bridge', holdSeconds: 2, level })

const hold = (id: string, holdSeconds: number): PlannedExercise => ({
  id,
  sets: 1,
  reps: null,
  perSide: true,
  holdSeconds,
  level: null,
})

export const sixExercises = (sets: number): readonly PlannedExercise[] => [
  dose('clamshell', sets, [15, 20]),
  dose('side-lying-hip-abduction', sets, [12, 15]),
  dose('glute-bridge', sets, [15]),
  dose('single-leg-glute-bridge', sets, [10, 12]),
  dose('lateral-band-walk', sets, [10, 15], 'band-above-knees'),
  dose('single-leg-box-squat', sets, [8, 10]),
]

const session = (day: string, type: SessionType, title: string, rest: Partial<Session>): Session => ({
  id: `${day}-${type}@k3v9q2`,
  date: date(day),
  type,
  title,
  intensity: null,
  distanceMeters: null,
  durationSeconds: null,
  elapsedSeconds: null,
  terrain: null,
  steps: [],
  exercises: [],
  cues: [],
  ...rest,
})

export const walk = (minutes: number): Step => ({ kind: 'walk', durationSeconds: minutes * 60 })
export const running = (minutes: number): Step => ({ kind: 'run', durationSeconds: minutes * 60 })
export const times = (repeat: number, ...steps: readonly Step[]): Step => ({ repeat, steps })

export const run = (
  day: string,
  title: string,
  distanceMeters: number,
  minutes: number,
  elapsed: number,
  steps: readonly Step[],
  rest: Partial<Session> = {},
): Session =>
  session(day, 'run', title, {
    intensity: 'easy',
    terrain: 'flat',
    distanceMeters,
    durationSeconds: minutes * 60,
    elapsedSeconds: elapsed * 60,
    steps,
    ...rest,
  })

export const strength = (day: string, exercises: readonly PlannedExercise[], minutes: number): Session =>
  session(day, 'strength', 'Strength', { exercises, durationSeconds: minutes * 60 })

export const mobility = (day: string): Session =>
  session(day, 'mobility', 'Rolling and stretching', {
    exercises: [
      hold('roll-tfl', 75),
      hold('roll-lateral-quad', 75),
      hold('stretch-pigeon', 60),
      hold('stretch-hip-flexor', 45),
    ],
    cues: ['No roller within 10 cm above the knee.'],
  })

export const bike = (day: string, minutes: number): Session =>
  session(day, 'cross-training', 'Bike or swim', {
    durationSeconds: minutes * 60,
    cues: ['Saddle so that the knee stays bent at the bottom, never high; stop if the outer knee hurts.'],
  })

export const rest = (day: string, cues: readonly string[] = []): Session =>
  session(day, 'rest', 'Rest', { cues })
