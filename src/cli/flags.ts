/** What flags can be given; undefined means "not said", never a yes or a no. */
export interface Flags extends RunFlags, DayFlags, RunnerFlags, OtherFlags {
  readonly log?: string
  readonly protocol?: string
  readonly today?: string
  readonly json?: boolean
  readonly color?: boolean
  readonly input?: boolean
  readonly output?: string
  readonly week?: string
  readonly weeks?: string
  readonly format?: string
  readonly at?: string
  readonly tz?: string
  readonly alarm?: string
  readonly ask?: string
  readonly details?: boolean
  readonly demo?: boolean
  readonly verbose?: boolean
  readonly of?: string
  readonly handout?: boolean
  readonly dryRun?: boolean
  readonly date?: string
  readonly since?: string
  readonly until?: string
  readonly type?: string
  readonly check?: boolean
  readonly short?: boolean
  readonly limit?: string
  /** Remarks as well, which otherwise stay in the log. */
  readonly notes?: boolean
  /** Takes an unusual number as it was typed. */
  readonly force?: boolean
  readonly note?: string
}

/** What can be said of a run, of its pain and of an exercise session. */
interface RunFlags {
  readonly pain?: string | readonly string[]
  readonly before?: string
  readonly after?: string
  readonly morning?: string
  readonly onset?: string
  readonly trend?: string
  readonly lasted?: string
  readonly site?: string
  readonly side?: string
  readonly limp?: boolean
  readonly swelling?: boolean
  readonly painkiller?: boolean
  readonly rpe?: string
  readonly intensity?: string
  readonly pickups?: string
  readonly surface?: string
  readonly terrain?: string
  readonly camber?: string
  readonly climb?: string
  readonly descent?: string
  readonly cadence?: string
  readonly shoes?: string
  readonly start?: string
  readonly running?: string
  readonly distance?: string
  readonly duration?: string
}

/** What can be said of a day. */
interface DayFlags {
  readonly ok?: boolean
  readonly daily?: string
  readonly stairs?: string
  readonly rest?: string
  readonly sleep?: string
  readonly sleepQuality?: string
  readonly night?: string
  readonly mood?: string
  readonly confidence?: string
  readonly habit?: readonly string[]
  readonly redFlag?: readonly string[]
  /** `--no-red-flags` sets false: every one of them was asked for and denied. */
  readonly redFlags?: boolean
}

/** What `itb init` and `itb set` ask. */
interface RunnerFlags {
  readonly baseline?: string
  readonly longest?: string
  readonly pace?: string
  readonly days?: string
  readonly units?: string
  readonly goal?: string
  readonly equipment?: string
  readonly timeZone?: string
  readonly weekStart?: string
  readonly painSince?: string
  readonly under18?: boolean
  readonly pregnant?: boolean
  readonly surgery?: boolean
  readonly stressFracture?: boolean
  /** None of the four before it is so. */
  readonly inScope?: boolean
}

/** What belongs to one form of logging alone. */
interface OtherFlags {
  readonly but?: readonly string[]
  /** How hard a strength session was; a no is `--no-easy`. */
  readonly easy?: boolean
  readonly sets?: readonly string[]
  readonly skip?: readonly string[]
  readonly effort?: readonly string[]
  readonly by?: string
  readonly maxRun?: string
  readonly tolerates?: string
  readonly maxWeek?: string
  readonly hills?: boolean
  readonly substitute?: readonly string[]
  readonly reason?: string
  readonly changed?: string
  readonly felt?: string
  readonly adjust?: string
  readonly aggravatedBy?: string
  readonly kneeTracking?: string
  readonly clear?: readonly string[]
}

/** What can be told of the flags where the command line as a whole was not read. */
export const flagsSeen = (argv: readonly string[]): Flags => ({
  json: argv.includes('--json'),
  ...(argv.includes('--color') && { color: true }),
  ...(argv.includes('--no-color') && { color: false }),
})
