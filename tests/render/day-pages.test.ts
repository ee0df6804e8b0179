import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { guideFor } from '../../src/cli/documents/today.ts'
import type { Runner } from '../../src/log/schema.ts'
import type { PageOptions } from '../../src/render/page.ts'
import { plainPaint } from '../../src/render/paint.ts'
import { renderOwed } from '../../src/render/owed.ts'
import { commandsFor } from '../../src/render/owed-commands.ts'
import { renderStatus } from '../../src/render/status.ts'
import { renderToday } from '../../src/render/today.ts'
import { displayWidth } from '../../src/render/wrap.ts'
import { REHAB } from '../support/programme.ts'
import { owedCheckIn, owedMorning, restDay, runDay } from '../support/sample-look.ts'
import { date, TITLES } from '../support/sample-sessions.ts'
import { breakStatus, returnStatus } from '../support/sample-status.ts'

const RUNNER: Runner = {
  protocol: 'itbs-rehab',
  units: 'km',
  weekStart: 'monday',
  baselineWeeklyDistanceMeters: 40_000,
}
const owed = [owedCheckIn, owedMorning].map((each) => ({
  ...each,
  commands: commandsFor(each, date('2026-03-23')),
}))

type Render = (options: PageOptions) => string
const PAGES: readonly (readonly [string, Render])[] = [
  ['today-run', (options) => renderToday(runDay, guideFor(runDay, REHAB, RUNNER), options)],
  ['today-rest', (options) => renderToday(restDay, guideFor(restDay, REHAB, RUNNER), options)],
  ['status-return', (options) => renderStatus(returnStatus, options)],
  ['status-break', (options) => renderStatus(breakStatus, options)],
  [
    'owed',
    (options) => renderOwed({ format: 'itb-owed', version: 1, date: date('2026-03-23'), owed }, options),
  ],
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
