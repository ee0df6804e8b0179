import type { Amended, Named } from '../log/amend.ts'
import { inKeyOrder } from '../log/render.ts'

/** What a write did, with its keys as in the file, and with remarks only where they are asked for. */
export const savedEntries = (saved: readonly Amended[], hasNotes: boolean): readonly Amended[] =>
  saved.map(({ action, entry, before }) => ({
    action,
    entry: shown(entry, hasNotes),
    ...(before !== undefined && { before: shown(before, hasNotes) }),
  }))

const shown = (entry: Named, hasNotes: boolean): Named =>
  inKeyOrder(hasNotes ? entry : withoutRemarks(entry)) as Named

/** A note is nothing but its remark, of which an empty one is left. */
function withoutRemarks(entry: Named): Named {
  const { note, was, ...rest } = entry
  const versions = was?.map(({ note: earlier, ...version }) => version)
  const kept = { ...rest, ...(versions !== undefined && { was: versions }) }
  return (entry.type === 'note' ? { ...kept, note: '' } : kept) as Named
}
