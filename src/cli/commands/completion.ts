import { fail, succeed } from '../../base/problem.ts'
import { renderJson } from '../../render/json.ts'
import { answer, usage, type Command } from '../command.ts'
import { SCRIPTS, SHELLS } from '../completion-scripts.ts'

/** `itb completion`: what makes a shell complete commands, flags and what may be said with them. */
export const completion: Command = {
  name: 'completion',
  summary: 'the completion of bash, zsh or fish',
  words: [['<shell>', SHELLS.join(', '), { choices: SHELLS }]],
  examples: [
    ['itb completion bash', 'for ~/.bashrc: eval "$(itb completion bash)"'],
    ['itb completion fish', 'for config.fish: itb completion fish | source'],
  ],
  run: async ({ words: [word = ''], flags }) => {
    const shell = SHELLS.find((each) => each === word)
    const script = shell && SCRIPTS[shell]
    if (script !== undefined) {
      const document = { format: 'itb-completion', version: 1, shell, script }
      return succeed(answer(flags.json === true ? renderJson(document) : script))
    }
    return fail(
      usage(
        `completion is asked for "${word}", a shell it is not written for`,
        `Shells: ${SHELLS.join(', ')}.`,
      ),
    )
  },
}
