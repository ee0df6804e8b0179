import { readAmount } from '../../src/base/quantity.ts'
import type { Found } from './find-numbers.ts'

const UNITS = /(km|cm|m|s|min|h|d|weeks?|%|\/10|kg|\/km)$/

const unitOf = (value: string | number): string =>
  typeof value === 'number' ? '' : (UNITS.exec(value)?.[1] ?? '')

/** What a number is in the unit that is counted in: metres, seconds, days, shares. */
export function amountOf(number: Found | string): number {
  const amount = readAmount(typeof number === 'string' ? number : number.value)
  return Number(amount)
}

/** The smallest change of a number that anybody would make. */
export function smallStep({ value }: Pick<Found, 'value'>): number {
  const unit = unitOf(value)
  if (unit === '%') return 0.001
  if (unit === 'kg') return 0.1
  return unit === 'cm' ? 0.01 : 1
}

/** An amount in a unit in which it can be written exactly. */
export function spelled({ value }: Pick<Found, 'value'>, amount: number): string {
  const unit = unitOf(value)
  const exact = (by: number): number => Number((amount / by).toFixed(6))
  if (unit === '%') return `${exact(0.01)}%`
  if (unit === '/10') return `${exact(1)}/10`
  if (unit === 'kg') return `${exact(1)} kg`
  if (unit === 'cm') return `${exact(0.01)} cm`
  if (unit === 'm' || unit === 'km') return `${exact(1)} m`
  if (unit === '/km') return `${Math.floor(amount / 60)}:${String(amount % 60).padStart(2, '0')}/km`
  if (unit === 'd' || unit.startsWith('week')) return `${exact(1)} d`
  return unit === '' ? String(exact(1)) : `${exact(1)} s`
}
