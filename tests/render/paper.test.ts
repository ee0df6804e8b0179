import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { guideFor } from '../../src/cli/documents/today.ts'
import type { Plan } from '../../src/engine/plan.ts'
import type { Runner } from '../../src/log/schema.ts'
import { renderDayCsv, renderPlanCsv } from '../../src/render/csv.ts'
import { literal } from '../../src/render/markdown.ts'
import { renderDayMarkdown } from '../../src/render/markdown-day.ts'
import { markdownTable } from '../../src/render/markdown-table.ts'
import { renderPlanMarkdown } from '../../src/render/markdown-week.ts'
import { plainPaint } from '../../src/render/paint.ts'
import { displayWidth } from '../../src/render/wrap.ts'
import { REHAB } from '../support/programme.ts'
import { buildPlan } from '../support/sample-build-plan.ts'
import { painfulDay, restDay, runDay, stoppedDay } from '../support/sample-look.ts'
import { breakPlan, returnPlan, stopPlan } from '../support/sample-plans.ts'
import { date, TITLES } from '../support/sample-sessions.ts'

const RUNNER: Runner = {
  protocol: 'itbs-rehab',
  units: 'km',
  weekStart: 'monday',
  baselineWeeklyDistanceMeters: 40_000,
}
const OPTIONS = { columns: undefined, paint: plainPaint, units: 'km' as const, exercises: TITLES }
const golden = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

const day = (look: typeof runDay): string => renderDayMarkdown(look, guideFor(look, REHAB, RUNNER), OPTIONS)
const PAGES: readonly (readonly [string, string])[] = [
  ['return', renderPlanMarkdown(returnPlan, OPTIONS)],
  ['break', renderPlanMarkdown(breakPlan, OPTIONS)],
  ['stop', renderPlanMarkdown(stopPlan, OPTIONS)],
  ['build', renderPlanMarkdown(buildPlan, OPTIONS)],
  ['today-run', day(runDay)],
  ['today-rest', day(restDay)],
]

/** Cells of a row; a bar that was written by a file is escaped and parts nothing. */
const cellsOf = (row: string): number => row.split(/(?<!\\)\|/).length

describe.each(PAGES)('the page %s.md', (name, text) => {
  it('looks as it was approved', () => expect(text).toBe(golden(`${name}.md`)))

  it('has one title, and tables whose rows have as many cells as their heads', () => {
    const lines = text.split('\n')
    expect(lines.filter((line) => line.startsWith('# '))).toHaveLength(1)
    expect(lines[0]).toMatch(/^# /)
    const rows = lines.filter((line) => line.startsWith('|'))
    expect(new Set(rows.map(cellsOf)).size).toBeLessThanOrEqual(1)
    expect(new Set(rows.map(displayWidth)).size).toBeLessThanOrEqual(1)
  })

  it('reads as plain text: ASCII, no blanks at a line end, paragraphs no wider than 80', () => {
    expect(text).toMatch(/^[\n\x20-\x7e]*$/)
    const lines = text.split('\n').filter((line) => !/^[|#]/.test(line))
    expect(lines.filter((line) => line.length > 80 || line !== line.trimEnd())).toEqual([])
  })

  it('parts headings, tables and lists by blank lines, which every Markdown needs', () => {
    const lines = text.split('\n')
    const crowded = lines.filter((line, index) => {
      const next = lines[index + 1] ?? ''
      return /^#/.test(line) ? next !== '' : /^\|/.test(line) && !/^\|/.test(next) && next !== ''
    })
    expect(crowded).toEqual([])
  })
})

describe('a page for the fridge', () => {
  it('has the stop rules whenever running is on it, and the disclaimer always', () => {
    for (const plan of [returnPlan, buildPlan]) {
      const flat = renderPlanMarkdown(plan, OPTIONS).replace(/\s+/g, ' ')
      for (const note of plan.notes) expect(flat).toContain(note.replace(/\s+/g, ' '))
    }
    for (const [, text] of PAGES) expect(text.replace(/\s+/g, ' ')).toContain('no medical advice')
  })

  it('ticks off what was done on the days that are over', () => {
    const plan: Plan = { ...returnPlan, asOf: date('2026-03-25') }
    const done = [
      { date: date('2026-03-23'), type: 'run', meters: 2000, seconds: 720 },
      { date: date('2026-03-23'), type: 'mobility', meters: 0, seconds: 0 },
    ] as const
    const lines = renderPlanMarkdown(plan, OPTIONS, done).split('\n')
    const rows = lines.filter((line) => line.startsWith('|'))
    expect(rows.find((row) => row.includes('Mon 23 Mar'))).toMatch(/^\| \[x\] .*Run 2\.0 km.*\[x\]/)
    expect(rows.find((row) => row.includes('Wed 25 Mar'))).toMatch(/^\| \[ \] /)
  })

  it('says what pain of today asks for, and whom to see, in bold', () => {
    expect(day(painfulDay)).toMatch(/\*\*Moderate pain .*stop/)
    expect(renderPlanMarkdown(stopPlan, OPTIONS)).toMatch(/\*\*REFERRAL: See a clinician now\./)
    expect(day(stoppedDay)).not.toContain('- [ ]')
  })

  it('shows the words of a file letter by letter', () => {
    expect(literal('a|b *c* _d_ [e](f) <b> `g` \\ &amp; ~~h~~')).toBe(
      'a\\|b \\*c\\* \\_d\\_ \\[e](f) \\<b> \\`g\\` \\\\ \\&amp; \\~\\~h\\~\\~'.replace('[e]', '[e\\]'),
    )
    const titles = new Map([...TITLES, ['clamshell', '# 1 | <script>\n| --- |']])
    const text = renderPlanMarkdown(returnPlan, { ...OPTIONS, exercises: titles })
    expect(text).toContain('- \\# 1 \\| \\<script> \\| --- \\| 3 x 15-20 a side')
    expect(text.split('\n').filter((line) => /^\s*\| --- /.test(line))).toEqual([])
  })

  it('keeps the columns of a table in place where letters are wide', () => {
    const table = markdownTable(
      ['A', 'B'],
      [
        ['貝殻', 'x'],
        ['[ ]', 'a|b'],
      ],
    )
    expect(new Set(table.map(displayWidth)).size).toBe(1)
    expect(table.at(-1)).toContain('| [ ]  | a\\|b |')
  })
})

type Record = { readonly [column: string]: string }
const read = (text: string): Record[] => parse(text, { columns: true })
const value = (cell: string | number | boolean | null | undefined): string => String(cell ?? '')

describe('a table for a spreadsheet', () => {
  it('looks as it was approved', () => {
    expect(renderPlanCsv([breakPlan], TITLES)).toBe(golden('break.csv'))
    expect(renderDayCsv(runDay, TITLES)).toBe(golden('today-run.csv'))
  })

  it.each([
    ['return', returnPlan],
    ['break', breakPlan],
    ['stop', stopPlan],
    ['build', buildPlan],
  ])('holds the %s week session by session, as its JSON has it', (_, plan) => {
    const records = read(renderPlanCsv([plan], TITLES))
    const sessions = records.filter(({ row }) => row === 'session')
    expect(
      sessions.map((each) => [
        each['session_id'],
        each['date'],
        each['type'],
        each['title'],
        each['distance_meters'],
        each['duration_seconds'],
        each['elapsed_seconds'],
        each['intensity'],
        each['terrain'],
        each['cues'],
      ]),
    ).toEqual(
      plan.sessions.map((each) => [
        each.id,
        each.date,
        each.type,
        each.title,
        value(each.distanceMeters),
        value(each.durationSeconds),
        value(each.elapsedSeconds),
        value(each.intensity),
        value(each.terrain),
        each.cues.join('; '),
      ]),
    )
    expect(
      records
        .filter(({ row }) => row === 'exercise')
        .map((each) => [
          each['session_id'],
          each['exercise_id'],
          each['sets'],
          each['reps_min'],
          each['reps_max'],
          each['per_side'],
          each['hold_seconds'],
          each['level'],
        ]),
    ).toEqual(
      plan.sessions.flatMap((session) =>
        session.exercises.map((each) => [
          session.id,
          each.id,
          value(each.sets),
          value(each.reps?.[0]),
          value(each.reps?.at(-1)),
          value(each.perSide),
          value(each.holdSeconds),
          value(each.level),
        ]),
      ),
    )
    const meters = records.reduce((sum, each) => sum + Number(each['distance_meters']), 0)
    expect(meters).toBe(plan.running.distanceMeters)
  })

  it('ends every line as RFC 4180 has it, and has as many cells in each', () => {
    const text = renderPlanCsv([returnPlan, buildPlan], TITLES)
    expect(text).toMatch(/\r\n$/)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(new Set(parse(text).map(({ length }) => length)).size).toBe(1)
  })

  it.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])(
    'takes the formula out of %j, which a file may call an exercise',
    (title) => {
      const records = read(renderPlanCsv([returnPlan], new Map([['clamshell', title]])))
      const clamshell = records.find((each) => each['exercise_id'] === 'clamshell')
      expect(clamshell?.['exercise']).toBe(`'${title.trim()}`)
    },
  )

  it('keeps quotes, commas and letters of any script', () => {
    const title = 'Sit "low", 貝殻; ü'
    const records = read(renderPlanCsv([returnPlan], new Map([['clamshell', title]])))
    expect(records.find((each) => each['exercise_id'] === 'clamshell')?.['exercise']).toBe(title)
  })

  it('tells of today what the log has already', () => {
    const records = read(renderDayCsv(painfulDay, TITLES))
    expect(records.map((each) => [each['type'], each['row'], each['done']])).toEqual(
      painfulDay.sessions.flatMap(({ type, done, exercises }) => [
        [type, 'session', String(done)],
        ...exercises.map(() => [type, 'exercise', String(done)]),
      ]),
    )
  })
})
