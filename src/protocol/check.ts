import { idFaults } from './check-ids.ts'
import { kindFaults } from './check-kinds.ts'
import { orderFaults } from './check-order.ts'
import { sentenceFaults } from './check-sentences.ts'
import { stageFaults } from './check-stages.ts'
import type { Fault } from './fault.ts'
import type { Protocol } from './schema.ts'

/** Everything that is wrong with a protocol although each part by itself is as it should be. */
export const checkProtocol = (protocol: Protocol): readonly Fault[] => [
  ...kindFaults(protocol),
  ...idFaults(protocol),
  ...sentenceFaults(protocol),
  ...orderFaults(protocol),
  ...stageFaults(protocol),
]
