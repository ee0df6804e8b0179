import { fail, type Result } from '../base/problem.ts'
import { inPlaceOrder, openSource, readDocument } from '../base/source.ts'
import { checkProtocol } from './check.ts'
import { problemOf } from './fault.ts'
import { Protocol } from './schema.ts'

/** A protocol that is safe to plan by, or everything that keeps it from being one, with its lines. */
export function readProtocol(file: string, text: string): Result<Protocol> {
  const read = readDocument(file, text, Protocol)
  if (!read.ok) return read
  const faults = checkProtocol(read.value)
  if (faults.length === 0) return read
  const source = openSource(file, text)
  return fail(...inPlaceOrder(faults.map((fault) => problemOf(fault, source))))
}
