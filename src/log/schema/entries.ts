import * as z from 'zod'
import {
  ACTIVITIES,
  AGGRAVATORS,
  CADENCE,
  CLIMB,
  CORRECTIONS,
  FIVE,
  GUESSES,
  INTENSITIES,
  KNEE_TRACKING,
  PICKUPS,
  REPS,
  SCORE,
  SESSION_SECONDS,
  SETS,
  SITES,
  SLEEP_HOURS,
  SOURCES,
  SURFACES,
  TERRAINS,
  TOLERATED,
} from '../words.ts'
import { entry, lastingEntry, remark } from './history.ts'
import { Runner } from './runner.ts'
import {
  between,
  Instant,
  Meters,
  Name,
  RedFlag,
  RunPain,
  Score,
  Side,
  SomeMeters,
  SomeSeconds,
  SomeWords,
  Substitution,
  TimeOfDay,
  whole,
  Words,
} from './values.ts'

/** Which planned session an entry answers, and whether it was taken from the plan and not measured. */
const fromPlan = { session: Name.optional(), attested: z.boolean().optional() }
/** When an imported activity began, wherever the runner was: by this it is known again. */
const began = { start: TimeOfDay.optional(), instant: Instant.optional() }
/**
 * The format of the file an entry was imported from, whether the file breaks off, and what was corrected by
 * hand: a richer file, or a whole one, takes the place of all else that was measured.
 */
const imported = {
  source: z.enum(SOURCES).optional(),
  partial: z.boolean().optional(),
  corrected: z.array(z.enum(CORRECTIONS)).optional(),
}
const signs = { limp: z.boolean().optional(), swelling: z.boolean().optional() }

export const RunEntry = entry('run', {
  ...began,
  distanceMeters: SomeMeters,
  durationSeconds: SomeSeconds,
  runningMeters: Meters.optional(),
  runningSeconds: between(SESSION_SECONDS).optional(),
  rpe: between(SCORE).optional(),
  intensity: z.enum(INTENSITIES).optional(),
  pickups: whole(PICKUPS).optional(),
  surface: z.enum(SURFACES).optional(),
  terrain: z.enum(TERRAINS).optional(),
  camber: Words.optional(),
  ascentMeters: between(CLIMB).optional(),
  descentMeters: between(CLIMB).optional(),
  cadenceSpm: between(CADENCE).optional(),
  shoes: Words.optional(),
  pain: RunPain.optional(),
  ...signs,
  analgesic: z.boolean().optional(),
  ...fromPlan,
  ...imported,
  guessed: z.array(z.enum(GUESSES)).optional(),
  ...remark,
})

const reps = whole(REPS)
/** One exercise as done; which ids exist is the protocol's business. */
const DoneExercise = z.strictObject({
  id: Name,
  side: Side.optional(),
  sets: whole(SETS).optional(),
  reps: z.union([reps, z.array(reps)]).optional(),
  level: Words.optional(),
  effort: between(SCORE).optional(),
  pain: Score.optional(),
})

export const StrengthEntry = entry('strength', {
  start: TimeOfDay.optional(),
  exercises: z.array(DoneExercise),
  durationSeconds: SomeSeconds.optional(),
  rpe: between(SCORE).optional(),
  ...fromPlan,
  ...remark,
})

export const DayEntry = entry('day', {
  pain: z
    .strictObject({
      site: z.enum(SITES).optional(),
      dailyActivities: Score.optional(),
      stairs: Score.optional(),
      rest: Score.optional(),
      night: Score.optional(),
    })
    .optional(),
  ...signs,
  analgesic: z.boolean().optional(),
  sleepHours: between(SLEEP_HOURS).optional(),
  sleepQuality: whole(FIVE).optional(),
  mood: whole(FIVE).optional(),
  confidence: between(SCORE).optional(),
  redFlags: z.array(RedFlag).optional(),
  habits: z.array(SomeWords).optional(),
  ...remark,
})

export const CrossTrainingEntry = entry('cross-training', {
  ...began,
  activity: z.enum(ACTIVITIES),
  distanceMeters: SomeMeters.optional(),
  durationSeconds: SomeSeconds,
  rpe: between(SCORE).optional(),
  pain: Score.optional(),
  ...fromPlan,
  ...imported,
  ...remark,
})

export const MobilityEntry = entry('mobility', {
  start: TimeOfDay.optional(),
  items: z.array(Name),
  durationSeconds: SomeSeconds.optional(),
  pain: Score.optional(),
  ...fromPlan,
  ...remark,
})

export const FlareEntry = entry('flare', { pain: RunPain.optional(), ...signs, ...remark })
/**
 * A clinician's leave; with `tolerates` that a pain no higher than it need hold no week up to its last day.
 */
export const ClearanceEntry = lastingEntry('clearance', {
  by: SomeWords,
  tolerates: whole(TOLERATED).optional(),
  ...remark,
})
export const LimitEntry = lastingEntry('limit', {
  by: SomeWords,
  maxRunSeconds: between(SESSION_SECONDS).optional(),
  maxWeekMeters: Meters.optional(),
  noHills: z.boolean().optional(),
  substitute: Substitution.optional(),
  ...remark,
})
export const AbsenceEntry = lastingEntry('absence', { reason: Words.optional(), ...remark })
export const SettingsEntry = entry('settings', { ...Runner.partial().shape, ...remark })
export const ReviewEntry = entry('review', {
  changed: Words.optional(),
  felt: Words.optional(),
  adjust: Words.optional(),
  ...remark,
})
/** How a flare began and what makes it worse; it describes, and no plan depends on it. */
export const BaselineEntry = entry('baseline', {
  site: z.enum(SITES).optional(),
  onsetMeters: Meters.optional(),
  aggravatedBy: z.array(z.enum(AGGRAVATORS)).optional(),
  kneeTracking: z.enum(KNEE_TRACKING).optional(),
  ...remark,
})
export const AcknowledgementEntry = entry('acknowledgement', { notice: Name, ...remark })

/** A sentence that belongs to no session. */
export const NoteEntry = entry('note', { note: Words })
