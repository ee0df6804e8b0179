import type { Rule } from '../rules/index.ts'
import { figuresOf } from './figures.ts'
import { adviceLines, signLines } from './handout-advice.ts'
import { exerciseLines } from './handout-exercises.ts'
import { groundsLines, headed, point, wrapped } from './handout-page.ts'
import { sourceLines } from './handout-sources.ts'
import { trackLines } from './handout-tracks.ts'
import type { Protocol } from './schema.ts'

/** A whole protocol as a text to read: what it asks for, why, and how good the reason is. */
export function renderProtocol(protocol: Protocol, width = 80): string {
  const lines = [
    ...wrapped(protocol.title, width),
    '='.repeat(Math.min(protocol.title.length, width)),
    '',
    ...wrapped(protocol.about, width),
    ...headed('When to stop'),
    ...protocol.stopRules.flatMap((rule) => point(rule, width)),
    '',
    ...wrapped(protocol.disclaimer, width),
    ...protocol.rules.flatMap((rule) => (rule.kind === 'referral' ? signLines(rule, width) : [])),
    ...adviceLines(protocol, width),
    ...headed('Rules'),
    ...protocol.rules.flatMap((rule) => ruleLines(rule, width)),
    ...(protocol.exercises.length === 0 ? [] : headed('Exercises')),
    ...protocol.exercises.flatMap((exercise) => exerciseLines(exercise, width)),
    ...trackLines(protocol, width),
    ...headed('Sources'),
    ...sourceLines(protocol, width),
    ...headed('Revisions'),
    ...protocol.revisions.flatMap(({ release, date, kind, effect }) =>
      point(`${release}, ${date}, ${kind}: ${effect}`, width),
    ),
  ]
  return `${lines.join('\n')}\n`
}

const ruleLines = (rule: Rule, width: number): readonly string[] => [
  rule.id.replaceAll('-', ' '),
  ...figuresOf(rule).flatMap(([label, value]) => point(`${label}: ${value}`, width)),
  ...groundsLines(rule, width),
  ...(rule.examples.length === 0 ? [] : ['  For example:']),
  ...rule.examples.flatMap(({ name }) => wrapped(name, width, '    - ', '      ')),
  '',
]
