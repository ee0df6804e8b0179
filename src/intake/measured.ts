import type { CrossTrainingEntry, RunEntry } from '../log/schema.ts'
import type { Imported } from './entries.ts'
import { richness } from './match.ts'

/** A recording that is longer by more than this goes on where the other one broke off. */
const CLEARLY = 1.02

/** What a log has of a run when a file measured it as well: nothing a runner scored or said goes. */
export function measuredBy(logged: Imported, file: Imported): Imported {
  if (!isBetter(file, logged)) return logged
  if (logged.type === 'run' && file.type === 'run') return runBy(logged, file)
  if (logged.type === 'run' || file.type === 'run') return logged
  return asCorrected({ ...restOf(logged), ...measuredOf(file), ...whenOf(logged, file) }, logged)
}

/** Whole is better than broken off, then the richer source, then what goes on for longer. */
function isBetter(file: Imported, logged: Imported): boolean {
  const isLonger = file.durationSeconds > CLEARLY * logged.durationSeconds
  const isShorter = logged.durationSeconds > CLEARLY * file.durationSeconds
  if (logged.source === undefined) return file.partial !== true || !isShorter
  if ((file.partial === true) !== (logged.partial === true)) return logged.partial === true
  const more = richness(file.source) - richness(logged.source)
  return more > 0 || (more === 0 && file.partial === true && isLonger)
}

/** What a better file puts out of force. */
function restOf<E extends Imported>({ attested, partial, ...rest }: E): Omit<E, 'attested' | 'partial'> {
  return rest
}

function measuredOf<E extends Imported>({ date, start, ...measured }: E): Omit<E, 'date' | 'start'> {
  return measured
}

/** Two files tell the day by the instant, the better one better; a typed day is the runner's own. */
function whenOf(logged: Imported, file: Imported): Pick<Imported, 'date' | 'start'> {
  const isMoved = logged.corrected?.includes('date') === true
  const isOwnDay = isMoved || logged.instant === undefined || file.instant === undefined
  const { date, start } = isOwnDay && file.date !== logged.date ? logged : file
  // Around midnight the clock of another day would be a day off.
  return { date, ...(start !== undefined && { start }) }
}

function runBy(logged: RunEntry, file: RunEntry): Imported {
  const isImported = logged.source !== undefined
  const { guessed, runningMeters, runningSeconds, terrain, ...said } = restOf(logged)
  const { ascentMeters, descentMeters, ...unclimbed } = said
  const { guessed: guesses, runningMeters: _, runningSeconds: __, ...measured } = measuredOf(file)
  const { distanceMeters, durationSeconds, source, instant } = file
  const part = partKept(logged, file)
  const ground = groundKept(logged, file)
  return asCorrected(
    {
      ...measured,
      ...(logged.partial === true ? unclimbed : said),
      ...(isImported && measured),
      ...whenOf(logged, file),
      distanceMeters,
      durationSeconds,
      ...(source !== undefined && { source }),
      ...(instant !== undefined && { instant }),
      ...part.fields,
      ...ground.fields,
      guessed: [
        ...(part.isGuess ? ['running' as const] : []),
        ...(ground.isGuess ? ['terrain' as const] : []),
        ...(guesses ?? []).filter((guess) => guess !== 'running' && guess !== 'terrain'),
      ],
    },
    logged,
  )
}

/** What a runner said of walks stays; what a plan or a poorer file had of them gives way. */
function partKept(logged: RunEntry, file: RunEntry) {
  const { runningMeters, runningSeconds, attested, source, guessed } = logged
  const isSaid = attested !== true && source === undefined
  const hasPart = runningMeters !== undefined || runningSeconds !== undefined
  const isOfPart = logged.partial === true
  const keeps = hasPart && (isSaid || (file.runningSeconds === undefined && !isOfPart))
  const { runningMeters: meters, runningSeconds: seconds } = keeps ? logged : file
  const isGuess = keeps ? !isSaid || guessed?.includes('running') === true : file.guessed?.includes('running')
  return {
    isGuess: isGuess === true,
    fields: {
      ...(meters !== undefined && { runningMeters: Math.min(meters, file.distanceMeters) }),
      ...(seconds !== undefined && { runningSeconds: Math.min(seconds, file.durationSeconds) }),
    },
  }
}

/** What a runner said of the ground stays; a guess gives way to a better one and stays a guess till then. */
function groundKept(logged: RunEntry, file: RunEntry) {
  const isOwn = logged.terrain !== undefined && logged.guessed?.includes('terrain') !== true
  const kept = isOwn || file.terrain === undefined ? logged : file
  return {
    isGuess: kept.terrain !== undefined && kept.guessed?.includes('terrain') === true,
    fields: kept.terrain === undefined ? {} : { terrain: kept.terrain },
  }
}

/** A value that was corrected by hand stays, also where it was cleared, and is no guess. */
function asCorrected(now: RunEntry | CrossTrainingEntry, logged: Imported): Imported {
  const corrected: readonly string[] = logged.corrected ?? []
  const fields: Readonly<Record<string, unknown>> = {
    ...Object.fromEntries(Object.entries(now).filter(([key]) => !corrected.includes(key))),
    ...Object.fromEntries(Object.entries(logged).filter(([key]) => corrected.includes(key))),
  }
  const entry = fields as unknown as Imported
  return entry.type === 'run' ? bounded(entry, corrected) : entry
}

function bounded(run: RunEntry, corrected: readonly string[]): RunEntry {
  const { guessed = [], runningMeters, runningSeconds, ...rest } = run
  const left = guessed.filter(
    (guess) => !corrected.includes(guess) && !(guess === 'running' && corrected.includes('runningSeconds')),
  )
  return {
    ...rest,
    ...(runningMeters !== undefined && { runningMeters: Math.min(runningMeters, rest.distanceMeters) }),
    ...(runningSeconds !== undefined && { runningSeconds: Math.min(runningSeconds, rest.durationSeconds) }),
    ...(left.length > 0 && { guessed: left }),
  }
}
