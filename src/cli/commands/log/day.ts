import { dateOf, dayOf, daysFrom, type CalendarDate } from '../../../base/calendar.ts'
import { fail, succeed, type Problem, type Result } from '../../../base/problem.ts'
import { addEntries, changeEntry, type Amendment } from '../../../log/amend.ts'
import { findEntries } from '../../../log/find.ts'
import type { DayEntry, Log } from '../../../log/schema.ts'
import { standing } from '../../../log/versions.ts'
import { askDay } from '../../asking/ask-day.ts'
import { usage, type Answer, type Call } from '../../command.ts'
import { dateText } from '../../../base/date-text.ts'
import { dateMeant } from '../../date-words.ts'
import { canAsk } from '../../host.ts'
import { NOTHING_SAID } from '../../log/ask-missing.ts'
import { noDate } from '../../log/clinic-readers.ts'
import { formCommand, type Told } from '../../log/form.ts'
import { patched, type Patch } from '../../log/patch.ts'
import { recallNote, withNote } from '../../log/recall.ts'
import { save } from '../../save.ts'

/** `itb log day`: a check-in. */
export const day = formCommand({
  name: 'day',
  summary: 'a check-in: daily life, stairs, rest, sleep, mood',
  words: [['[date]', 'the day it tells of', { kind: 'date' }]],
  options: [
    ['--ok', 'no pain in daily life, on stairs and at rest, and no swelling'],
    ['--since <date>', 'the empty days from this one on as well', { kind: 'date' }],
  ],
  examples: [
    ['itb log day --ok --sleep 7.5', 'a good day'],
    ['itb log day yesterday --daily 2 --stairs 1 --rest 0 --no-swelling', 'a worse one'],
  ],
  isOfTheDay: true,
  write: writeDay,
})

/** What `--ok` states; of the red flags it says nothing, as they are asked for one by one. */
const OK: Patch = { 'pain.dailyActivities': 0, 'pain.stairs': 0, 'pain.rest': 0, swelling: false }

async function writeDay(told: Told): Promise<Result<Answer>> {
  const { call, inputs, date } = told
  const stated = call.flags.ok === true ? OK : {}
  const since = call.flags.since
  const first = since === undefined ? undefined : dateMeant(since, inputs.today)
  if (since !== undefined && first === undefined) return fail(noDate('--since', since))
  const isSilent = Object.keys({ ...stated, ...told.patch }).length === 0
  if (isSilent && !canAsk(call.host, call.flags)) {
    return fail(
      usage('nothing is said of the day', 'Such as: itb log day --ok, or --daily 2 --stairs 1 --rest 0'),
    )
  }
  const unfit = first === undefined ? [] : unfitForDays({ ...stated, ...told.patch })
  if (unfit.length > 0) return fail(...unfit)
  const patch = isSilent ? await askedOf(call, date) : told.patch
  if (isSilent && Object.keys(patch).length === 0) return NOTHING_SAID
  const saved =
    first === undefined
      ? await save(call, (log, { today }) => succeed(amendDay(log, date, stated, patch, today)))
      : await fillDays(told, first, { ...stated, ...patch })
  const days = daysFrom(dayOf(first ?? date), dayOf(date)).map(dateOf)
  return withNote(saved, recallNote(days, inputs))
}

/** Only that nothing hurt can be said of several days at once: all else belongs to a day of its own. */
function unfitForDays(patch: Patch): readonly Problem[] {
  const isQuiet = Object.entries(patch).every(
    ([key, value]) => (key.startsWith('pain.') && value === 0) || (key in QUIET_SIGNS && value === false),
  )
  const isSaid = Object.keys(patch).length > 0
  return isQuiet && isSaid
    ? []
    : [usage('--since is for days on which nothing hurt', 'Say --ok with it; other days one by one: --date')]
}

const QUIET_SIGNS: Patch = { limp: false, swelling: false }

/** What one key or a few say of a day, as flags would. */
async function askedOf({ host }: Call, date: CalendarDate): Promise<Patch> {
  const told = await askDay(host.ask, dateText(date), false)
  const pain = Object.entries(told?.day.pain ?? {}).map(([key, value]) => [`pain.${key}`, value])
  const { swelling } = told?.day ?? {}
  return { ...Object.fromEntries(pain), ...(swelling !== undefined && { swelling }) }
}

/** Flags change the check-in that is there; `--ok` only fills what nobody has said of the day yet. */
function amendDay(log: Log, date: CalendarDate, stated: Patch, patch: Patch, today: CalendarDate): Amendment {
  const found = findEntries(log, date, today, 'day')
  const place = placeOf(patch['pain.site'])
  // What hurt at another place is told of that place alone, and no score of the knee becomes one of it.
  const last = (found.ok ? found.value : []).findLast(
    (entry) => entry.type === 'day' && placeOf(entry.pain?.site) === place,
  )
  if (last?.type !== 'day')
    return addEntries(log, [patched({ type: 'day', date }, { ...stated, ...patch })], today)
  const open = Object.fromEntries(Object.entries(stated).filter(([key]) => !isSaid(last, key)))
  return changeEntry(
    log,
    last.id,
    (entry) => patched(entry, { ...open, ...withFlagsBefore(last, patch) }),
    today,
  )
}

const placeOf = (site: unknown): unknown => site ?? 'outer-knee'

const isSaid = ({ pain, swelling }: DayEntry, key: string): boolean =>
  key === 'swelling' ? swelling !== undefined : Object.keys(pain ?? {}).some((each) => key === `pain.${each}`)

/** A further red flag takes none back that was said before; only all of them are denied at once. */
function withFlagsBefore({ redFlags = [] }: DayEntry, patch: Patch): Patch {
  const said = patch['redFlags']
  return Array.isArray(said) && said.length > 0
    ? { ...patch, redFlags: [...new Set([...redFlags, ...said])] }
    : patch
}

async function fillDays({ call, date }: Told, first: CalendarDate, patch: Patch): Promise<Result<Answer>> {
  return save(call, (log, { today }) => {
    const taken = new Set(
      standing(log.entries, today).flatMap((entry) => (entry.type === 'day' ? [entry.date] : [])),
    )
    const empty = daysFrom(dayOf(first), dayOf(date))
      .map(dateOf)
      .filter((each) => !taken.has(each))
    if (empty.length === 0) return fail(usage(`no day from ${first} to ${date} is without a check-in`))
    return succeed(
      addEntries(
        log,
        empty.map((each) => patched({ type: 'day', date: each }, patch)),
        today,
      ),
    )
  })
}
