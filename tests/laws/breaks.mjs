#!/usr/bin/env node
// Breaks the engine on purpose, one line at a time, in a copy, and sees whether the law in question notices.
//
//   npm run breaks [NAME …]      names or numbers of laws; all without one
//
// Exit 0 when every break was caught, 1 when one went unnoticed.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** The law, the test that holds it, the file, what stands in it, and what is put in its place. */
const BREAKS = [
  [
    '1',
    'laws/laws',
    '1: nothing',
    'src/engine/share-out.ts',
    'Math.min(doses.length, Math.floor(allowed / least))',
    'doses.length',
  ],
  [
    '2',
    'laws/laws',
    '2: no rise',
    'src/rules/weekly-cap.ts',
    'scale(volume, 1 + rule.maxIncrease)',
    'scale(volume, 1.15)',
  ],
  [
    '3',
    'laws/laws',
    '3: never above',
    'src/engine/collect-findings.ts',
    "phase === 'maintain'\n      ? []",
    'true\n      ? []',
  ],
  [
    '4',
    'laws/laws',
    '4: from zero',
    'src/engine/next-phase.ts',
    'return returnPhase(0)',
    'return returnPhase(1)',
  ],
  ['5', 'laws/laws', '5: the first acute', 'src/rules/acute.ts', ', keptShare(rule, peak))', ', 0.7)'],
  [
    '6',
    'laws/laws',
    '6: a red flag',
    'src/engine/live-week.ts',
    "if (graded.grade === 'S4') return 'stop'",
    "if (graded.grade === 'S4') return 'break'",
  ],
  [
    '7',
    'laws/laws',
    '7: pain and silence',
    'src/rules/pain-response.ts',
    'scale(from, 1 / (1 + rule.stepBack))',
    'from',
  ],
  [
    '8',
    'laws/changes',
    '8: running more',
    'src/engine/advance.ts',
    'if (plan === undefined || rule === undefined) {',
    'if (rule !== undefined) {',
  ],
  [
    '8',
    'laws/weekdays',
    '8: resting',
    'src/engine/advance.ts',
    'const isWhole = !isShort && week.isComplete',
    'const isWhole = week.isComplete',
  ],
  [
    '9',
    'laws/laws',
    '9: no run beyond',
    'src/rules/session-cap.ts',
    'const isOver = inTime ? before.seconds < most.seconds : before.meters < most.meters',
    'const isOver = false',
  ],
  [
    '9',
    'laws/laws',
    '9: no run beyond',
    'src/rules/session-cap.ts',
    'meters * rule.onsetShare',
    'meters * 1.2',
  ],
  [
    '10',
    'laws/laws',
    '10: days between',
    'src/engine/place-week.ts',
    '(demand.strengthDayBefore && has(mask, 0))',
    'false',
  ],
  [
    '11',
    'laws/laws',
    '11: hills',
    'src/rules/hills.ts',
    'const comeIn = !facts.hadHills',
    'const comeIn = false',
  ],
  [
    '12',
    'laws/laws',
    '12: the first stage',
    'src/engine/next-phase.ts',
    'if (isOpen(gate) && isClean(facts.lastWeek)) return',
    'if (isClean(facts.lastWeek)) return',
  ],
  [
    '13',
    'laws/laws',
    '13: strength',
    'src/rules/strength-plan.ts',
    'dayOfEpisode >= rule.fromDay',
    'dayOfEpisode >= 2',
  ],
  [
    '14',
    'laws/changes',
    '14: whatever',
    'src/engine/live-week.ts',
    'onsetMeters ?? unsaidOnset(',
    'onsetMeters ?? 1e6 + unsaidOnset(',
  ],
  ['15', 'laws/changes', '15: order', 'src/log/read.ts', 'withoutDuplicates(', '('],
  [
    '16',
    'laws/changes',
    '15 and 16',
    'src/engine/compose-plan.ts',
    'runs.length > 0 ? programme.rehab.stopRules : []',
    '[]',
  ],
  [
    '17',
    'protocol/numbers',
    '',
    'src/rules/layoff.ts',
    'if (gap >= rule.medium.from) return rule.medium.keep',
    'if (gap >= 14) return rule.medium.keep',
  ],
  [
    '18',
    'laws/liveness',
    'in at most',
    'src/rules/weekly-cap.ts',
    'scale(volume, 1 + rule.maxIncrease)',
    'scale(volume, 1.05)',
  ],
  [
    'model',
    'reference/compare',
    'the engine and the model agree',
    'src/rules/layoff.ts',
    "facts.repeats === 'whole' ? 1 : keep",
    'keep',
  ],
  [
    '7',
    'laws/laws',
    '7: pain and silence',
    'src/rules/layoff.ts',
    "if (facts.isShort) return 'short'",
    'if (facts.isShort) return undefined',
  ],
  [
    'model',
    'reference/compare',
    'the engine and the model agree',
    'src/engine/next-phase.ts',
    'const CUT_WEEKS = 2',
    'const CUT_WEEKS = 1',
  ],
  [
    'model',
    'reference/compare',
    'the engine and the model agree',
    'src/rules/cycle.ts',
    'if (isBelow) return regrowth(rule, old)',
    'if (false) return regrowth(rule, old)',
  ],
  [
    'model',
    'reference/compare',
    'the engine and the model agree',
    'src/engine/advance.ts',
    '!week.isShort && !week.isOvershoot && week.runs > 0',
    '!week.isShort && week.runs > 0',
  ],
  [
    'model',
    'reference/compare',
    'the engine and the model agree',
    'src/engine/week-plan.ts',
    '|| (hurtLately && stageOf(phase) === undefined)',
    '',
  ],
  [
    '3',
    'rules/examples',
    '',
    'src/rules/cycle.ts',
    'return lower(next, old === undefined ? most : higher(old, most))',
    'return next',
  ],
  [
    '14',
    'rules/pain-reports',
    '',
    'src/rules/pain-grade.ts',
    'run.onset <= rule.firstMile && !isAtEnd',
    'run.onset <= rule.firstMile',
  ],
  [
    'planned',
    'laws/weekdays',
    '14: the same pain',
    'src/engine/held-week.ts',
    "bond === 'planned' ? planned : undefined",
    "bond === 'planned' ? asked : undefined",
  ],
  ['in-use', 'laws/newcomers', '', 'src/engine/next-phase.ts', 'Math.max(since, inUseFrom)', 'since'],
  [
    'sustained',
    'reference/compare',
    'the engine and the model agree',
    'src/engine/facts.ts',
    'if (counts(isClean)) return reached',
    'if (counts(isClean)) return undefined',
  ],
  [
    'broken-week',
    'reference/compare',
    'the engine and the model agree',
    'src/engine/collect-findings.ts',
    'stage === 0 ? state.brokenWeek : undefined',
    'undefined',
  ],
  [
    'skipped',
    'reference/compare',
    'the engine and the model agree',
    'src/engine/demand.ts',
    '[state.lastRun, facts.lastWeek?.lastPlanned]',
    '[state.lastRun]',
  ],
  [
    'silence',
    'scenarios',
    'Nothing logged after a cut',
    'src/engine/bond.ts',
    'isSilent && !isFragile',
    'isSilent',
  ],
  [
    'mid-week',
    'engine/late-news',
    'days that change in mid-week',
    'src/engine/replay.ts',
    'if (changed === undefined) return undefined',
    'if (changed === undefined || changed >= week) return undefined',
  ],
  [
    'cycle-entry',
    'scenarios',
    'Four weeks hold after the week',
    'src/engine/advance.ts',
    " && elapsed.state.phase === 'maintain'",
    '',
  ],
]

function isCaught([, file, name, source, from, to]) {
  const copy = mkdtempSync(join(tmpdir(), 'itb-break-'))
  for (const folder of ['src', 'tests', 'protocols', 'bin', 'package.json', 'tsconfig.json']) {
    cpSync(join(ROOT, folder), join(copy, folder), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  const text = readFileSync(join(copy, source), 'utf8')
  if (!text.includes(from)) return `the line to break is not in ${source} any more`
  writeFileSync(join(copy, source), text.replace(from, to))
  const filter = name === '' ? [] : ['-t', name]
  // With the weeks of the everyday suite, whoever asks; nothing here starts the command, so none is built.
  const { LAWS_WEEKS, LAWS_SEED, LAWS_SHARD, ...env } = process.env
  const ran = spawnSync('npx', ['vitest', 'run', '--config', 'tests/vitest.config.ts', file, ...filter], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...env, TESTS_WITHOUT_BUILD: '1' },
  })
  rmSync(copy, { recursive: true, force: true })
  return ran.status === 0
    ? 'NOT noticed'
    : /Tests .*failed/.test(ran.stdout)
      ? 'caught'
      : `broke otherwise: ${ran.stderr.slice(-300)}`
}

const wanted = process.argv.slice(2)
let missed = 0
for (const broken of BREAKS.filter(([law]) => wanted.length === 0 || wanted.includes(law))) {
  const said = isCaught(broken)
  if (said !== 'caught') missed++
  console.log(
    `law ${broken[0].padEnd(3)} ${said.padEnd(8)} ${broken[3]}: ${broken[4].split('\n')[0]} -> ${broken[5].split('\n')[0] || '(nothing)'}`,
  )
}
console.log(
  `${BREAKS.filter(([law]) => wanted.length === 0 || wanted.includes(law)).length - missed} passed, ${missed} failed`,
)
process.exitCode = missed === 0 ? 0 : 1
