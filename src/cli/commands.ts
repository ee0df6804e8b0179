import type { Command } from './command.ts'
import { add } from './commands/add.ts'
import { check } from './commands/check.ts'
import { completion } from './commands/completion.ts'
import { done } from './commands/done.ts'
import { edit } from './commands/edit.ts'
import { imports } from './commands/import.ts'
import { init } from './commands/init.ts'
import { list } from './commands/list.ts'
import { log } from './commands/log.ts'
import { owed } from './commands/owed.ts'
import { plan } from './commands/plan.ts'
import { protocol } from './commands/protocol.ts'
import { remove } from './commands/remove.ts'
import { review } from './commands/review.ts'
import { score } from './commands/score.ts'
import { set } from './commands/set.ts'
import { status } from './commands/status.ts'
import { today } from './commands/today.ts'
import { restore, undo } from './commands/undo.ts'
import { why } from './commands/why.ts'

/** Every command, in the order of help and under the headings of help. */
export const GROUPS: readonly Group[] = [
  ['Every day', [today, done, owed, log, score]],
  ['The plan', [plan, why, status, review]],
  ['The log', [imports, add, list, edit, remove, undo, restore]],
  ['Setting up', [init, set, check, protocol, completion]],
]

/** Commands that belong together, below their heading. */
export type Group = readonly [title: string, commands: readonly Command[]]
