import {
  AbortPromptError,
  createPrompt,
  ExitPromptError,
  isEnterKey,
  useKeypress,
  useState,
} from '@inquirer/core'
import { createPromptModule } from 'inquirer'
import type { ReadStream, WriteStream } from 'node:tty'
import type { Paint } from '../render/paint.ts'
import { keyboardOn } from './keyboard.ts'
import { answered, beside, lineText, NOT_SAID, noSuchKey, offer, spread } from './prompt-text.ts'
import type { Key, KeyQuestion, LineQuestion, Question } from './question.ts'

/** Where questions are put: read from one stream, written to another, painted as that one allows. */
export interface Terminal {
  readonly stdin: ReadStream
  readonly stderr: WriteStream
  readonly paint: Paint
}

/** Asks on this terminal, as `Ask` does; null is Ctrl-C. */
export function promptsOn(terminal: Terminal): (question: Question) => Promise<string | undefined | null> {
  const keyboard = keyboardOn(terminal.stdin)
  const context = { input: keyboard.input, output: terminal.stderr }
  const askLine = createPromptModule(context)
  return async (question) => {
    // What was typed ahead stands on this line already, where the terminal echoed it.
    terminal.stderr.cursorTo(0)
    terminal.stderr.clearLine(1)
    keyboard.open(
      question.kind === 'key' ? question.keys.find(({ means }) => means === '10')?.key : undefined,
    )
    try {
      if (question.kind === 'key') return await keyPrompt({ question, terminal }, context)
      const { line } = await askLine([{ type: 'input', name: 'line', ...lineOf(question, terminal) }])
      return line.trim() === '' ? undefined : line.trim()
    } catch (error) {
      if (error instanceof ExitPromptError || error instanceof AbortPromptError) return null
      throw error
    } finally {
      keyboard.close()
    }
  }
}

interface KeyConfig {
  readonly question: KeyQuestion
  readonly terminal: Terminal
}

const columnsOf = ({ stderr }: Terminal): number => stderr.columns || 80

const keyPrompt = createPrompt<string | undefined, KeyConfig>(({ question, terminal }, done) => {
  const [taken, setTaken] = useState<{ readonly key: string | undefined }>()
  const [wrong, setWrong] = useState<string>()
  useKeypress((event, readline) => {
    // What the line editor gathers would move the cursor.
    readline.clearLine(0)
    const key = isEnterKey(event) ? undefined : question.keys.find((each) => isPressed(each.key, event))?.key
    if (key === undefined && !isEnterKey(event)) return setWrong(nameOf(event))
    setTaken({ key })
    done(key)
  })
  const columns = columnsOf(terminal)
  const { strong, muted } = terminal.paint
  if (taken === undefined)
    return [
      `? ${spread(question.text, columns, strong)}\n  ${offer(question, columns)} `,
      wrong === undefined ? '' : `  ${spread(noSuchKey(wrong), columns, muted)}`,
    ]
  const said = question.keys.find(({ key }) => key === taken.key)
  return `? ${answered(question.text, columns, answerOf(said) ?? question.enter, strong)}`
})

const answerOf = (said: Key | undefined): string | undefined =>
  said === undefined ? undefined : (said.answered ?? (said.means || said.key))

/** What was pressed, as it stands on the key. */
const nameOf = ({ name, sequence = '' }: KeyEvent): string => (/^[!-~]$/.test(sequence) ? sequence : name)

/** A capital letter is its small one, and after Escape a key is still that key. */
const isPressed = (key: string, { name, ctrl, sequence }: KeyEvent): boolean =>
  !ctrl && (name === key || sequence === key)

interface KeyEvent {
  readonly name: string
  readonly ctrl: boolean
  readonly sequence?: string
}

function lineOf(question: LineQuestion, terminal: Terminal) {
  const { text, check, enter = NOT_SAID } = question
  const { strong, caution } = terminal.paint
  let taken = 0
  const style = {
    message: (_: string, status: string) =>
      status === 'done'
        ? beside(text, columnsOf(terminal), taken === 0 ? enter.length : taken)
        : spread(lineText(question), columnsOf(terminal), strong),
    error: (message: string) => `  ${spread(message, columnsOf(terminal), caution)}`,
  }
  return {
    message: text,
    validate: (line: string) => {
      taken = line.trim().length
      return taken === 0 || (check(line.trim()) ?? true)
    },
    transformer: (line: string, { isFinal }: { readonly isFinal?: boolean }) =>
      isFinal !== true ? line : line.trim() === '' ? enter : strong(line.trim()),
    theme: { prefix: '?', style },
  }
}
