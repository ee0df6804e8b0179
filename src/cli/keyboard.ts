import { PassThrough } from 'node:stream'
import type { ReadStream } from 'node:tty'

/** What is typed at a terminal, key by key, only while a question is open. */
export interface Keyboard {
  readonly input: NodeJS.ReadableStream
  /** Hands on what was typed, also before; `ten` is the key that a 1 and a 0 are handed on as. */
  readonly open: (ten?: string) => void
  /** Keeps what is typed from here on for the next question, and lets the process end. */
  readonly close: () => void
}

const STOP = '\u0003'
/** So many milliseconds after a 1 a 0 makes it a ten. */
const PATIENCE = 400
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
  let tenKey: string | undefined
  let patience: NodeJS.Timeout | undefined
  // Ten taken for a 1, and its 0 for the answer after it, would be the worst pain told as hardly any.
  const mayBeTen = (): boolean =>
    isOpen && tenKey !== undefined && waiting[0] === '1' && waiting.length === 1 && patience === undefined
  const next = (): string | undefined => {
    if (!isOpen) return undefined
    const isTen = tenKey !== undefined && waiting[0] === '1' && waiting[1] === '0'
    if (isTen) waiting.splice(0, 2, tenKey ?? '')
    return waiting.shift()
  }
  // One key a turn: the answer it gives closes the keyboard before the next key is due.
  const feed = (): void => {
    if (mayBeTen()) {
      patience = setTimeout(feed, PATIENCE)
      isFeeding = false
      return
    }
    clearTimeout(patience)
    patience = undefined
    const key = next()
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
    open: (ten) => {
      isOpen = true
      tenKey = ten
      terminal.resume()
      wake()
    },
    close: () => {
      isOpen = false
      terminal.pause()
    },
  }
}
