/** Said before each part of a copied protocol, by the line the part begins with. */
const COMMENTS: readonly (readonly [line: RegExp, comment: readonly string[]])[] = [
  [/^startsIn:/, ['Where a runner without an episode stands: base, or maintain for a cycle.']],
  [/^partner:/, ['The protocol that takes over where this one ends.']],
  [/^stopRules:/, ['Said with every plan that contains running.']],
  [/^revisions:/, ['Newest first: what changed, and what that does to a plan.']],
  [
    /^rules:/,
    [
      'The rules. Each number has its unit and a safe range, which itb check names when one is outside.',
      'because and source say why it is so and how good that is; grade is one of trial, cohort,',
      'laboratory, expert, convention, our-choice. says holds the sentences of the plan, with',
      '{names} of what the rule saw. examples are worked cases: change a number and they fail',
      'until they are changed with it.',
    ],
  ],
  [/^exercises:/, ['The exercises, from the easiest level to the hardest; a runner begins on start.']],
  [/^tracks:/, ['What goes on beside running: rolling, stretching, warming up, form, ice, cross-training.']],
  [/^references:/, ['What the source ids stand for, in your own words.']],
]

const HEAD = [
  'A protocol for itb, copied from the one that comes with it. Change what should differ, then:',
  'itb check FILE',
  'No medical advice: what a clinician says goes before any number in here.',
]

/** A commented copy of a protocol under a new id, to be made one's own. */
export function starterProtocol(text: string, id: string): string {
  const lines = text.split('\n').flatMap((line) => {
    const [, comment = []] = COMMENTS.find(([start]) => start.test(line)) ?? []
    return [...comment.map((each) => `# ${each}`), line.replace(/^id: .*/, `id: ${id}`)]
  })
  return [...HEAD.map((line) => `# ${line}`), ...lines].join('\n')
}
