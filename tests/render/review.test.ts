import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PageOptions } from '../../src/render/page.ts'
import { plainPaint } from '../../src/render/paint.ts'
import { renderFlareReview, renderReview } from '../../src/render/review.ts'
import { displayWidth } from '../../src/render/wrap.ts'
import { TITLES } from '../support/sample-sessions.ts'
import { cycleLook, flareLook } from './review-sample.ts'

const PAGES: readonly (readonly [string, (options: PageOptions) => string])[] = [
  ['review-flare', (options) => renderFlareReview(flareLook, options)],
  ['review-week', (options) => renderReview(flareLook, options)],
  ['review-cycle', (options) => renderReview(cycleLook, options)],
]
const page = (columns: number | undefined): PageOptions => ({
  columns,
  paint: plainPaint,
  units: 'km',
  exercises: TITLES,
})

describe.each(PAGES)('the page %s', (name, render) => {
  it.each([40, 80, 120])('looks as it was approved at %i columns', (columns) => {
    const golden = new URL(`${name}-${columns}.txt`, import.meta.url)
    expect(render(page(columns))).toBe(readFileSync(golden, 'utf8'))
  })

  it('never has a line wider than the terminal, nor blanks at its end', () => {
    for (let columns = 30; columns <= 140; columns++) {
      const lines = render(page(columns)).split('\n')
      const wide = lines.filter((line) => displayWidth(line) > columns || line !== line.trimEnd())
      expect(wide, `at ${columns} columns`).toEqual([])
    }
  })

  it('is plain text: no escapes and nothing but ASCII', () => {
    expect(render(page(undefined))).toMatch(/^[\n\x20-\x7e]*$/)
  })
})
