import type { HowBlock, HowTo } from '../protocol/how-to.ts'
import { sourceLine } from './grounds.ts'
import { indented, paragraph, point, section, type Page } from './page.ts'
import { wrap } from './wrap.ts'

const TITLES: Readonly<Record<HowBlock['kind'], string>> = {
  roll: 'How to roll',
  stretch: 'How to stretch',
  'warm-up': 'How to warm up for the run',
  strength: 'How the exercises are done',
  'cross-training': 'How to train without running',
  'before-sleep': 'How to end the day',
}

const STEP_HANG = 3

const stepLines = (steps: readonly string[], page: Page): string[] =>
  steps.flatMap((step, index) =>
    wrap(`${index + 1}. ${step}`, page.width - 2, STEP_HANG).map((line) => `  ${line}`),
  )

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const said = (label: string, text: string | null, page: Page): string[] =>
  text === null ? [] : indented(`${label}${text}`, page)

/** One exercise from its position to the usual mistake. */
function howToLines(how: HowTo, page: Page): string[] {
  const only = how.steps.length === 1 ? how.steps[0] : undefined
  return [
    ...paragraph(`${how.title}${how.dose === null ? '' : `, ${how.dose}`}`, page, page.paint.strong),
    ...said('', how.setUp, page),
    ...(only === undefined ? stepLines(how.steps, page) : indented(only, page)),
    ...said('', how.tempo === null ? null : `${capital(how.tempo)}.`, page),
    ...said('Level ', how.level, page),
    ...said('', how.without, page),
    ...said('', how.props, page),
    ...said('Usual mistake: ', how.commonError, page),
    ...sourceLine(how.source, page),
  ]
}

/** How everything of a day is done, block by block; what holds for a whole block stands above it. */
export const howLines = (blocks: readonly HowBlock[], page: Page): string[] =>
  blocks.flatMap(({ kind, says, source, items }) =>
    section(
      TITLES[kind],
      [
        ...says.flatMap((rule) => point(rule, page)),
        ...sourceLine(source, page),
        ...items.flatMap((item, index) => [
          ...(index === 0 && says.length + source.length === 0 ? [] : ['']),
          ...howToLines(item, page),
        ]),
      ],
      page,
    ),
  )
