import type { Evidence } from './quantity.ts'

/** A source a number rests on, by its id, and how good it is as evidence for it. */
export interface Cited {
  readonly id: string
  readonly grade: Evidence
}

/** What each grade is called before a runner; what is only usual never sounds like a finding. */
export const GRADE_WORDS: Readonly<Record<Evidence, string>> = {
  trial: 'controlled trial',
  cohort: 'cohort study',
  laboratory: 'laboratory study',
  expert: 'expert opinion',
  convention: 'convention',
  'our-choice': 'our choice, not a finding',
}

/** `convention (RT-06); expert opinion (RT-07, RT-08)`: those of one grade together, each named once. */
export function citedText(sources: readonly Cited[]): string {
  const grades = [...new Set(sources.map(({ grade }) => grade))]
  return grades
    .map((grade) => {
      const ids = new Set(sources.filter((each) => each.grade === grade).map(({ id }) => id))
      return `${GRADE_WORDS[grade]} (${[...ids].join(', ')})`
    })
    .join('; ')
}
