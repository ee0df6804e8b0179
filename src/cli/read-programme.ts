import { join } from 'node:path'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import { compose, type Programme } from '../protocol/programme.ts'
import type { Protocol } from '../protocol/schema.ts'
import { ownProtocols } from '../store/paths.ts'
import { findProtocol, type ProtocolText, type Shelves } from '../store/protocols.ts'
import type { Host } from './host.ts'

/** What is followed where nobody says otherwise. */
export const DEFAULT_PROTOCOL = 'itbs-rehab'
/** What somebody begins with whom nothing hurts. */
export const HEALTHY_PROTOCOL = 'itbs-cycle'

/** Where this host has protocols. */
export const shelvesOf = (host: Host): Shelves => ({
  own: ownProtocols(host).file,
  shipped: join(host.folder, 'protocols'),
  compiled: join(host.folder, 'dist', 'protocols'),
})

/** A protocol and the partner it brings, put together for the engine. */
export async function readProgramme(host: Host, named: string): Promise<Result<Programme>> {
  const shelves = shelvesOf(host)
  const found = findProtocol(named, shelves)
  if (!found.ok) return found
  const chosen = await readFound(found.value)
  if (!chosen.ok) return chosen
  const other = findProtocol(chosen.value.partner, shelves, found.value.file)
  if (!other.ok) return fail(...(await atPartner(found.value, other.problems)))
  const partner = await readFound(other.value)
  if (!partner.ok) return partner
  return (
    together(chosen.value, partner.value) ?? fail(...(await atPartner(found.value, [unfit(partner.value)])))
  )
}

/** What was compiled from this very text, else the text itself with all its checks. */
export async function readFound({ file, text, compiled }: ProtocolText): Promise<Result<Protocol>> {
  // The build wrote it with the reader below, from the same text, which stands beside it.
  if (compiled !== undefined) return succeed(compiled as Protocol)
  const { readProtocol } = await import('../protocol/read.ts')
  return readProtocol(file, text)
}

const isCycle = ({ rules }: Protocol): boolean => rules.some(({ kind }) => kind === 'cycle')

function together(chosen: Protocol, partner: Protocol): Result<Programme> | undefined {
  if (isCycle(chosen) === isCycle(partner)) return undefined
  const [rehab, cycle] = isCycle(chosen) ? [partner, chosen] : [chosen, partner]
  return succeed(compose(rehab, cycle, chosen))
}

const unfit = ({ id }: Protocol): Problem => ({
  code: 'unfit-partner',
  message: `"${id}" cannot be the partner`,
  hint: 'A rehabilitation needs a cycle beside it, and a cycle a rehabilitation.',
})

async function atPartner({ file, text }: ProtocolText, problems: readonly Problem[]): Promise<Problem[]> {
  const { openSource } = await import('../base/source.ts')
  const place = openSource(file, text).placeOf(['partner'])
  return problems.map((problem) => ({ place, ...problem }))
}
