import type { CalendarDate } from '../../base/calendar.ts'
import { fail, succeed, type Place, type Problem, type Result } from '../../base/problem.ts'
import { emptyFile, inPlaceOrder, openSource, problemsOf, type Source } from '../../base/source.ts'
import type { Named } from '../../log/amend.ts'
import { lateFaults } from '../../log/ahead.ts'
import { breakOf } from '../../log/broken.ts'
import { isEntry } from '../../log/check-entry.ts'
import { badJson } from '../../log/diagnose.ts'
import { EntrySchema, type Entry } from '../../log/schema.ts'
import type { Programme } from '../../protocol/programme.ts'
import { exercisesOf, unknownExercise } from './clinic-readers.ts'
import { entryFaults } from './entry-faults.ts'

/** The entry of an edited document, or everything wrong with it at its line. */
export function readEdited(
  file: string,
  text: string,
  before: Named,
  programme: Programme,
  today: CalendarDate,
): Result<Entry> {
  if (text.trim() === '') return fail(emptyFile(file))
  const broken = breakOf(text)
  if (broken !== undefined) return fail(badJson(file, text, broken))
  const value: unknown = JSON.parse(text)
  const source = openSource(file, text)
  const problems = [
    ...source.problems.filter(({ code }) => code === 'duplicate-key'),
    ...problemsOf(source, value, EntrySchema),
  ]
  if (problems.length > 0 || !isEntry(value)) return fail(...inPlaceOrder(problems))
  const entry = value as Entry
  const faults = [
    ...(entry.type === before.type ? [] : [otherType(source.placeOf(['type']), before)]),
    ...strangers(entry, source, programme),
    ...entryFaults(entry, today),
    ...lateFaults([entry], today).map((fault) => ({ ...fault, place: source.placeOf(['date']) })),
  ]
  return faults.length > 0 ? fail(...faults) : succeed(entry)
}

const otherType = (place: Place, { type, id }: Named): Problem => ({
  code: 'bad-value',
  message: `this entry is of the type ${type} and stays of it`,
  place,
  hint: `Take it out (itb remove ${id}) and log the other one.`,
})

function strangers(entry: Entry, source: Source, programme: Programme): readonly Problem[] {
  const known = exercisesOf(programme)
  const named =
    entry.type === 'strength'
      ? entry.exercises.map(({ id }, at) => ({ id, path: ['exercises', at, 'id'] }))
      : []
  return named
    .filter(({ id }) => !known.includes(id))
    .map(({ id, path }) => ({ ...unknownExercise(id, known), place: source.placeOf(path) }))
}
