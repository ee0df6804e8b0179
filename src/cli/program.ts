import { Command as Commander, CommanderError } from 'commander'
import { fail, succeed, type Problem, type Result } from '../base/problem.ts'
import { problemsJson, renderProblems, renderRemark } from '../render/problems.ts'
import { writeText } from '../store/files.ts'
import { isBare, wantsHome } from './bare.ts'
import { callFaults, longName, type Line } from './call-faults.ts'
import { answer, EVERYWHERE, usage, type Answer, type Command, type Flags, type Option } from './command.ts'
import { completion } from './commands/completion.ts'
import { home } from './commands/home.ts'
import { GROUPS } from './commands.ts'
import { nextWords, renderNext } from './completion.ts'
import { lookupOn } from './completion-words.ts'
import { flagsSeen } from './flags.ts'
import { paintFor, type Host } from './host.ts'
import { exampleText, helpLine } from './help-line.ts'
import { dateFirst } from './log/date-first.ts'
import { Interrupted } from './question.ts'
import { ABOUT, shortHelp } from './short-help.ts'

/** Every command, in the order of help. */
export const COMMANDS: readonly Command[] = GROUPS.flatMap(([, commands]) => commands)

const INTERRUPTED = 130
/** The forms of `itb log`, before which a date may stand. */
const forms = (): readonly string[] =>
  (COMMANDS.find(({ name }) => name === 'log')?.commands ?? []).map(({ name }) => name)

/** Runs one command line from its words to its exit code. */
export async function run(host: Host): Promise<number> {
  const instead = await insteadOfCommand(host)
  if (instead !== undefined) {
    host.stdout.write(instead)
    return 0
  }
  const asked: { flags: Flags; result: Result<Answer> } = { flags: {}, result: succeed(answer('')) }
  const program = programOf(host, async (line) => {
    const { command, flags, words } = line
    asked.flags = flags
    const faults = callFaults(line, host)
    asked.result =
      faults.length > 0 ? fail(...faults) : ((await command.run?.({ host, flags, words })) ?? asked.result)
  })
  try {
    const argv = wantsHome(host) ? [home.name, ...host.argv] : dateFirst(helpOfForm(host.argv), forms)
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof Interrupted) return INTERRUPTED
    if (!(error instanceof CommanderError)) throw error
    // Help and version are answers, and have been written.
    if (error.code === 'commander.version' || error.code.startsWith('commander.help')) return 0
    asked.flags = flagsSeen(host.argv)
    asked.result = fail(usageProblem(error, host))
  }
  return conclude(host, asked.flags, asked.result)
}

/** Help of one form of a command, `help log morning`, as commander knows it: `log morning --help`. */
function helpOfForm(argv: readonly string[]): readonly string[] {
  const [help, name, form] = argv
  if (help !== 'help' || form === undefined) return argv
  const { commands = [] } = COMMANDS.find((command) => command.name === name) ?? {}
  return commands.some((each) => each.name === form) ? [...argv.slice(1), '--help'] : argv
}

/** What is written where no command is meant: short help, and the words a shell asks for. */
async function insteadOfCommand(host: Host): Promise<string | undefined> {
  const [first, second, , ...typed] = host.argv
  if (isBare(host.argv) && !wantsHome(host)) return shortHelp(GROUPS, host.stdout.columns ?? 80)
  if (first !== completion.name || second !== 'candidates') return undefined
  return renderNext(await nextWords(typed, home, COMMANDS, lookupOn(host)))
}

function usageProblem({ message, code }: CommanderError, host: Host): Problem {
  const [first = ''] = host.argv
  // Most flags are known, but not before a command, which is what was forgotten.
  if (code === 'commander.unknownOption' && first.startsWith('-') && !wantsHome(host))
    return usage(
      `no command is named before ${first}`,
      'Such as: itb today --json\nWhat there is: itb --help',
    )
  const [said = '', meant] = message.replace(/^error: /, '').split('\n')
  return usage(said, meant?.replace(/^\((.*)\)$/, '$1') ?? 'What there is: itb --help')
}

type Act = (line: Line) => Promise<void>

function programOf(host: Host, act: Act): Commander {
  const program = shell(new Commander('itb'), host)
    .description(ABOUT)
    .commandsGroup(`${GROUPS.at(-1)?.[0]}:`)
    .addHelpText('after', '\nBegin with: itb plan --demo')
  const isNamed = COMMANDS.some(({ name }) => name === host.argv[0])
  for (const [title, commands] of GROUPS) {
    for (const command of commands) {
      // To build all commands takes a good part of a plan: one that is named is built alone, with its flags.
      if (isNamed && command.name !== host.argv[0]) continue
      const isMeant = host.argv[host.argv[0] === 'help' ? 1 : 0] === command.name
      program.addCommand((isMeant ? subcommand(command, host, act) : named(command)).helpGroup(`${title}:`))
    }
  }
  if (wantsHome(host)) program.addCommand(subcommand(home, host, act), { hidden: true })
  return program
}

/** What holds for every command: where its texts go, that it never ends the process, its version. */
function shell(commander: Commander, host: Host): Commander {
  return (
    commander
      .exitOverride()
      // A flag after a form of `log` is that form's, though `log` has one of the same name.
      .enablePositionalOptions()
      .configureHelp({
        minWidthToWrap: 20,
        formatItem: (name, widest, meaning, { helpWidth = 80 }) => helpLine(name, widest, meaning, helpWidth),
      })
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
  )
}

const named = ({ name, summary }: Command): Commander => new Commander(name).description(summary)

function subcommand(command: Command, host: Host, act: Act, above = 'itb'): Commander {
  const { name, summary, words = [], options = [], examples, commands = [] } = command
  // Words that are too many are told in our words, with what the command takes.
  const commander = shell(new Commander(name), host).description(summary).allowExcessArguments()
  const whole = name === 'itb' ? name : `${above} ${name}`
  for (const [word, meaning] of words) commander.argument(word, meaning)
  for (const below of commands) commander.addCommand(subcommand(below, host, act, whole))
  const said: string[] = []
  for (const option of command.run === undefined ? options : [...options, ...EVERYWHERE]) {
    addOption(commander, option)
    const name = longName(option)
    commander.on(`option:${name.slice('--'.length)}`, () => said.push(name))
  }
  if (command.run !== undefined) {
    // What is misspelt before any flag of it is told by the command itself, which knows its forms.
    if (commands.length > 0) commander.allowUnknownOption()
    commander.action(async () =>
      act({ name: whole, command, flags: flagsOn(commander), words: commander.args, said }),
    )
  }
  return commander.addHelpText('after', () => {
    const columns = host.stdout.columns ?? 80
    const lines = examples.map(([line, meaning]) => exampleText(line, meaning, columns))
    return `\nExamples:\n${lines.join('\n')}`
  })
}

/** The flags of a form, and what was said before it where the form itself says nothing else. */
function flagsOn(commander: Commander): Flags {
  const { parent } = commander
  const isSaid = (one: Commander, key: string): boolean => one.getOptionValueSource(key) === 'cli'
  const before = Object.entries(parent?.opts() ?? {}).filter(
    ([key]) => parent !== null && isSaid(parent, key) && !isSaid(commander, key),
  )
  return { ...commander.opts<Flags>(), ...Object.fromEntries(before) }
}

/** A flag that may be given more than once gathers what it was given. */
function addOption(commander: Commander, [flags, meaning, values]: Option): void {
  if (values?.many !== true) commander.option(flags, meaning)
  else commander.option(flags, meaning, (value: string, before: string[] = []) => [...before, value])
}

/** Writes the answer where it belongs, or the problems, and says how it ended. */
async function conclude(host: Host, flags: Flags, result: Result<Answer>): Promise<number> {
  const delivered = result.ok ? deliver(host, flags, result.value) : result
  const problems = delivered.ok ? delivered.value.problems : delivered.problems
  if (!delivered.ok && (flags.json === true || flags.format === 'json'))
    host.stdout.write(problemsJson(problems))
  else if (problems.length > 0) {
    const paint = await paintFor(flags, host.env, host.stderr)
    host.stderr.write(renderProblems(problems, paint, host.stderr.columns))
  }
  return delivered.ok ? delivered.value.exitCode : 2
}

function deliver(host: Host, { output }: Flags, said: Answer): Result<Answer> {
  if (said.note !== '') host.stderr.write(renderRemark(said.note, host.stderr.columns))
  if (said.text === '') return succeed(said)
  if (output === undefined || output === '-') {
    host.stdout.write(said.text)
    return succeed(said)
  }
  const written = writeText(output, said.text)
  if (written.ok) host.stderr.write(`saved to ${output}\n`)
  return written.ok ? succeed(said) : written
}
