import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Server, setUpVdirsyncer, startRadicale } from './caldav.ts'
import { listed, setUpKhal } from './khal.ts'
import { type Machine, newMachine, reader } from './machine.ts'
import { needing } from './programs.ts'
import { byUid, cancelledIn, eventsIn, eventsOf, liveFrom, plansOf, type ReadEvent } from './read-back.ts'
import { returning, THURSDAY, WEDNESDAY } from './runners.ts'

const { describe } = needing('radicale', 'vdirsyncer', 'khal', 'curl', 'python3-icalendar')

const FLARE = 'itb log flare --pain 6 --onset 1km'
const RUNS = ['2026-11-19-run@k3v9q2', '2026-11-21-run@k3v9q2']
const QUERY = `<C:calendar-query xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:D="DAV:">
  <D:prop><C:calendar-data/></D:prop>
  <C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"/></C:comp-filter></C:filter>
</C:calendar-query>`
const calendarsInReport = reader('calendars-in-report.py')

const machine: Machine = newMachine(WEDNESDAY)
let server: Server
beforeAll(async () => {
  server = await startRadicale(machine)
})
afterAll(() => server.stop())

const curl = (words: string): string => `curl --silent --show-error --fail -u runner:x ${words}`

/** What the server has, by REPORT, event by event. */
const readBack = (calendar: string): ReadEvent[] => {
  const ask = `-X REPORT -H 'Depth: 1' -H 'Content-Type: application/xml' --data-binary @-`
  const answered = machine.says(
    `${curl(`${ask} ${server.url}/runner/${calendar}/`)} | ${calendarsInReport}`,
    QUERY,
  )
  return eventsIn(machine, answered)
}

/** The sessions of the plans as they are now, from today on. */
const planned = (from: Machine) =>
  byUid([...plansOf(from, '--week this'), ...plansOf(from, '')].flatMap((plan) => eventsOf(plan)))

const isOff = (events: readonly ReadEvent[]): boolean[] =>
  RUNS.map((run) => cancelledIn(events).includes(run))

describe('a calendar on Radicale', () => {
  it('fed by curl holds the plan, and after a flare the plan that there is then', () => {
    machine.write('.local/share/itb/log.json', returning(WEDNESDAY))
    const feed = `itb plan --format ics | ${curl(
      `-X PUT -H 'Content-Type: text/calendar' --data-binary @- ${server.url}/runner/fed/`,
    )}`
    machine.says(feed)
    expect(byUid(liveFrom(readBack('fed'), WEDNESDAY))).toEqual(planned(machine))
    expect(isOff(readBack('fed'))).toEqual([false, false])
    machine.says(FLARE)
    machine.says(feed)
    expect(byUid(liveFrom(readBack('fed'), WEDNESDAY))).toEqual(planned(machine))
    expect(isOff(readBack('fed'))).toEqual([true, true])
    const got = eventsIn(machine, machine.says(curl(`${server.url}/runner/fed/`)))
    expect(byUid(got)).toEqual(byUid(readBack('fed')))
  })

  it('fed by khal and vdirsyncer heals after a flare, here and on another machine', () => {
    machine.write('.local/share/itb/log.json', returning(WEDNESDAY))
    const sync = setUpVdirsyncer(machine, server.url, 'calendars')
    setUpKhal(machine, 'calendars/plan')
    const feed = (): void => {
      machine.says('itb plan --format ics | khal import --batch -a plan')
      sync()
    }
    feed()
    expect(byUid(liveFrom(readBack('plan'), WEDNESDAY))).toEqual(planned(machine))
    const phone = newMachine(WEDNESDAY)
    const syncPhone = setUpVdirsyncer(phone, server.url, 'phone')
    setUpKhal(phone, 'phone/plan')
    syncPhone()
    const runs = () =>
      listed(phone, THURSDAY, 4).filter(({ title }) => title.replace('Cancelled: ', '').startsWith('Run'))
    expect(runs().map(({ uid, status }) => [uid, status])).toEqual(RUNS.map((run) => [run, 'CONFIRMED']))
    machine.says(FLARE)
    feed()
    syncPhone()
    expect(byUid(liveFrom(readBack('plan'), WEDNESDAY))).toEqual(planned(machine))
    expect(isOff(readBack('plan'))).toEqual([true, true])
    expect(runs().map(({ uid, status }) => [uid, status])).toEqual(RUNS.map((run) => [run, 'CANCELLED']))
  })
})
