import { PassThrough } from 'node:stream'
import type { ReadStream } from 'node:tty'

/** What is typed at a terminal, key by key, only while a question is open. */
export interface Keyboard {
  readonly input: NodeJS.ReadableStream
  /** Hands on what was typed, also before. */
  readonly open: () => void
  /** Keeps what is typed from here on for the next question, and lets the process end. */
  readonly close: () => void
}

const STOP = '\u0003'
const END_OF_INPUT = /\u0004/g

/**
 * A keyboard for the life of a process. inquirer drops what was typed before its question stands, and what
 * came in one piece with the answer to the one before: a key would be lost to whoever types ahead.
 */
export function keyboardOn(terminal: ReadStream): Keyboard {
  const waiting: string[] = []
  const setRawMode = (isRaw: boolean) => terminal.setRawMode(isRaw)
  const input = Object.assign(new PassThrough(), { setRawMode })
  // readline pauses what comes back from Ctrl-Z, and only its own prompts would wake it.
  input.pause = () => input
  let isOpen = false
  let isFeeding = false
  // One key a turn: the answer it gives closes the keyboard before the next key is due.
  const feed = (): void => {
    const key = isOpen ? waiting.shift() : undefined
    isFeeding = key !== undefined
    if (key === undefined) return
    input.write(key)
    setImmediate(feed)
  }
  const wake = (): void => {
    if (!isFeeding) setImmediate(feed)
    isFeeding = true
  }
  const typed = (text: string): void => {
    waiting.push(...text.replace(END_OF_INPUT, STOP))
    wake()
  }
  terminal.setEncoding('utf8')
  terminal.on('data', typed)
  terminal.on('end', () => typed(STOP))
  terminal.pause()
  return {
    input,
    open: () => {
      isOpen = true
      terminal.resume()
      wake()
    },
    close: () => {
      isOpen = false
      terminal.pause()
    },
  }
}
