import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/engine/plan.ts'
import { renderWhy } from '../../src/render/explain.ts'
import type { Paint } from '../../src/render/paint.ts'
import { plainPaint } from '../../src/render/paint.ts'
import { renderPlan } from '../../src/render/table.ts'
import { displayWidth } from '../../src/render/wrap.ts'
import { REFERENCES } from '../support/sample-findings.ts'
import { buildPlan } from '../support/sample-build-plan.ts'
import { breakPlan, returnPlan, stopPlan } from '../support/sample-plans.ts'
import { TITLES } from '../support/sample-sessions.ts'

const PLANS: readonly (readonly [string, Plan])[] = [
  ['return', returnPlan],
  ['break', breakPlan],
  ['stop', stopPlan],
  ['build', buildPlan],
]
const options = (columns: number | undefined, paint: Paint = plainPaint) => ({
  columns,
  paint,
  units: 'km' as const,
  exercises: TITLES,
  references: REFERENCES,
})
const golden = (name: string): string => readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8')

const escaped =
  (code: number) =>
  (...text: readonly string[]): string =>
    `\u001b[${code}m${text.join(' ')}\u001b[0m`
/** Variadic on purpose, as chalk is. */
const colours: Paint = {
  heading: escaped(4),
  strong: escaped(1),
  muted: escaped(2),
  caution: escaped(33),
  stop: escaped(31),
  good: escaped(32),
}
const withoutColour = (text: string): string => text.replace(/\u001b\[\d+m/g, '')

describe.each(PLANS)('the %s week', (name, plan) => {
  it.each([40, 80, 120])('looks as it was approved at %i columns', (columns) => {
    expect(renderPlan(plan, options(columns))).toBe(golden(`${name}-${columns}`))
  })

  it('is explained as it was approved', () => {
    expect(renderWhy(plan, options(80))).toBe(golden(`why-${name}-80`))
  })

  it('never has a line wider than the terminal, nor blanks at its end', () => {
    for (let columns = 30; columns <= 140; columns++) {
      for (const text of [renderPlan(plan, options(columns)), renderWhy(plan, options(columns))]) {
        const wide = text
          .split('\n')
          .filter((line) => displayWidth(line) > columns || line !== line.trimEnd())
        expect(wide, `at ${columns} columns`).toEqual([])
      }
    }
  })

  it('says the same words with colour and without', () => {
    for (const columns of [40, 60, 80]) {
      expect(withoutColour(renderPlan(plan, options(columns, colours))).replace(/ +$/gm, '')).toBe(
        renderPlan(plan, options(columns)),
      )
      expect(withoutColour(renderWhy(plan, options(columns, colours)))).toBe(
        renderWhy(plan, options(columns)),
      )
    }
  })

  it('writes no escape where no colour was asked for', () => {
    expect(renderPlan(plan, options(undefined)) + renderWhy(plan, options(undefined))).not.toContain('\u001b')
  })
})

describe('a week on paper', () => {
  it('is 80 columns wide where there is no terminal', () => {
    expect(renderPlan(returnPlan, options(undefined))).toBe(renderPlan(returnPlan, options(80)))
  })

  it('fits on a page, the main facts in the first six lines', () => {
    const lines = renderPlan(returnPlan, options(80)).split('\n')
    expect(lines.length).toBeLessThanOrEqual(45)
    const facts = ['stage 1', 'Go on: 4 runs, 55 min (9.1 km)', 'Last week', 'return-1-dose']
    for (const fact of facts) expect(lines.slice(0, 6).join('\n')).toContain(fact)
  })

  it('speaks miles to those who run them, a ceiling never rounded up', () => {
    const text = renderPlan(buildPlan, { ...options(80), units: 'mi' })
    expect(text).toContain('9.9 mi')
    expect(text).not.toMatch(/\d km \(/)
  })

  it('keeps every line within the terminal when titles are wide or very long', () => {
    const wide = '貝殻のように膝を開く運動'.repeat(4)
    const titles = new Map([...TITLES, ['clamshell', wide], ['glute-bridge', 'x'.repeat(150)]])
    for (const columns of [30, 45, 60, 80, 100]) {
      const lines = renderPlan(returnPlan, { ...options(columns), exercises: titles }).split('\n')
      expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([])
      expect(lines.join('')).not.toContain('…')
    }
  })
})

describe('the explanation', () => {
  it('can be asked for one rule alone', () => {
    const text = renderWhy(buildPlan, { ...options(80), rule: 'weekly-growth' })
    expect(text).toMatch(/^weekly-growth: go on; at most 17\.6 km/)
    expect(text).not.toContain('hills-in')
  })

  it('names the rules there are when asked for one that had no say', () => {
    expect(renderWhy(stopPlan, { ...options(80), rule: 'hills-in' })).toBe(
      'hills-in had no say this week. These rules had: red-flag.\n',
    )
  })
})
