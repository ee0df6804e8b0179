import { addDays, type CalendarDate, dateOf, dayOf } from '../../../base/calendar.ts'
import { fail, succeed, type Problem, type Result } from '../../../base/problem.ts'
import { changeEntry, type Amendment } from '../../../log/amend.ts'
import { amendAll } from '../../../log/amend-all.ts'
import { findEntries } from '../../../log/find.ts'
import type { Log } from '../../../log/schema.ts'
import { standing } from '../../../log/versions.ts'
import { dateText } from '../../../base/date-text.ts'
import { NOT_MEANT } from '../../asking/ask-run.ts'
import { askScore } from '../../asking/keys.ts'
import { usage, type Call } from '../../command.ts'
import { canAsk } from '../../host.ts'
import { NOTHING_SAID } from '../../log/ask-missing.ts'
import { entryFaults } from '../../log/entry-faults.ts'
import { formCommand, tooMany, type Heard, type Told } from '../../log/form.ts'
import { patched, type Patch } from '../../log/patch.ts'
import { score } from '../../log/readers.ts'
import { morningToCome } from '../../log/run-faults.ts'
import { RUN_FIELDS } from '../../log/run-fields.ts'
import type { Inputs } from '../../read-inputs.ts'
import { recallNote, withNote } from '../../log/recall.ts'
import { save } from '../../save.ts'

/** `itb log morning`: how the knee felt on rising, after the runs of the day before. */
export const morning = formCommand({
  name: 'morning',
  summary: "the morning score of yesterday's runs",
  words: [
    ['[words...]', 'the day of the runs, yesterday unless said, then the score 0 to 10', { kind: 'date' }],
  ],
  fields: RUN_FIELDS.filter(({ flag }) => flag === 'lasted'),
  examples: [
    ['itb log morning 0', "no pain on rising, after yesterday's run"],
    ['itb log morning 1 --lasted 3h', 'a little, and it had lasted three hours'],
  ],
  isOfTheDay: true,
  read: readScore,
  write: writeMorning,
})

const EXAMPLE = 'Such as: itb log morning 0'

function readScore(call: Call, inputs: Inputs): Result<Heard> {
  const [said] = call.words
  const left = tooMany(call.words, [score], inputs)
  if (left.length > 0) return succeed({ patch: {}, left })
  if (said === undefined) {
    return canAsk(call.host, call.flags)
      ? succeed({ patch: {}, left })
      : fail(usage('the score is missing', EXAMPLE))
  }
  const read = score(said, 'the score', inputs)
  return read.ok ? succeed({ patch: { [KEY]: read.value }, left }) : read
}

const KEY = 'pain.nextMorning'

async function writeMorning({ call, inputs, date, isDateSaid, patch }: Told) {
  // A day that was named is that of the run; the day it is today has its run the day before.
  const ran = isDateSaid ? date : dateOf(addDays(dayOf(date), -1))
  if (ran >= inputs.today) return fail(morningToCome(ran, inputs.today))
  // Looked at before anything is asked, so that nobody answers in vain.
  const inVain = setMorning(inputs.log, ran, inputs.today, patch)
  if (!inVain.ok) return inVain
  const said = patch[KEY] ?? (await askScore(call.host.ask, questionOf(ran)))
  if (said === undefined) return NOTHING_SAID
  const scores = { ...patch, [KEY]: said }
  const saved = await save(call, (log, { today }) => setMorning(log, ran, today, scores))
  return withNote(saved, recallNote([ran], inputs))
}

const questionOf = (ran: CalendarDate): string =>
  `The morning after the run of ${dateText(ran)}: the outer side of the knee on rising, 0 to 10. ${NOT_MEANT}`

/** The score stands for every run of its day: nobody can tell apart which of two a morning is of. */
function setMorning(log: Log, ran: CalendarDate, today: CalendarDate, patch: Patch): Result<Amendment> {
  const runs = findEntries(log, ran, today, 'run')
  if (!runs.ok) return fail(noRun(log, ran, today))
  const steps = runs.value.map(
    ({ id }) =>
      (before: Log): Amendment =>
        changeEntry(before, id, (entry) => patched(entry, patch), today),
  )
  const amendment = amendAll(log, steps)
  const faults = amendment.amended.flatMap(({ entry }) => entryFaults(entry, today))
  return faults.length > 0 ? fail(...faults) : succeed(amendment)
}

function noRun(log: Log, ran: CalendarDate, today: CalendarDate): Problem {
  const open = standing(log.entries, today).findLast(
    (entry) => entry.type === 'run' && entry.date < today && entry.pain?.nextMorning === undefined,
  )
  return {
    code: 'no-run',
    message: `no run of ${dateText(ran)} is logged`,
    hint:
      open === undefined
        ? 'Every run before today has its morning score. One that is missing: itb log run --date DATE'
        : `The last run without a morning score: itb log morning N --date ${open.date}`,
  }
}
