import type { Plan, PlanFinding } from '../engine/plan.ts'
import { distanceText } from '../base/amount-text.ts'
import { durationText } from '../base/amount-text.ts'
import { GRADE_WORDS } from '../base/cited.ts'
import { decisionLines, volumeText } from './head.ts'
import type { Page, PageOptions } from './page.ts'
import { indented, pageOf, paragraph, section } from './page.ts'
import { plainName, sawText } from './saw.ts'
import { cautionOf, verdictText } from './verdict.ts'

/** A page, the sentences behind the source ids, and one rule where only that is asked for. */
export interface WhyOptions extends PageOptions {
  readonly references: ReadonlyMap<string, string>
  readonly rule?: string
}

/** A week and what decided it. */
type Decided = Pick<Plan, 'findings' | 'running'>

/** A rule that gives no verdict and no ceiling only informs. */
const informs = (finding: PlanFinding): boolean =>
  finding.verdict === null && finding.ceilingMeters === null && finding.ceilingSeconds === null

function ceilingText(finding: PlanFinding, plan: Decided, page: Page): string | undefined {
  const { ceilingMeters: meters, ceilingSeconds: seconds } = finding
  if (meters === null && seconds === null) return undefined
  if (meters === null) return `at most ${durationText(seconds ?? 0)}`
  if (seconds === null) return meters === 0 ? 'no running' : `at most ${distanceText(meters, page.units)}`
  const volume = volumeText(meters, seconds, plan, page)
  return volume === 'no running' ? volume : `at most ${volume}`
}

function titleOf(finding: PlanFinding, plan: Decided, page: Page): string {
  const marks = [
    finding.verdict === null ? undefined : verdictText(finding.verdict),
    ceilingText(finding, plan, page),
    finding.binds ? 'the rule that binds' : undefined,
  ].filter((mark) => mark !== undefined)
  return marks.length === 0 ? finding.rule : `${finding.rule}: ${marks.join('; ')}`
}

const sentence = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`)

type References = ReadonlyMap<string, string>

function sourceText({ id, grade }: PlanFinding['source'][number], references: References): string {
  const reference = references.get(id)
  return sentence(`${id}, ${GRADE_WORDS[grade]}${reference === undefined ? '' : `: ${reference}`}`)
}

function findingLines(finding: PlanFinding, plan: Decided, page: Page, references: References): string[] {
  const saw = sawText(finding.saw, page.units)
  const missing = `Not logged, so not taken as good: ${finding.missing.map(plainName).join(', ')}.`
  return [
    ...paragraph(titleOf(finding, plan, page), page, page.paint.strong),
    ...indented(finding.because, page),
    ...(saw === '' ? [] : indented(sentence(`Seen: ${saw}`), page)),
    ...(finding.missing.length === 0 ? [] : indented(missing, page, page.paint.caution)),
    ...finding.source.flatMap((source) => indented(sourceText(source, references), page, page.paint.muted)),
  ]
}

/** The one that binds, then from most to least cautious. */
const byWeight = (a: PlanFinding, b: PlanFinding): number =>
  Number(b.binds) - Number(a.binds) || cautionOf(a.verdict) - cautionOf(b.verdict)

const blocks = (each: readonly (readonly string[])[]): string[] =>
  each.flatMap((lines, index) => (index === 0 ? [...lines] : ['', ...lines]))

function oneRule(rule: string, plan: Plan, page: Page, references: References): string[] {
  const found = plan.findings.filter((finding) => finding.rule === rule)
  if (found.length > 0) return blocks(found.map((finding) => findingLines(finding, plan, page, references)))
  const others = [...new Set(plan.findings.map((finding) => finding.rule))].join(', ')
  return paragraph(`${rule} had no say this week. These rules had: ${others}.`, page)
}

/** Every finding behind a week from the one that binds, as lines of a text that has other parts too. */
export const reasonLines = (plan: Decided, page: Page, references: References): string[] =>
  blocks([...plan.findings].sort(byWeight).map((finding) => findingLines(finding, plan, page, references)))

/** Every finding behind a plan in sentences that can be checked, the one that binds first. */
export function renderWhy(plan: Plan, options: WhyOptions): string {
  const page = pageOf(options)
  const { references, rule } = options
  if (rule !== undefined) return `${oneRule(rule, plan, page, references).join('\n')}\n`
  const ranked = [...plan.findings].sort(byWeight)
  const context = ranked.filter((finding) => informs(finding) && !finding.binds)
  const linesOf = (findings: readonly PlanFinding[]): string[] =>
    blocks(findings.map((finding) => findingLines(finding, plan, page, references)))
  const lines = [
    ...decisionLines(plan, page),
    ...paragraph(boundText(plan, page), page),
    '',
    ...linesOf(ranked.filter((finding) => !context.includes(finding))),
    ...section('Also looked at', linesOf(context), page),
    '',
    ...paragraph(plan.disclaimer, page, page.paint.muted),
  ]
  return `${lines.join('\n')}\n`
}

/** What one source says, and what of a plan rests on it. */
export function renderSource(id: string, says: string, plan: Plan, options: PageOptions): string {
  const page = pageOf(options)
  const rules = plan.findings.filter(({ source }) => source.some((each) => each.id === id))
  const parts = plan.grounds.filter(({ source }) => source.some((each) => each.id === id))
  const names = [...new Set([...rules.map(({ rule }) => rule), ...parts.map(({ part }) => part)])]
  const used = names.length === 0 ? 'Nothing in this plan rests on it.' : `In this plan: ${names.join(', ')}.`
  return `${[...paragraph(`${id}: ${says}`, page), ...paragraph(used, page, page.paint.muted)].join('\n')}\n`
}

function boundText(plan: Plan, page: Page): string {
  const { binding, ceilingMeters, ceilingSeconds } = plan.running
  const ceiling = volumeText(ceilingMeters, ceilingSeconds, plan, page)
  const carrying = plan.findings.filter(({ verdict }) => verdict === plan.verdict)
  const carriers = carrying.map(({ rule }) => rule)
  if (carrying.some(({ binds }) => binds)) {
    return `The verdict and the lowest ceiling, ${ceiling}, come from ${binding}.`
  }
  const bound = `The lowest ceiling, ${ceiling}, comes from ${binding}.`
  if (carriers.length === 0) return bound
  const rules = [...new Set(carriers)].join(' and ')
  return `${bound} The most cautious verdict, ${verdictText(plan.verdict)}, comes from ${rules}.`
}
