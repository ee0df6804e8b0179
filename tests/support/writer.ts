import { succeed } from '../../src/base/problem.ts'
import { changeFile, turnBack } from '../../src/store/log-file.ts'

// A program of its own, as a shell would start it: `writer.cjs FILE add WORD COUNT [PADDING]` adds words to a
// JSON array, `writer.cjs FILE undo` takes the last ones back.
const [file = '', what, word = '', count = '1', padding = '0'] = process.argv.slice(2)

const add = (text: string | undefined, each: string): string => {
  const before: readonly string[] = JSON.parse(text ?? '[]')
  return `${JSON.stringify([...before.slice(-200), each], null, 2)}\n`
}

async function play(): Promise<void> {
  for (let turn = 0; turn < Number(count); turn += 1) {
    const written =
      what === 'undo'
        ? await turnBack(file, 'undo', (earlier) => succeed(earlier))
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
