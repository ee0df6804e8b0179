import type { Evidence } from '../base/quantity.ts'
import { OUT_OF_SCOPE, type ReferralRule } from '../rules/referral.ts'
import { adviceLines, signLines } from './handout-advice.ts'
import { exerciseLines } from './handout-exercises.ts'
import { headed, point, wrapped } from './handout-page.ts'
import { inPages } from './handout-paging.ts'
import { chapterLines, otherLines, phaseLines } from './handout-phases.ts'
import { citationsIn, sourceLines } from './handout-sources.ts'
import { trackLines } from './handout-tracks.ts'
import type { Protocol } from './schema.ts'

const WIDTH = 80

/** A protocol as a runner takes it home: printed pages, in the order in which it is needed. */
export function renderHandout(protocol: Protocol, referral: ReferralRule): string {
  const { title, about, stopRules, exercises, revisions } = protocol
  const lines = [
    ...wrapped(title, WIDTH),
    '='.repeat(Math.min(title.length, WIDTH)),
    '',
    ...wrapped(about, WIDTH),
    ...scopeLines(protocol, referral),
    ...headed('When to stop'),
    ...stopRules.flatMap((rule) => point(rule, WIDTH)),
    ...signLines(referral, WIDTH),
    ...phaseLines(protocol, WIDTH),
    ...chapterLines('Strength', protocol, WIDTH),
    '',
    ...exercises.flatMap((exercise) => exerciseLines(exercise, WIDTH)),
    ...trackLines(protocol, WIDTH),
    ...adviceLines(protocol, WIDTH),
    ...chapterLines('When it does not get better', protocol, WIDTH),
    ...otherLines(protocol, WIDTH),
    ...evidenceLines(protocol),
    ...headed('Sources'),
    ...sourceLines(protocol, WIDTH),
  ]
  return inPages(lines, `${protocol.id} ${revisions[0]?.release ?? ''}`.trim(), WIDTH)
}

/** Whom it is for, and whom it is not for. */
const scopeLines = ({ disclaimer }: Protocol, { says }: ReferralRule): readonly string[] => [
  ...headed('What this is, and what it is not'),
  ...wrapped(disclaimer, WIDTH),
  '',
  'It is not for you if one of these is so:',
  ...OUT_OF_SCOPE.flatMap((name) => point(says[name] ?? '', WIDTH)),
  ...wrapped(says['out-of-scope'] ?? '', WIDTH),
]

const GRADES: Readonly<Record<Evidence, string>> = {
  trial: 'Controlled trial: people were compared whom chance had put into groups',
  cohort: 'Cohort study: people were followed over time, and nobody chose what they did',
  laboratory: 'Laboratory study: something was measured, mostly in healthy people',
  expert: 'Expert opinion: what experienced clinicians advise',
  convention: 'Convention: what is customary; nobody has shown that it is better than something else',
  'our-choice': 'Our choice: where sources are silent or disagree, the careful side, and not a finding',
}

/** How often the protocol leans on which sort of evidence, the best one first. */
function evidenceLines(protocol: Protocol): readonly string[] {
  const all = citationsIn(protocol)
  const count = (grade: string): number => all.filter((each) => each.grade === grade).length
  return [
    ...headed('How good the evidence is'),
    ...wrapped(
      `Each number above names what it rests on, ${all.length} times in all. Most of it has never been` +
        ' tested in runners with this syndrome; a trial named here may have asked about something near it.',
      WIDTH,
    ),
    ...Object.entries(GRADES).flatMap(([grade, text]) => point(`${text} (${count(grade)} times).`, WIDTH)),
  ]
}
