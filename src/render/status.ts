import type { Criterion, Milestone } from '../engine/plan.ts'
import type { Status } from '../engine/status.ts'
import { chainLines } from './chain.ts'
import { dateText } from '../base/date-text.ts'
import { groundsLines } from './grounds.ts'
import { referralLines } from './head.ts'
import { owedShort } from './owed.ts'
import { labelled, pageOf, paragraph, point, section, type Page, type PageOptions } from './page.ts'
import { phaseText } from './phase.ts'
import { cautionOf, verdictText, verdictTone } from './verdict.ts'
import { weekCharts } from './week-bars.ts'

function headLines({ date, phase, returnWeek, verdict, referral }: Status, page: Page): string[] {
  const week = returnWeek === null ? '' : `, return week ${returnWeek}`
  const title = `${dateText(date)} ${date.slice(0, 4)}: ${phaseText(phase)}${week}`
  return [
    ...paragraph(title, page, page.paint.heading),
    ...paragraph(`This week: ${verdictText(verdict)}`, page, verdictTone(verdict, page.paint)),
    ...referralLines({ referral, verdict }, page),
  ]
}

function milestoneText({ title, earliest, own }: Milestone): string {
  if (earliest === null) return `${title}: its day cannot be said yet`
  const yours = own === null || own === 'dropped' ? '' : `; yours ${dateText(own)}`
  return `${title}: not before ${dateText(earliest)}${yours}`
}

/** The next ones with their first possible day; those reached in one line. */
function milestoneLines({ milestones, verdict }: Status, page: Page): string[] {
  // Out of sight comes last: no date begins with a letter.
  const ahead = milestones
    .filter(({ reached, own }) => !reached && own !== 'dropped')
    .sort((a, b) => ((a.earliest ?? 'later') < (b.earliest ?? 'later') ? -1 : 1))
  // Nothing is praised beside a step back, or what is worse.
  const isHurt = cautionOf(verdict) < cautionOf('hold')
  const reached = isHurt ? [] : milestones.filter((each) => each.reached).map(({ title }) => title)
  const lines = [
    ...ahead.flatMap((each) => point(milestoneText(each), page)),
    ...(reached.length === 0 ? [] : paragraph(`Reached: ${reached.join(', ')}.`, page, page.paint.good)),
  ]
  const title = ahead.length === 0 ? 'Milestones' : 'Milestones, if every week stays clean'
  return section(title, lines, page)
}

const STATES: Readonly<Record<Criterion['state'], string>> = {
  met: 'met',
  'not-met': 'not met',
  unknown: 'unknown',
}

function criterionText({ because, have, need, earliest, state }: Criterion, today: string): string {
  const numbers = because.includes(String(have)) || need <= 1 ? '' : ` (${have} of ${need})`
  const day =
    earliest === null || state === 'met' || earliest <= today ? '' : `; not before ${dateText(earliest)}`
  return `${because.replace(/\.$/, '')}${numbers}${day}`
}

function criterionLines({ criteria, date, phase }: Status, page: Page): string[] {
  const tones = { met: page.paint.good, 'not-met': page.paint.caution, unknown: page.paint.caution }
  const what = phase === 'acute-reduced' ? 'the weeks grow' : 'you run'
  const met = criteria.filter(({ state }) => state === 'met').length
  return section(
    `Before ${what} again (${met} of ${criteria.length} met)`,
    criteria.flatMap((each) =>
      labelled(STATES[each.state], criterionText(each, date), page, tones[each.state]),
    ),
    page,
  )
}

function runsLine({ runs: { measured, attested } }: Status, page: Page): string[] {
  if (measured + attested === 0) return section('Runs', ['none logged yet'], page)
  const taken = attested === 0 ? '' : `, and ${attested} as planned and not measured`
  return section('Runs', paragraph(`${measured} measured${taken}`, page), page)
}

/** Where the runner stands: what comes next, what is missing for it, and the last weeks as bars. */
export function renderStatus(status: Status, options: PageOptions): string {
  const page = pageOf(options)
  const owed = owedShort(status.owed)
  const lines = [
    ...headLines(status, page),
    ...milestoneLines(status, page),
    ...criterionLines(status, page),
    ...chainLines(status.chain, status.date, page),
    ...(owed === '' ? [] : section('Still to be answered', point(`${owed}: itb owed`, page), page)),
    ...weekCharts(status.weeks, page),
    ...runsLine(status, page),
    ...groundsLines(status.grounds, page),
  ]
  return `${lines.join('\n')}\n`
}
