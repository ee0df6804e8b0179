import type { CalendarDate } from '../../base/calendar.ts'
import { succeed, type Result } from '../../base/problem.ts'
import type { Flags } from '../command.ts'
import { gather } from '../log/gather.ts'
import type { Interviewer } from './answers.ts'
import { exclusionsWanted, signsWanted, type Exclusion, type Says, type Sign } from './list-questions.ts'
import {
  limpWanted,
  painWanted,
  sideWanted,
  sinceWanted,
  siteWanted,
  type Side,
  type Site,
} from './pain-questions.ts'

/** What must be known of the knee before anybody is planned for; undefined was not said. */
export interface Screening {
  readonly site: Site | 'none' | undefined
  readonly side: Side | undefined
  readonly since: CalendarDate | undefined
  /** The worst score while running at that time. */
  readonly during: number | undefined
  readonly limp: boolean | undefined
  /** Empty where every one of them was asked for and denied. */
  readonly redFlags: readonly Sign[] | undefined
  readonly exclusions: readonly Exclusion[] | undefined
}

/** Where it hurts, then the red flags in full, then whom this programme is not made for. */
export async function screen(
  flags: Flags,
  today: CalendarDate,
  says: Says,
  find: Interviewer,
): Promise<Result<Screening>> {
  const site = await find(siteWanted(flags))
  // Of a knee that does not hurt, or hurts where this programme has nothing to say, no more is asked.
  const isOurs = site.ok && site.value === 'outer-knee'
  const unasked = succeed(undefined)
  return gather({
    site,
    side: isOurs || flags.side !== undefined ? await find(sideWanted(flags)) : unasked,
    since: isOurs ? await find(sinceWanted(flags, today)) : unasked,
    during: isOurs ? await find(painWanted(flags)) : unasked,
    limp: isOurs ? await find(limpWanted(flags)) : unasked,
    redFlags: await find(signsWanted(flags, says)),
    exclusions: await find(exclusionsWanted(flags, says)),
  })
}

/** Why this programme is not made for the runner; empty where it is. */
export function outOfScope({ site, exclusions = [] }: Screening): readonly (Exclusion | 'other-place')[] {
  const isElsewhere = site !== undefined && site !== 'none' && site !== 'outer-knee'
  return [...(isElsewhere ? ['other-place' as const] : []), ...exclusions]
}
