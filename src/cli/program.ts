import { Command as Commander, CommanderError } from 'commander'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import { problemsJson, renderProblems } from '../render/problems.ts'
import { writeText } from '../store/files.ts'
import { answer, usage, type Answer, type Command, type Flags } from './command.ts'
import { check } from './commands/check.ts'
import { plan } from './commands/plan.ts'
import { protocol } from './commands/protocol.ts'
import { why } from './commands/why.ts'
import { paintFor, type Host } from './host.ts'

/** Every command, in the order of help. */
export const COMMANDS: readonly Command[] = [plan, why, check, protocol]

/** Runs one command line from its words to its exit code. */
export async function run(host: Host): Promise<number> {
  const asked: { flags: Flags; result: Result<Answer> } = { flags: {}, result: succeed(answer('')) }
  const program = programOf(host, async (command, flags, words) => {
    asked.flags = flags
    asked.result = (await command.run?.({ host, flags, words })) ?? asked.result
  })
  try {
    await program.parseAsync(host.argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help and version are answers, and have been written.
    if (error.code === 'commander.version' || error.code.startsWith('commander.help')) return 0
    asked.flags = flagsSeen(host.argv)
    asked.result = fail(usageProblem(error))
  }
  return conclude(host, asked.flags, asked.result)
}

/** What can be told of the flags when the command line as a whole could not be read. */
const flagsSeen = (argv: readonly string[]): Flags => ({
  json: argv.includes('--json'),
  ...(argv.includes('--no-color') && { color: false }),
})

function usageProblem({ message }: CommanderError): Problem {
  const [said = '', meant] = message.replace(/^error: /, '').split('\n')
  return usage(said, meant?.replace(/^\((.*)\)$/, '$1') ?? 'What there is: itb --help')
}

type Act = (command: Command, flags: Flags, words: readonly string[]) => Promise<void>

function programOf(host: Host, act: Act): Commander {
  const program = shell(new Commander('itb'), host)
    .description('Plans the running weeks of somebody with iliotibial band syndrome. No medical advice.')
    .addHelpText('after', '\nBegin with: itb plan --demo')
  for (const command of COMMANDS) program.addCommand(subcommand(command, host, act))
  return program
}

/** What holds for every command: where its texts go, that it never ends the process, its version. */
function shell(commander: Commander, host: Host): Commander {
  return commander
    .exitOverride()
    .configureOutput({
      writeOut: host.stdout.write,
      writeErr: host.stdout.write,
      outputError: () => undefined,
      getOutHelpWidth: () => host.stdout.columns ?? 80,
      getErrHelpWidth: () => host.stdout.columns ?? 80,
    })
    .option('-V, --version', 'print the version')
    .on('option:version', () => {
      host.stdout.write(`${host.version()}\n`)
      throw new CommanderError(0, 'commander.version', '')
    })
}

function subcommand(command: Command, host: Host, act: Act): Commander {
  const { name, summary, words = [], options = [], examples, commands = [] } = command
  const commander = shell(new Commander(name), host).description(summary)
  for (const [word, meaning] of words) commander.argument(word, meaning)
  for (const [flags, meaning] of options) commander.option(flags, meaning)
  for (const below of commands) commander.addCommand(subcommand(below, host, act))
  if (commands.length === 0) {
    commander
      .option('--json', 'one JSON document, problems as well')
      .option('--color', 'colour, whatever the output is')
      .option('--no-color', 'no colour')
      .option('--no-input', 'never ask')
      .action(async () => act(command, commander.opts<Flags>(), commander.args))
  }
  const lines = examples.map(([line, meaning]) => `  ${line}\n      ${meaning}`)
  return commander.addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
}

/** Writes the answer where it belongs, or the problems, and says how it ended. */
async function conclude(host: Host, flags: Flags, result: Result<Answer>): Promise<number> {
  const delivered = result.ok ? deliver(host, flags, result.value) : result
  const problems = delivered.ok ? delivered.value.problems : delivered.problems
  if (!delivered.ok && (flags.json === true || flags.format === 'json'))
    host.stdout.write(problemsJson(problems))
  else if (problems.length > 0) {
    host.stderr.write(renderProblems(problems, await paintFor(flags, host.env, host.stderr)))
  }
  return delivered.ok ? delivered.value.exitCode : 2
}

function deliver(host: Host, { output }: Flags, said: Answer): Result<Answer> {
  if (said.note !== '') host.stderr.write(`${said.note}\n`)
  if (said.text === '') return succeed(said)
  if (output === undefined || output === '-') {
    host.stdout.write(said.text)
    return succeed(said)
  }
  const written = writeText(output, said.text)
  if (written.ok) host.stderr.write(`saved to ${output}\n`)
  return written.ok ? succeed(said) : written
}
