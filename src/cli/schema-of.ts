import { planJsonSchema } from '../engine/plan-schema.ts'
import { logJsonSchema } from '../log/json-schema.ts'
import { protocolJsonSchema } from '../protocol/json-schema.ts'

/** The JSON Schema of one of our documents; undefined where there is none. */
export function schemaOf(document: string): unknown {
  switch (document) {
    case 'protocol':
      return protocolJsonSchema()
    case 'log':
      return logJsonSchema()
    case 'plan':
      return planJsonSchema()
    default:
      return undefined
  }
}
