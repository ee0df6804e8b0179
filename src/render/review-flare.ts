import { distanceText, durationText, paceText } from '../base/amount-text.ts'
import type { AfterFlare, KneeCounts } from '../engine/after-flare.ts'
import type { FlareReview, Named } from '../engine/flare-review.ts'
import type { Measure, Unit } from '../engine/measures.ts'
import { baselineParts } from './baseline-text.ts'
import { dateText } from '../base/date-text.ts'
import { dayMonth } from './date.ts'
import { sourceLine } from './grounds.ts'
import { indented, paragraph, point, section, type Page } from './page.ts'
import { type Row, rowLines } from './side-by-side.ts'

const TITLES: Readonly<Record<string, string>> = {
  volume: 'Running a week',
  runs: 'Runs a week',
  'longest-run': 'Longest run',
  'hard-runs': 'Hard runs a week',
  climb: 'Climb a week',
  'not-flat': 'Not on the flat',
  cadence: 'Cadence',
  pace: 'Pace',
  sleep: 'Sleep a night',
  'longest-gap': 'Longest time off',
}

const titleOf = (id: string, within: number): string =>
  id === 'longest-of-late' ? `Longest vs ${within} d before` : (TITLES[id] ?? id.replace(/^on-/, 'On '))
const FEET_PER_METRE = 3.28084
const percent = (share: number): string => `${Math.round(share * 100)} %`

/** A number as it is told; what is not known says so. */
function valueText(id: string, unit: Unit, value: number | null, page: Page): string {
  if (value === null) return 'not known'
  switch (unit) {
    case 'meters':
      if (id !== 'climb') return distanceText(value, page.units)
      return page.units === 'km' ? `${Math.round(value)} m` : `${Math.round(value * FEET_PER_METRE)} ft`
    case 'seconds':
      return durationText(value)
    case 'seconds-per-km':
      return paceText(value, page.units)
    case 'share':
      return percent(value)
    case 'a-week':
      return String(Math.round(value * 10) / 10)
    case 'steps':
      return `${Math.round(value)}/min`
    case 'days':
      return value === 1 ? '1 day' : `${value} days`
  }
}

/** A share moved by points; what came out of nothing has no percentage. */
function changeText({ state, unit, before, lately, change }: Measure): string {
  if (state === 'unknown' || before === null || lately === null) return 'too little logged'
  if (state === 'same') return 'about the same'
  if (unit === 'share' || unit === 'days' || change === null) return state
  return `${change > 0 ? '+' : '-'}${Math.round(Math.abs(change) * 100)} %, ${state}`
}

function measureRow(measure: Measure, within: number, page: Page): Row {
  const { id, unit, before, lately, weeksBefore, weeksLately, state } = measure
  return {
    title: titleOf(id, within),
    cells: [valueText(id, unit, before, page), valueText(id, unit, lately, page)],
    end: `${changeText(measure)} (${weeksBefore} and ${weeksLately} weeks)`,
    isMarked: state === 'more' || state === 'less',
  }
}

const NAMES: Readonly<Record<Named['id'], string>> = { shoes: 'Shoes', camber: 'Slant of the road' }

function namedText({ id, before, lately, added }: Named): string {
  if (added === null) return `${NAMES[id]}: not known, too little is logged.`
  const were = `before ${before.join(', ')}; lately ${lately.join(', ')}`
  return added.length === 0
    ? `${NAMES[id]}: nothing new (${were}).`
    : `${NAMES[id]}: new is ${added.join(', ')} (${were}).`
}

const mostLines = ({ changedMost, longestWithinDays }: FlareReview, page: Page): string[] =>
  changedMost.length === 0
    ? []
    : paragraph(
        `What changed most: ${changedMost
          .map((id) => titleOf(id, longestWithinDays))
          .join('; ')
          .toLowerCase()}.`,
        page,
      )

/** The weeks up to a flare beside those before them, and the one thing to change first. */
export function flareLines(review: FlareReview, page: Page): string[] {
  const { flare, lately, before, measures, named, advice, descriptive, source } = review
  return [
    ...paragraph(`The flare of ${dateText(flare)} ${flare.slice(0, 4)}`, page, page.paint.heading),
    ...paragraph(
      `Lately is ${spanText(lately)}, the flare included; before is ${spanText(before)}. ${descriptive}`,
      page,
    ),
    '',
    ...rowLines(
      ['Before', 'Lately', 'Change (weeks logged of each)'],
      measures.map((each) => measureRow(each, review.longestWithinDays, page)),
      page,
    ),
    ...named.flatMap((each) => paragraph(namedText(each), page)),
    ...section('One thing at a time', [...mostLines(review, page), ...paragraph(advice, page)], page),
    ...sourceLine(source, page),
    ...sinceLines(review, page),
    ...baselineLines(review, page),
  ]
}

const spanText = ({ start, end }: FlareReview['lately']): string => `${dayMonth(start)} to ${dayMonth(end)}`

const CHANGED: Readonly<Record<AfterFlare['changed'], string>> = {
  yes: 'What was to be changed first is less now than it was up to the flare.',
  no: 'What was to be changed first is not less now than it was up to the flare.',
  unknown: 'Whether what was to be changed first was changed is not known: too little is logged.',
  'nothing-named': 'No one thing was named, so none can be followed.',
}

function sinceLines({ since, flare, longestWithinDays }: FlareReview, page: Page): string[] {
  if (since === null) {
    return section('Since then', paragraph('A whole week after the flare is not over yet.', page), page)
  }
  const rows = since.measures
    .filter(({ then, now }) => then !== null || now !== null)
    .map(
      ({ id, unit, then, now }): Row => ({
        title: titleOf(id, longestWithinDays),
        cells: [valueText(id, unit, then, page), valueText(id, unit, now, page)],
        end: '',
        isMarked: false,
      }),
    )
  return section(
    `Since then: ${dayMonth(since.start)} to ${dayMonth(since.end)}`,
    [
      ...rowLines(['Then', 'Now', ''], rows, page),
      ...paragraph(CHANGED[since.changed], page),
      ...paragraph(`The knee in the weeks up to ${dayMonth(flare)}: ${kneeText(since.kneeThen)}`, page),
      ...paragraph(`Since: ${kneeText(since.kneeNow)}`, page),
      ...paragraph('These are counts of what was logged; they do not show what helped.', page),
    ],
    page,
  )
}

function kneeText({ painfulRuns, scoredRuns, painfulDays, days }: KneeCounts): string {
  const runs = scoredRuns === 0 ? 'no run was scored' : `${painfulRuns} of ${scoredRuns} scored runs hurt`
  return `${runs}; ${days === 0 ? 'no day was scored' : `pain on ${painfulDays} of ${days} scored days`}.`
}

/** Said until the baseline of a flare is there. */
export const NOT_TAKEN =
  'The baseline of this flare has not been taken: what makes it worse, how the knee tracks.'

function baselineLines({ baseline: { taken, earlier } }: FlareReview, page: Page): string[] {
  const told = (each: NonNullable<typeof taken>): string => {
    const parts = baselineParts(each, page.units).filter((part) => part !== undefined)
    return `${dateText(each.date)}: ${parts.length === 0 ? 'nothing said' : parts.join(', ')}`
  }
  const now =
    taken === null
      ? [...paragraph(NOT_TAKEN, page), ...indented('itb log baseline', page, page.paint.strong)]
      : point(told(taken), page)
  const lines = [...now, ...(earlier === null ? [] : point(`The one before, ${told(earlier)}`, page))]
  return section('Baseline', lines, page)
}
