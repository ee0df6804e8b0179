import { flagsSeen } from '../../src/cli/flags.ts'
import { paintFor } from '../../src/cli/host.ts'
import { promptsOn } from '../../src/cli/prompts.ts'
import type { Question } from '../../src/cli/question.ts'

const [questions = '[]', pause = '0', ...argv] = process.argv.slice(2)

const checked = (question: Question): Question =>
  question.kind === 'key'
    ? question
    : {
        ...question,
        check: (line) => (/^\d+$/.test(line) ? undefined : `"${line}" is no number, such as 12`),
      }

/** Asks what it is told to, as the command does; what was answered goes to stdout. */
async function askAll(): Promise<void> {
  const paint = await paintFor(flagsSeen(argv), process.env, { isTTY: true, write: () => undefined })
  const ask = promptsOn({ stdin: process.stdin, stderr: process.stderr, paint })
  const answers: string[] = []
  for (const question of JSON.parse(questions) as readonly Question[]) {
    await new Promise((resolve) => setTimeout(resolve, Number(pause)))
    const answer = await ask(checked(question))
    answers.push(answer === null ? 'stopped' : (answer ?? 'nothing'))
    if (answer === null) process.exitCode = 130
    if (answer === null) break
  }
  process.stdout.write(`answers: ${answers.join(' ')}\n`)
}

void askAll()
