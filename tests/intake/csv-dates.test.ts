import { describe, expect, it } from 'vitest'
import { dayOrderOf, momentIn } from '../../src/intake/csv-dates.ts'

const JULY = '2026-07-21 15:09:27'

describe('a date in a table', () => {
  it.each([
    ['2026-07-21 15:09:27', 'ISO'],
    ['2026-07-21T15:09:27Z', 'ISO in UTC'],
    ['Jul 21, 2026, 3:09:27 PM', 'American'],
    ['Jul 21, 2026, 3:09:27\u202fPM', 'American with a narrow space'],
    ['21 Jul 2026, 15:09:27', 'British'],
    ['21.07.2026, 15:09:27', 'German'],
    ['21. Juli 2026, 15:09:27', 'German in words'],
    ['21 juil. 2026, 15:09:27', 'French'],
    ['21 juil. 2026 à 15:09:27', 'French with a word between'],
    ['21 jul 2026, 15:09:27', 'Spanish'],
    ['21 jul 2026, 3:09:27 p. m.', 'Spanish of America'],
    ['21 de jul. de 2026, 15:09:27', 'Portuguese of Brazil'],
    ['21/07/2026, 15:09:27', 'Portuguese'],
    ['21 lug 2026, 15:09:27', 'Italian'],
    ['21 jul. 2026 15:09:27', 'Dutch'],
    ['21. jul. 2026 15.09.27', 'Danish'],
    ['21 juli 2026 15:09:27', 'Swedish'],
    ['21. juli 2026, 15:09:27', 'Norwegian'],
    ['21 lip 2026, 15:09:27', 'Polish'],
    ['21 lipca 2026, 15:09:27', 'Polish in full'],
    ['2026. júl. 21. 15:09:27', 'Hungarian'],
    ['2026. 07. 21. 15:09:27', 'Hungarian in numbers'],
  ])('%s is read (%s)', (cell) => {
    const moment = momentIn(cell, 'day-first')
    expect(`${moment?.date} ${moment?.time}`).toBe(JULY)
  })

  it.each([
    ['2 ago 2026, 12:20:32 p.m.', '12:20:32'],
    ['Aug 2, 2026, 12:20:32 AM', '00:20:32'],
    ['Aug 2, 2026, 11:20:32 PM', '23:20:32'],
  ])('%s is read by the half of its day', (cell, time) => {
    expect(momentIn(cell, undefined)).toEqual({ date: '2026-08-02', time })
  })

  it.each([
    ['01', 'sty jan ene gen janv. januari stycznia január Jänner'],
    ['02', 'feb fév febr lut lutego februari'],
    ['03', 'mar mrt Mär März mars maart marca márc'],
    ['04', 'apr avr abr kwi kwietnia ápr aprile'],
    ['05', 'may mai mei maj mag maja mayo maio május'],
    ['06', 'jun juin giu cze czerwca jún junho'],
    ['07', 'jul juil lug lip lipca júl julho'],
    ['08', 'aug ago août sie sierpnia augusti'],
    ['09', 'sep sept set wrz szept września settembre'],
    ['10', 'oct okt out ott paź października outubro'],
    ['11', 'nov lis listopada novembre'],
    ['12', 'dec dez des dic gru déc grudnia dicembre'],
  ])('month %s has many names', (month, names) => {
    for (const name of names.split(' '))
      expect([name, momentIn(`3 ${name} 2024 10:00:00`, undefined)?.date]).toEqual([name, `2024-${month}-03`])
  })

  it.each([
    '2026-02-30 10:00:00',
    '31.06.2026, 10:00:00',
    '2026-07-21 25:00:00',
    'Jul 21, 2026, 13:09:27 PM',
    '21 foo 2026 10:00:00',
    '2026. 7. 21. 오후 3:09:27',
    '21 jul 26 10:00:00',
    '2026-07-21',
    'yesterday',
    '',
  ])('%s is not guessed', (cell) => {
    expect(momentIn(cell, 'day-first')).toBeUndefined()
  })

  it('in numbers is read by the order that other dates of the file show, and not without', () => {
    expect(dayOrderOf(['07/08/2026 10:00', '07/21/2026 10:00'])).toBe('month-first')
    expect(dayOrderOf(['07/08/2026 10:00', '21/07/2026 10:00'])).toBe('day-first')
    expect(dayOrderOf(['07/08/2026 10:00'])).toBeUndefined()
    expect(dayOrderOf(['13/08/2026 10:00', '08/13/2026 10:00'])).toBeUndefined()
    expect(momentIn('07/08/2026 10:00', 'month-first')?.date).toBe('2026-07-08')
    expect(momentIn('07/08/2026 10:00', 'day-first')?.date).toBe('2026-08-07')
    expect(momentIn('07/08/2026 10:00', undefined)).toBeUndefined()
  })
})
