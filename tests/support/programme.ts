import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compose, type Programme } from '../../src/protocol/programme.ts'
import { readProtocol } from '../../src/protocol/read.ts'
import type { Protocol } from '../../src/protocol/schema.ts'

const FOLDER = join(import.meta.dirname, '../../protocols')

/** The text of a shipped protocol. */
export const protocolText = (id: string): string => readFileSync(join(FOLDER, `${id}.yaml`), 'utf8')

/** A protocol from its text; a text with problems fails the test with all of them. */
export function protocolFrom(text: string): Protocol {
  const read = readProtocol('protocol.yaml', text)
  if (!read.ok)
    throw new Error(read.problems.map(({ message, place }) => `${place?.line ?? 0}: ${message}`).join('\n'))
  return read.value
}

const rehab = protocolFrom(protocolText('itbs-rehab'))
const cycle = protocolFrom(protocolText('itbs-cycle'))

/** The shipped programme for a runner who came by way of a flare. */
export const REHAB: Programme = compose(rehab, cycle, rehab)

/** The shipped programme for a healthy runner who chose the cycle. */
export const CYCLE: Programme = compose(rehab, cycle, cycle)
