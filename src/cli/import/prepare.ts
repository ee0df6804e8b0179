import type { CalendarDate } from '../../base/calendar.ts'
import type { Problem } from '../../base/problem.ts'
import { isAhead } from '../../log/ahead.ts'
import { entryOf } from '../../intake/entries.ts'
import { leftOutAs } from '../../intake/kind.ts'
import { onceEach } from '../../intake/match.ts'
import type { Sighting } from '../../intake/trace.ts'
import type { ImportReport } from '../../render/imported.ts'
import { inFile } from '../../store/disk-problem.ts'
import type { Collected } from './collect.ts'
import type { Ready } from './take-in.ts'
import type { Placed } from './where.ts'

/** What is ready to be put into the log, and what was sorted out on the way. */
export interface Prepared {
  readonly ready: readonly Ready[]
  readonly earlier: number
  readonly leftOut: ImportReport['leftOut']
  readonly files: ImportReport['files']
  readonly problems: readonly Problem[]
}

/** Brings each activity once into the form of the log; what nobody can have run is told. */
export function prepare(
  collected: Collected,
  { sightings, problems }: Placed,
  { today, since }: { readonly today: CalendarDate; readonly since: CalendarDate | undefined },
): Prepared {
  const all = onceEach(sightings)
  const wanted = all.filter(({ local }) => since === undefined || local.date >= since)
  const ready: Ready[] = []
  const faults: Problem[] = []
  const leftOut = new Map<string, number>()
  for (const sighting of wanted) {
    const entry = isAhead(sighting.local.date, today) ? undefined : entryOf(sighting)
    if (entry === undefined) faults.push(inFile(sighting.file, ahead(sighting, today)))
    else if (!entry.ok) faults.push(...entry.problems.map((problem) => inFile(sighting.file, problem)))
    else if (entry.value !== undefined) ready.push({ sighting, entry: entry.value })
    else {
      const what = leftOutAs(sighting.activity)
      leftOut.set(what, (leftOut.get(what) ?? 0) + 1)
    }
  }
  return {
    ready,
    earlier: all.length - wanted.length,
    leftOut: [...leftOut].sort(([, a], [, b]) => b - a).map(([what, count]) => ({ what, count })),
    files: { read: collected.files, others: collected.others, partial: ready.flatMap(partOf) },
    problems: [...collected.problems, ...problems, ...faults],
  }
}

const partOf = ({ sighting: { activity, file } }: Ready) =>
  activity.partial === undefined ? [] : [{ file, why: activity.partial }]

const ahead = ({ activity, local }: Sighting, today: CalendarDate): Omit<Problem, 'place'> => ({
  code: 'future-entry',
  message: `an activity (${activity.called}) is dated ${local.date}, and today is ${today}`,
  hint: 'The clock of the device was wrong: log it by hand with the day it was.',
})
