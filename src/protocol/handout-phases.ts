import type { Rule, RuleKind } from '../rules/index.ts'
import { gradeLines, groundsLines, headed, point, wrapped } from './handout-page.ts'
import { sentencesOf } from './handout-sentences.ts'
import type { Protocol } from './schema.ts'

/** What a reader finds together, in the order in which it comes up on the way back. */
const CHAPTERS: readonly (readonly [title: string, kinds: readonly RuleKind[]])[] = [
  ['What your pain says', ['pain-grade', 'pain-response']],
  ['The first weeks', ['acute']],
  ['Before you run again', ['gate']],
  ['Running again, step by step', ['stage-dose', 'milestones']],
  ['Building up', ['weekly-cap', 'session-cap', 'build-shape', 'spacing', 'pre-injury-cap', 'easy-pace']],
  ['Hills', ['hills']],
  ['The long cycle', ['cycle']],
  ['After a pause', ['layoff']],
  ['When it does not get better', ['referral']],
  ['Strength', ['strength-plan']],
]

/** Chapters that stand elsewhere: how to train beside running, and whom to see. */
const APART: readonly string[] = ['Strength', 'When it does not get better']

const TITLES: Readonly<Partial<Record<RuleKind, string>>> = {
  'pain-grade': 'How bad it is',
  'pain-response': 'What follows from it',
  milestones: 'Points on the way',
  'weekly-cap': 'From week to week',
  'session-cap': 'A single run',
  'build-shape': 'How many runs',
  spacing: 'Rest between them',
  'pre-injury-cap': 'The old week',
  'easy-pace': 'From minutes to kilometres',
  'flare-review': 'Looking back after a flare',
  'soft-signals': 'Sleep and mood',
}

/** What the numbers below it belong to, where they would not tell it alone. */
const LEADS: Readonly<Partial<Record<RuleKind, string>>> = {
  'pain-grade':
    'Score the outer side of the knee from 0 to 10, for each run and for the morning after it; sore muscles' +
    ' are not meant.',
  acute: 'After a flare running is cut to a part of what it was, or stops altogether.',
  gate: 'All of this at once. What nobody noted counts as unknown and not as good.',
  'stage-dose': 'The minutes are minutes of running; walks come on top.',
  'weekly-cap': 'A week grows only after one that was run as planned and stayed free of pain.',
  'session-cap': 'No run goes far beyond the longest one lately.',
  layoff: 'After days without a run only a part of the volume before them is left to begin with.',
}

/** The way back from the flare to the old week, chapter by chapter. */
export const phaseLines = (protocol: Protocol, width: number): readonly string[] =>
  CHAPTERS.filter(([title]) => !APART.includes(title)).flatMap(([title]) =>
    chapterLines(title, protocol, width),
  )

/** One chapter; nothing where the protocol has no rule for it. */
export function chapterLines(chapter: string, { rules }: Protocol, width: number): readonly string[] {
  const kinds = CHAPTERS.find(([title]) => title === chapter)?.[1] ?? []
  const here = kinds.flatMap((kind) => rules.filter((rule) => rule.kind === kind))
  if (here.length === 0) return []
  return [
    ...headed(chapter),
    ...here.flatMap((rule, index) => [
      ...(index === 0 ? [] : ['']),
      ...ruleLines(rule, here.slice(0, index), width),
    ]),
  ]
}

/** What no chapter is about: it is looked at, and most of it changes no plan. */
export function otherLines({ rules }: Protocol, width: number): readonly string[] {
  const told = CHAPTERS.flatMap(([, kinds]) => kinds)
  const others = rules.filter(({ kind }) => !told.includes(kind))
  if (others.length === 0) return []
  return [
    ...headed('What else is looked at'),
    ...others.flatMap((rule, index) => [...(index === 0 ? [] : ['']), ...ruleLines(rule, [], width)]),
  ]
}

function ruleLines(rule: Rule, before: readonly Rule[], width: number): readonly string[] {
  const alike = before.filter(({ kind }) => kind === rule.kind).length
  const title = rule.kind === 'stage-dose' ? `Stage ${alike + 1}` : TITLES[rule.kind]
  const lead = alike === 0 ? LEADS[rule.kind] : undefined
  const sentences = sentencesOf(rule)
  return [
    ...(title === undefined ? [] : [title]),
    ...wrapped(lead ?? '', width),
    ...sentences.flatMap((each) => point(each, width)),
    // A reason that has nothing before it is no reason but what is said.
    ...(sentences.length === 0
      ? [...wrapped(rule.because, width), ...gradeLines(rule.source, width)]
      : groundsLines(rule, width)),
  ]
}
