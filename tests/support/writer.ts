import { dirname } from 'node:path'
import { succeed } from '../../src/base/problem.ts'
import { changeFolder } from '../../src/store/folder.ts'
import { changeFile, turnBack } from '../../src/store/log-file.ts'

// A program of its own, as a shell would start it: `writer.cjs FILE add WORD COUNT [PADDING]` adds words to a
// JSON array, `writer.cjs FILE undo` takes the last ones back, `writer.cjs FILE folder WORD` writes the word
// into the files `one` and `two` beside it and removes `three`.
const [file = '', what, word = '', count = '1', padding = '0'] = process.argv.slice(2)

const add = (text: string | undefined, each: string): string => {
  const before: readonly string[] = JSON.parse(text ?? '[]')
  return `${JSON.stringify([...before.slice(-200), each], null, 2)}\n`
}

const filesOf = (text: string): ReadonlyMap<string, Uint8Array> =>
  new Map(['one', 'two'].map((name) => [name, new TextEncoder().encode(text)]))

async function play(): Promise<void> {
  for (let turn = 0; turn < Number(count); turn += 1) {
    const written =
      what === 'undo'
        ? await turnBack(file, 'undo', (earlier) => succeed(earlier))
        : what === 'folder'
          ? changeFolder(dirname(file), filesOf(word), ['three'])
          : await changeFile(file, (text) =>
              succeed(add(text, `${word}-${turn}${'.'.repeat(Number(padding))}`)),
            )
    // From here on whoever wants to kill us in the middle of a write may do so.
    if (turn === 0) process.stdout.write('begun')
    if (!written.ok) {
      process.stderr.write(`${JSON.stringify(written.problems[0])}\n`)
      process.exitCode = 2
    }
  }
}

await play()
