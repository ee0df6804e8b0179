import type { Activity } from './activity.ts'
import { listFound } from './found.ts'
import { type SessionFacts, sessionActivity } from './tcx-activity.ts'
import { type LapFacts, type Laps, watchLaps } from './tcx-lap.ts'
import { watchOrder } from './track-order.ts'
import { beginTrack, type Track, type TrackPoint } from './track.ts'
import { isBelievable, type Stamp } from './xml-time.ts'

/** The activities of a TCX file, each summed up while its laps and points go by. */
export interface Sessions {
  begin(sport: string): void
  describe(facts: Partial<SessionFacts>): void
  beginLap(time: Stamp | undefined): void
  sayOfLap(facts: Partial<LapFacts>): void
  breakHere(): void
  see(point: Omit<TrackPoint, 'seconds'>, time: Stamp | undefined): void
  /** What comes next belongs to no activity. */
  leave(): void
  withoutTimes(): number
  /** Of a file that was not whole, the track of a lap may be missing. */
  end(isCutOff: boolean): readonly Activity[]
}

interface Passing {
  facts: SessionFacts
  readonly laps: Laps
  track: Track
  readonly orderOf: ReturnType<typeof watchOrder>
  /** The rest of its points lies half a day or more from those before. */
  isElsewhen: boolean
}

/** Records activities one after the other. */
export function recordSessions(): Sessions {
  const found = listFound()
  let passing: Passing | undefined
  const leave = (isCutOff = false): void => {
    if (passing === undefined) return
    found.add(sessionActivity(passing.facts, passing.laps.end(), passing.track.sums(), isCutOff))
    passing = undefined
  }
  const know = (facts: Partial<SessionFacts>): void => {
    if (passing !== undefined) passing.facts = { ...passing.facts, ...facts }
  }
  return {
    begin(sport) {
      leave()
      passing = beginPassing(sport)
    },
    describe: know,
    beginLap(time) {
      if (passing?.facts.firstLap === undefined) know({ firstLap: time })
      passing?.laps.begin()
    },
    sayOfLap: (facts) => passing?.laps.say(facts),
    breakHere: () => passing?.track.breakHere(),
    see: (point, time) => passing && see(passing, point, time),
    leave: () => leave(),
    withoutTimes: found.withoutTimes,
    end(isCutOff) {
      leave(isCutOff)
      return found.all()
    },
  }
}

const NO_FACTS: SessionFacts = {
  sport: '',
  notes: '',
  id: undefined,
  firstLap: undefined,
  firstPoint: undefined,
  strays: 0,
}

const beginPassing = (sport: string): Passing => ({
  facts: { ...NO_FACTS, sport },
  laps: watchLaps(),
  track: beginTrack(),
  orderOf: watchOrder(),
  isElsewhen: false,
})

function see(passing: Passing, point: Omit<TrackPoint, 'seconds'>, time: Stamp | undefined): void {
  const isSet = time !== undefined && isBelievable(time)
  const order = isSet ? passing.orderOf(time.seconds) : 'next'
  if (order === 'elsewhen') goElsewhen(passing)
  if (order === 'slip' || passing.isElsewhen) {
    passing.facts = { ...passing.facts, strays: passing.facts.strays + 1 }
    return
  }
  if (passing.facts.firstPoint === undefined) passing.facts = { ...passing.facts, firstPoint: time }
  const moment = passing.track.see({ ...point, seconds: isSet ? time.seconds : undefined })
  if (moment !== undefined) passing.laps.see(moment)
}

/** A watch without a signal may write one point with any time; after more of them the rest is astray. */
function goElsewhen(passing: Passing): void {
  passing.isElsewhen = passing.track.sums().points > 1
  if (passing.isElsewhen) return
  passing.track = beginTrack()
  passing.facts = { ...passing.facts, firstPoint: undefined }
}
