import { beforeAll, describe, expect, it } from 'vitest'
import { emptyFolder, fileWith, itb, type World } from './support/fake-host.ts'
import { logFileBefore } from './support/log-on.ts'
import { sampleLog } from './support/sample-log.ts'

/** How many rules each group of the evidence inventory has: none is dropped without somebody counting. */
const GROUPS = {
  PH: 15,
  ME: 4,
  LD: 17,
  RT: 16,
  WN: 7,
  RF: 8,
  EX: 10,
  FR: 10,
  ST: 5,
  FM: 10,
  XT: 5,
  IC: 3,
  DT: 1,
  BL: 3,
  LG: 6,
} as const

/** Background, or advice that is not followed: nothing of it has to be said. */
const LEFT_OUT = 'ME-01 ME-02 ME-03 ME-04 PH-08 PH-09 PH-10 FR-07 FR-08 FM-05'.split(' ')

const TUESDAY = { today: '2026-03-17' }
const WEDNESDAY = { today: '2026-03-18' }

const flare = {
  type: 'run',
  date: '2026-03-17',
  distanceMeters: 5000,
  durationSeconds: 1800,
  pain: { during: 7, onsetMeters: 900, trend: 'worsened' },
}
const flared = fileWith(sampleLog({ entries: [flare] }))
const INIT = 'init --pain-since 3w --pain 4 --in-scope --units km --baseline 40'

/** The pages a runner reads, each by the command line that prints it. */
const VIEWS = {
  handout: ['protocol show itbs-rehab --handout', {}],
  cycle: ['protocol show itbs-cycle --handout', {}],
  run: ['today --demo', TUESDAY],
  strength: ['today --demo', WEDNESDAY],
  plan: ['plan --demo', WEDNESDAY],
  why: ['why --demo', WEDNESDAY],
  status: ['status --demo', WEDNESDAY],
  review: ['review --demo', WEDNESDAY],
  flareReview: ['review flare --demo', WEDNESDAY],
  broken: [`today --log ${flared}`, WEDNESDAY],
  brokenPlan: [`plan --log ${flared}`, WEDNESDAY],
  brokenWhy: [`why --log ${flared}`, WEDNESDAY],
  brokenStatus: [`status --log ${flared}`, WEDNESDAY],
  owed: [`owed --log ${flared}`, { today: '2026-03-19' }],
  numb: [`${INIT} --site outer-knee --red-flag numbness --red-flag other-pattern --dry-run`, WEDNESDAY],
  elsewhere: [`${INIT} --site front-knee --no-red-flags`, WEDNESDAY],
} as const satisfies Readonly<Record<string, readonly [line: string, world: World]>>
type View = keyof typeof VIEWS

/** What of each rule is said, and where, in words of our own. */
const SAID: readonly (readonly [id: string, view: View, text: RegExp])[] = [
  ['PH-01', 'handout', /Then form, one cue at a time, and running again last, through the gate/],
  ['PH-01', 'strength', /To do, in this order .*[Ss]tretching .*Strength .*Before sleep/],
  ['PH-02', 'handout', /Weeks 1 and 2: less running or none, ice, nothing that hurts/],
  ['PH-03', 'handout', /From the first day: rolling, daily, for four weeks/],
  ['PH-04', 'handout', /From day 8, if daily life no longer clearly hurts: hip strength/],
  ['PH-05', 'handout', /with no end date: stretching of the hips/],
  ['PH-06', 'handout', /quiet at rest is not enough to run on, in whichever week/],
  [
    'PH-07',
    'handout',
    /7 days in a row noted as free of pain in daily life.*Every strength exercise done without pain/,
  ],
  ['PH-07', 'brokenStatus', /exercises? .*without pain|free of pain/],
  ['PH-11', 'handout', /Complete rest is not the aim: lying still costs strength/],
  ['PH-11', 'broken', /You need not lie still/],
  ['PH-12', 'handout', /Rest on its own seldom lasts/],
  ['PH-13', 'handout', /Walking breaks stay in the runs for the first four to six weeks back/],
  [
    'PH-14',
    'cycle',
    /Four weeks hold running while mobility and strength have their place; two weeks may grow/,
  ],
  ['PH-15', 'handout', /Hip strength stays two or three times a week for good/],
  ['PH-15', 'cycle', /Hip strength stays, two or three times a week, for good/],
  ['LD-01', 'handout', /Cut running by 50 to 70 %, or stop for one to two weeks/],
  ['LD-02', 'handout', /stop for one to two weeks where the pain came within the first mile or stayed/],
  ['LD-02', 'run', /Pain in the first mile \(1\.6 km\), a limp or swelling: no more running/],
  ['LD-03', 'handout', /Acute means that running, or the time after it, clearly hurts/],
  ['LD-04', 'handout', /Ten percent a week is a convention/],
  ['LD-04', 'why', /No week is planned more than 10 % above the plan before it/],
  ['LD-05', 'handout', /- At most 10 % more than the week before/],
  ['LD-06', 'handout', /A further day without a run is always right/],
  ['LD-07', 'handout', /what is left is easier as well as shorter; gentle sports take its place/],
  ['LD-08', 'handout', /swap one hard run a week for a tempo-friendly one, .* and hills for flat ground/],
  ['LD-09', 'flareReview', /It shows what changed, and not what caused the flare/],
  ['LD-09', 'handout', /Flares tend to follow a jump in distance or speed, above all after time off/],
  ['LD-10', 'flareReview', /One thing at a time/],
  ['LD-10', 'handout', /change one thing at a time, hills and speed first, then distance, then how often/],
  ['LD-10', 'cycle', /reassess, do not push through\. Change one thing/],
  ['LD-11', 'handout', /short runs and more of them, regular rather than fast/],
  ['LD-12', 'handout', /Rest days belong to every week, and hard sessions are not stacked/],
  ['LD-13', 'handout', /From return week 8 on.*waits until week six to eight at the least/],
  ['LD-14', 'handout', /Hills may load the knee more than the flat does, downhill most/],
  ['LD-15', 'handout', /Early runs on flat, even ground.*Gentle slopes come when the plan brings hills/],
  ['LD-16', 'handout', /a jump in distance or speed.*and perhaps roads that slope sideways/],
  [
    'LD-17',
    'cycle',
    /one steady day on which technique is what matters.*one harder block.*one hill session if/,
  ],
  ['RT-01', 'handout', /run of 12 min: walk 5 min, then 6 times 2 min of running and 1 min of walking/],
  ['RT-01', 'run', /2 x: run 10 min, walk 1 min/],
  ['RT-02', 'handout', /Alternate days of 10 to 15 easy minutes/],
  ['RT-03', 'handout', /4 runs a week with running of 12 min, 13 min, 15 min and 15 min/],
  ['RT-03', 'handout', /Easy means that you can talk in whole sentences/],
  ['RT-04', 'run', /Outer side of the knee hurts while running: walk at once/],
  ['RT-05', 'run', /Before the run .*then one easy set/],
  ['RT-05', 'handout', /Before each run: .*roll.*clamshell.*band.?walk/i],
  ['RT-06', 'handout', /Twenty minutes on alternate days once the first stage was clean/],
  ['RT-07', 'handout', /Twenty minutes on alternate days/],
  ['RT-08', 'handout', /up to 4 pickups of 30 s in one run, on the flat/],
  ['RT-09', 'handout', /Three runs of 20 to 30 minutes/],
  ['RT-10', 'handout', /3 runs a week with running of 20 min, 21 min and 25 min/],
  ['RT-11', 'handout', /the longest at the end of the week/],
  ['RT-12', 'handout', /A week grows only after one that was run as planned and stayed free of pain/],
  ['RT-13', 'handout', /through the return\. Hip strength stays two or three times a week/],
  ['RT-14', 'handout', /week six to eight at the least.*bring volume and hills in one after the other/],
  ['RT-15', 'handout', /Strength and mobility go on through the return/],
  ['RT-16', 'handout', /Milestones move with you/],
  ['RT-16', 'status', /Milestones, if every week stays clean/],
  ['WN-01', 'run', /If it gets worse, stays or comes back, stop and walk home/],
  [
    'WN-01',
    'run',
    /worse while running, longer than 2 h or in the first mile: two days off, back to stage 1/,
  ],
  ['WN-02', 'run', /Pain later than two hours after a run/],
  ['WN-03', 'handout', /In a strength exercise any pain is moderate/],
  ['WN-04', 'run', /a limp or swelling: no more running, and log it today/],
  ['WN-04', 'handout', /a limp or swelling; outside the stages|Swelling at the knee\. One small place/],
  ['WN-05', 'handout', /One step back, two steps forward/],
  ['WN-06', 'broken', /Do not run on while the pain grows/],
  ['WN-07', 'handout', /Long runs, hills and stairs make it worse/],
  ['WN-07', 'owed', /stairs/],
  [
    'RF-01',
    'handout',
    /ligament at the outer side of the knee: pain over a wider area, a loose feeling, worse when the knee is pressed outwards from its inner side/,
  ],
  ['RF-02', 'handout', /nerve that winds round the outer side just below the knee/],
  ['RF-02', 'numb', /numbness or tingling in the lower leg or the foot May be the nerve/],
  [
    'RF-03',
    'handout',
    /outer meniscus: pain right on the joint line, clicking or catching, worse when a bent knee is turned/,
  ],
  ['RF-04', 'handout', /One small place that is puffy and sore to the touch may be bursitis or a cyst/],
  ['RF-05', 'handout', /No better after 42 days of steady work/],
  [
    'RF-06',
    'handout',
    /The pain does not fit: .*You cannot put your weight on the leg|You cannot put your weight on the leg.*The pain does not fit/,
  ],
  ['RF-06', 'numb', /the pain does not fit: .*A warning sign was logged\. No running/],
  [
    'RF-06',
    'elsewhere',
    /not at the outer side of the knee This programme is not made for that, and plans no running/,
  ],
  ['RF-07', 'handout', /To a physiotherapist or a sports physician who knows runners/],
  ['RF-08', 'plan', /No medical advice\./],
  ['EX-01', 'strength', /Clamshell 3 x 15-20 a side/],
  ['EX-01', 'strength', /hips and knees bent to about 45 degrees.*The pelvis tips back/],
  ['EX-02', 'strength', /Side-lying hip abduction 3 x 12-15 a side/],
  ['EX-02', 'strength', /Turn the toes of the upper foot to the front/],
  ['EX-02', 'handout', /Lift the straight leg to about 45 degrees.*light-weight \(0\.5 kg\)/],
  [
    'EX-03',
    'strength',
    /Glute bridge 3 x 15 .*You feel it in the lower back\. Move the feet a little further away/,
  ],
  [
    'EX-04',
    'strength',
    /Single-leg glute bridge 3 x 10-12 a side,? .*weaker side first.*The hip of the free leg sinks/,
  ],
  ['EX-05', 'handout', /Band just above the knees.*middle of the shins.*around the ankles/],
  ['EX-05', 'strength', /Lateral band walk 3 x 10-15 a side.*the band stays tight/],
  [
    'EX-06',
    'strength',
    /Single-leg box squat 3 x 8-10 a side.*knee points over the second toe.*The knee falls inwards/,
  ],
  ['EX-06', 'handout', /chair \(46 cm to 51 cm\)/],
  ['EX-07', 'handout', /Standing on one leg \(an extra\)/],
  [
    'EX-08',
    'handout',
    /Works gluteus medius.*Front plank, short holds \(an extra\).*Short foot \(an extra\)/,
  ],
  ['EX-08', 'handout', /muscle in front of the hip, which is not its aim/],
  ['EX-09', 'handout', /Warm, not tired\. Stop at half of what you could do/],
  ['EX-09', 'run', /then one easy set/],
  [
    'EX-10',
    'handout',
    /Clamshell .*Side-lying hip abduction .*Single-leg box squat .*Half-kneeling hip flexor/,
  ],
  ['FR-01', 'handout', /under the front trouser pocket.*8 to 10 cm.*Twice a day only if it is very tender/],
  ['FR-02', 'handout', /Roll slowly upwards.*never travels down to the knee/],
  ['FR-02', 'handout', /The roller stays 10 cm away from the knee/],
  ['FR-03', 'handout', /lay the ankle of that side over the other knee/],
  [
    'FR-04',
    'handout',
    /Press so that you feel it clearly, but never sharply.*breathe out slowly.*Follow with the stretches/,
  ],
  ['FR-05', 'handout', /Keep off the sore outer knee/],
  ['FR-05', 'broken', /Do not roll over the sore place/],
  ['FR-06', 'handout', /outer thigh muscle, from the middle of the thigh up to the hip/],
  ['FR-09', 'run', /Hip circles.*Knee to chest/],
  ['FR-10', 'handout', /Daily in weeks 1 to 4/],
  ['ST-01', 'strength', /Pigeon 60 s a side.*A folded blanket under the hip/],
  ['ST-01', 'handout', /never force a position/],
  [
    'ST-02',
    'strength',
    /Half-kneeling hip flexor stretch 45 s a side.*Tuck the pelvis under.*Reach up with the arm/,
  ],
  ['ST-02', 'handout', /When: strength days, after rolling/],
  ['ST-03', 'strength', /Before sleep: Figure-4 on your back/],
  ['ST-03', 'handout', /Figure-4 on your back: 45 s to 1 min on each side.*before sleep/],
  [
    'ST-04',
    'handout',
    /The stretch with crossed legs, leaning away, is not planned\. Gently done it harms nothing known/,
  ],
  ['ST-05', 'handout', /done after rolling and beside the strength sessions/],
  [
    'FM-01',
    'handout',
    /slightly quicker and shorter steps.*feels strange|feels strange for 14 days to 21 days.*shorter steps/,
  ],
  ['FM-02', 'run', /steps a minute \(metronome at \d+ beats\), up from your own/],
  [
    'FM-02',
    'handout',
    /Cadence: 5 % above your own at first, never more than 10 %; towards 170 to 180 steps a minute/,
  ],
  ['FM-03', 'handout', /slightly quicker and shorter steps lowered the work of the knee in healthy runners/],
  ['FM-04', 'handout', /Each foot lands under its own hip, as on two rails/],
  ['FM-06', 'handout', /Land on the middle of the foot \(switched off\): .*trunk a little forward.*Doubtful/],
  ['FM-07', 'handout', /A thread draws the knee forward, straight over the second toe/],
  ['FM-08', 'handout', /on a sloping road change sides half-way/],
  ['FM-09', 'handout', /Once in these weeks have someone film a minute from behind/],
  ['FM-10', 'handout', /Good shoes are those that fit, feel easy and are not worn out/],
  ['FM-10', 'cycle', /Good shoes are those that fit/],
  ['XT-01', 'strength', /Crawl or backstroke, legs loose/],
  ['XT-02', 'strength', /Deep water and a flotation belt/],
  [
    'XT-03',
    'strength',
    /Saddle not high: at the lowest pedal the knee stays bent by at least 35 to 40 degrees/,
  ],
  ['XT-04', 'strength', /Walking on the flat Even ground, brisk but free of pain/],
  ['XT-05', 'strength', /cut from running are replaced; the rest is not owed/],
  ['XT-05', 'strength', /It replaces running minutes that were cut; it is never owed/],
  ['IC-01', 'broken', /15 min to 20 min at a time, always with a cloth between/],
  ['IC-02', 'broken', /Ice, until .*and after activity.*above all in the first 72 h/],
  ['IC-03', 'broken', /No heat for 72 h/],
  ['DT-01', 'handout', /Oily fish, walnuts or linseed.*Food replaces no part of the work/],
  ['BL-01', 'handout', /At the start: where it hurts, after what distance, and on which ground/],
  ['BL-02', 'flareReview', /Running a week .*Cadence .*Pace/],
  ['BL-02', 'handout', /your usual week, cadence and easy pace\. Compare them week by week/],
  ['BL-02', 'status', /Running a week .*40\.0 km.*Pace of the running .*6:00\/km/],
  ['BL-03', 'flareReview', /what makes it worse, how the knee tracks/],
  ['BL-03', 'handout', /How hip and knee move when the foot is on the ground/],
  ['LG-01', 'review', /Sleep [\d.]+ h a night.*Mood \d of 5/],
  ['LG-01', 'handout', /pain, sleep, mood, and the habits that go with it/],
  ['LG-02', 'review', /What was different, how it felt, what to adjust: itb log review/],
  ['LG-02', 'handout', /what was different, how that felt, what you adjust/],
  ['LG-03', 'review', /Small wins - .*the first run since the flare/],
  ['LG-03', 'handout', /Count small wins: a whole run without pain, good form held through a hard stretch/],
  ['LG-04', 'review', /Confidence/],
  [
    'LG-04',
    'handout',
    /Confidence is part of being ready\. It is asked and shown, and opens or closes nothing/,
  ],
  ['LG-05', 'handout', /Strength, rolling and stretching belong on days without a run/],
  ['LG-06', 'handout', /This journal is what a physiotherapist will ask for/],
]

/** Claims of the articles that are wrong or go too far; what may stand is the sentence that corrects them. */
const WRONG: readonly (readonly [claim: string, said: RegExp, corrected?: RegExp])[] = [
  ['W1: a journal that did not print it', /Clinical Anatomy/],
  ['W2: another one', /MSSE|Medicine (and|&) Science/],
  [
    'W3: a trial of 2012 that shows strength to be superior',
    /BJSM|\b2012\b|superior/,
    /not (be )?found|none superior/,
  ],
  ['W4: pushing the knee inwards opens its outer side', /varus|(push|press)\w* (the knee )?inwards?/],
  ['W5: a bursa below the band', /\bbursa\b/, /doubtful|no bursa/],
  ['W6: a high saddle', /saddle (raised |set )?high|high saddle/i, /contradicted|opposite|makes it worse/],
  ['W7: friction', /friction/i],
  ['W8: a tenth shorter is a tenth quicker', /10 ?%[^.]*(stride|step)[^.]*10 ?%/, /11\.1/],
  ['W9: leaning over takes load off', /lean[^.]*(reduces|lowers|takes load off|unload)/i],
  ['W10: a weak hip as the one cause', /root cause|almost always|hip weakness/i, /beyond the evidence/],
  ['a promise of weeks', /(well|better|resolved?|heals?) (with)?in \d+ (to|-) \d+ weeks/],
]

const plain = (text: string): string => text.replace(/[-*│─]{3,}/g, ' ').replace(/\s+/g, ' ')

/** The text without the ids and sentences of its sources: to be cited is not to be said. */
const withoutSources = (text: string): string =>
  plain(
    text
      .replace(/^ +\S+ \S+, page \d+ of \d+$/gm, '')
      .replace(/^Sources\n-+\n[\s\S]*$/m, '')
      .replace(/^ *(\*+|_+)?Source: [\s\S]*?\.(\*+|_+)?$/gm, '')
      .replace(/^Sources {4}[\s\S]*?\n(?=\S)/gm, '')
      .replace(/^ {2}[A-Z]+-?\d+, [\s\S]*?(?=\n {0,2}\S|\n\n)/gm, ''),
  )

describe('the evidence inventory', () => {
  const pages = new Map<View, string>()
  beforeAll(async () => {
    for (const [view, [line, world]] of Object.entries(VIEWS)) {
      const { stdout } = await itb(line, world)
      pages.set(view as View, stdout)
    }
  })

  const ids = Object.entries(GROUPS).flatMap(([group, count]) =>
    Array.from({ length: count }, (_, index) => `${group}-${String(index + 1).padStart(2, '0')}`),
  )

  it('is held whole: what is not said is known to be left out', () => {
    const held = new Set([...SAID.map(([id]) => id), ...LEFT_OUT])
    expect(ids.filter((id) => !held.has(id))).toEqual([])
    expect([...held].filter((id) => !ids.includes(id))).toEqual([])
    expect(SAID.filter(([id]) => LEFT_OUT.includes(id))).toEqual([])
    expect(ids).toHaveLength(120)
  })

  it.each(SAID)('%s reaches %s', (_, view, text) =>
    expect(withoutSources(pages.get(view) ?? '')).toMatch(text),
  )

  it.each(Object.keys(VIEWS))('%s is a page and no complaint', (view) =>
    expect((pages.get(view as View) ?? '').length).toBeGreaterThan(100),
  )

  for (const [claim, said, corrected] of WRONG)
    it(`never says ${claim}`, () => {
      const sentences = [...pages].flatMap(([view, text]) =>
        plain(text)
          .split(/(?<=[.:]) (?=[A-Z0-9-])/)
          .map((sentence) => `${view}: ${sentence}`),
      )
      const claims = sentences.filter((sentence) => said.test(sentence))
      expect(claims.filter((sentence) => corrected?.test(sentence) !== true)).toEqual([])
    })
})

describe('a pain that does not fit the pattern', () => {
  const SORE = 'init --site outer-knee --pain-since 3w --pain 4 --in-scope --units km --baseline 40'

  it('said at init is answered by a referral and no running', async () => {
    const home = emptyFolder()
    const begun = await itb(`${SORE} --red-flag other-pattern`, { home })
    expect(begun.stdout).toMatch(/the pain does not fit[\s\S]+Stopped until a clinician clears you/)
    const plan = JSON.parse((await itb('plan --json', { home })).stdout)
    expect([plan.phase, plan.verdict, plan.running.distanceMeters]).toEqual(['stop', 'stop', 0])
    expect(plan.referral).toMatchObject({ notice: 'red-flag', urgency: 'now' })
  })

  it('said later stops a week that was to grow', async () => {
    const file = logFileBefore('2026-11-21')
    const before = JSON.parse((await itb(`plan --json --log ${file}`, { today: '2026-11-21' })).stdout)
    expect(before.running.distanceMeters).toBeGreaterThan(0)
    await itb(`log day --red-flag other-pattern --log ${file}`, { today: '2026-11-21' })
    const { stdout } = await itb(`plan --json --log ${file}`, { today: '2026-11-21' })
    expect(JSON.parse(stdout)).toMatchObject({ phase: 'stop', running: { distanceMeters: 0 } })
  })

  it('is asked among the signs, at the last key', async () => {
    const { asked } = await itb(`${SORE} --side left --no-limp`, {
      terminal: { columns: 80 },
      keys: ['9', 'n', ...Array(12).fill(undefined)],
    })
    expect(asked.find((text) => text.startsWith('Is any of these so?'))).toMatch(/\n9: the pain does not fit/)
  })
})
