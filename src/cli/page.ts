import type { Runner } from '../log/schema.ts'
import type { Programme } from '../protocol/programme.ts'
import type { PageOptions } from '../render/page.ts'
import type { Call } from './command.ts'
import { paintFor } from './host.ts'

/** How wide and in which colours and units a text is written; a file gets neither width nor colour. */
export async function pageFor(
  { host, flags }: Call,
  programme: Programme,
  { units }: Pick<Runner, 'units'>,
): Promise<PageOptions> {
  const isFile = flags.output !== undefined && flags.output !== '-'
  const output = isFile ? { ...host.stdout, isTTY: false } : host.stdout
  const columns = output.isTTY ? host.stdout.columns : undefined
  const paint = await paintFor(isFile ? { color: false } : flags, host.env, output)
  return { columns, paint, units, exercises: titlesOf(programme) }
}

/** What each source id of a programme stands for. */
export const referencesOf = ({ rehab, cycle }: Programme): ReadonlyMap<string, string> =>
  new Map(
    [cycle, rehab].flatMap(({ references }) =>
      Object.entries(references).map(([id, { text }]) => [id, text] as const),
    ),
  )

/** What each exercise, roll, stretch and other activity of a programme is called. */
export const titlesOf = ({ rehab, cycle }: Programme): ReadonlyMap<string, string> =>
  new Map(
    [cycle, rehab].flatMap(({ exercises, tracks }) =>
      [
        ...exercises,
        ...tracks.rolling.items,
        ...tracks.stretching.items,
        ...tracks.warmUp.items,
        ...tracks.crossTraining.activities,
      ].map(({ id, title }) => [id, title] as const),
    ),
  )
