import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  distanceMeant,
  durationMeant,
  heightMeant,
  lastingMeant,
  paceMeant,
} from '../../src/base/amount-input.ts'
import { distanceText, durationText, paceText, type Units } from '../../src/base/amount-text.ts'
import type { Result } from '../../src/base/problem.ts'

const valueIn = <T>(result: Result<T>): T | undefined => (result.ok ? result.value : undefined)
const units = fc.constantFrom<Units>('km', 'mi')

describe('a distance', () => {
  it.each([
    ['5.2km', 5200],
    ['5,2km', 5200],
    ['5.2 KM', 5200],
    ['5200m', 5200],
    ['5k', 5000],
    ['5.2', 5200],
    ['0', 0],
    ['3.2mi', 5150],
  ])('is understood as %s', (text, meters) => expect(valueIn(distanceMeant(text, 'km'))).toBe(meters))

  it('without a unit is in the unit of the runner', () =>
    expect(valueIn(distanceMeant('3.2', 'mi'))).toBe(5150))

  it.each(['', 'far', '5.2q', '-5km', '5:20', '5.2.1km', 'NaN', '1e3'])(
    'is not understood as "%s"',
    (text) => {
      const read = distanceMeant(text, 'km', '--onset')
      expect(read).toMatchObject({
        ok: false,
        problems: [{ code: 'bad-amount', message: `--onset is "${text}", which is no distance` }],
      })
    },
  )

  it('reads back as it was typed', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4999 }), units, (tenths, unit) => {
        const typed = `${(tenths / 10).toFixed(1)} ${unit}`
        const meters = valueIn(distanceMeant(typed, unit)) ?? Number.NaN
        expect(Number.isInteger(meters)).toBe(true)
        expect(distanceText(meters, unit)).toBe(typed)
        expect(valueIn(distanceMeant(distanceText(meters, unit), unit))).toBe(meters)
      }),
    ))

  it('never throws, whatever is typed', () =>
    fc.assert(
      fc.property(fc.string(), units, (text, unit) => {
        for (const read of [
          distanceMeant(text, unit),
          heightMeant(text, unit),
          durationMeant(text),
          lastingMeant(text),
          paceMeant(text, unit),
        ]) {
          expect(!read.ok || (Number.isFinite(read.value) && read.value >= 0)).toBe(true)
        }
      }),
    ))
})

describe('a time', () => {
  it.each([
    ['31:10', 1870],
    ['1:02:03', 3723],
    ['31m', 1860],
    ['31', 1860],
    ['31,5', 1890],
    ['1h', 3600],
    ['1.5h', 5400],
    ['1h05', 3900],
    ['1 h 05', 3900],
    ['1h05m', 3900],
    ['90s', 90],
    ['20min', 1200],
    ['31m10s', 1870],
    ['90:00', 5400],
  ])('is understood as %s', (text, seconds) => expect(valueIn(durationMeant(text))).toBe(seconds))

  it.each(['', '31:60', '1:60:00', '31:1', 'soon', '1h60', '-5', '5km'])(
    'is not understood as "%s"',
    (text) => expect(durationMeant(text).ok).toBe(false),
  )

  it('in whole minutes reads back as it is told', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (minutes) => {
        expect(valueIn(durationMeant(durationText(minutes * 60)))).toBe(minutes * 60)
      }),
    ))

  it('on the clock is its minutes and seconds', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), (seconds) => {
        const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
        expect(valueIn(durationMeant(clock))).toBe(seconds)
      }),
    ))
})

describe('a pace', () => {
  it.each([
    ['6:00', 'km', 360],
    ['6:00/km', 'mi', 360],
    ['9:39/mi', 'km', 359.77],
    ['9:39', 'mi', 359.77],
  ] as const)('is understood as %s', (text, unit, seconds) =>
    expect(valueIn(paceMeant(text, unit))).toBeCloseTo(seconds, 2),
  )

  it.each(['6', '6:0', '6:60', 'fast', '6:00/h'])('is not understood as "%s"', (text) =>
    expect(paceMeant(text, 'km').ok).toBe(false),
  )

  it('reads back as it is told', () =>
    fc.assert(
      fc.property(fc.integer({ min: 120, max: 1800 }), units, (seconds, unit) => {
        const told = paceText(seconds, unit)
        const pace = valueIn(paceMeant(told, unit))
        expect(pace === undefined ? undefined : paceText(pace, unit)).toBe(told)
      }),
    ))
})

describe('a height', () => {
  it.each([
    ['120m', 'km', 120],
    ['120', 'km', 120],
    ['400ft', 'mi', 122],
  ] as const)('is understood as %s', (text, unit, meters) =>
    expect(valueIn(heightMeant(text, unit))).toBe(meters),
  )

  it('needs its unit where the runner counts in miles', () => expect(heightMeant('400', 'mi').ok).toBe(false))
})

describe('how long pain lasted', () => {
  it.each([
    ['1h', 1],
    ['90min', 1.5],
    ['2d', 48],
    ['0', 0],
    ['1:30', 0.03],
  ])('is understood as %s', (text, hours) => expect(valueIn(lastingMeant(text))).toBe(hours))

  it('is not guessed from a bare number', () => expect(lastingMeant('2').ok).toBe(false))
})
