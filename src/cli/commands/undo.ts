import { DRY_RUN, OWN_LOG, TODAY, type Command } from '../command.ts'
import { turn } from '../turn.ts'

/** `itb undo`: the log as it stood before the last write. */
export const undo: Command = {
  name: 'undo',
  summary: 'take the last write back, up to ten of them',
  options: [OWN_LOG, DRY_RUN, TODAY],
  examples: [
    ['itb undo --dry-run', 'what would change'],
    ['itb undo', 'the log as it stood before the last write'],
  ],
  run: (call) => turn(call, 'undo'),
}

/** `itb restore`: what the last undo took away. */
export const restore: Command = {
  name: 'restore',
  summary: 'take the last undo back',
  options: [OWN_LOG, DRY_RUN, TODAY],
  examples: [
    ['itb restore --dry-run', 'what would change'],
    ['itb restore', 'the log as it stood before the last undo'],
  ],
  run: (call) => turn(call, 'restore'),
}
