import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../src/base/calendar.ts'
import { zoneHistory } from '../../src/base/zone.ts'

const in2026 = (zone: string) =>
  zoneHistory(zone, '2026-01-05' as CalendarDate, '2026-12-31' as CalendarDate)
    .changes.filter(({ at }) => at.startsWith('2026'))
    .map(({ at, before, after, isSummer }) => [at, before, after, isSummer])

describe('the clocks of a zone', () => {
  it.each([
    ['Europe/Berlin', ['2026-03-29T02:00:00', 60, 120, true], ['2026-10-25T03:00:00', 120, 60, false]],
    [
      'America/New_York',
      ['2026-03-08T02:00:00', -300, -240, true],
      ['2026-11-01T02:00:00', -240, -300, false],
    ],
    [
      'America/St_Johns',
      ['2026-03-08T02:00:00', -210, -150, true],
      ['2026-11-01T02:00:00', -150, -210, false],
    ],
    // Half an hour, and summer at the turn of the year.
    [
      'Australia/Lord_Howe',
      ['2026-04-05T02:00:00', 660, 630, false],
      ['2026-10-04T02:00:00', 630, 660, true],
    ],
    ['Africa/Casablanca', ['2026-02-15T03:00:00', 60, 0, false], ['2026-03-22T02:00:00', 0, 60, false]],
  ])('of %s are set forward and back', (zone, ...changes) => {
    expect(in2026(zone)).toEqual(changes)
  })

  it.each([
    ['Asia/Kathmandu', 345],
    ['Etc/UTC', 0],
    ['America/Phoenix', -420],
  ])('of %s are never set: one state for all time', (zone, offset) => {
    const { changes } = zoneHistory(zone, '2026-01-05' as CalendarDate, '2026-12-31' as CalendarDate)
    expect(changes).toEqual([{ at: '2025-01-01T00:00:00', before: offset, after: offset, isSummer: false }])
  })

  it('are known from a year before the first date to a year after the last', () => {
    const { changes } = zoneHistory(
      'Europe/Berlin',
      '2026-12-28' as CalendarDate,
      '2027-01-03' as CalendarDate,
    )
    expect(changes.map(({ at }) => at.slice(0, 7))).toEqual([
      '2025-01',
      ...['2025-03', '2025-10', '2026-03', '2026-10', '2027-03', '2027-10', '2028-03', '2028-10'],
    ])
  })
})
