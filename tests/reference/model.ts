/** Independent of src: days count inclusively, the gate costs a week of REHAB, hills come in anew after a hold. */
export type Feel = 'S0' | 'S1' | 'S1 early' | 'S2' | 'S2 early' | 'S3' | 'U' | 'pill' | 'skip' | 'away' |
  'short' | 'over' | 'red'
export type Runner = { baselineMeters: number; pace: number; flare: keyof typeof KEEP }
export type Week = { phase: string; meters: number; seconds: number; returnWeek: number | null }
type Volume = { m: number; s: number }
const GAPS = [[56, 0], [28, 0.33], [14, 0.5], [6, 0.75], [0, 1]] as const
const KEEP = { 'reduced-3': 0.5, 'reduced-4': 0.4, 'reduced-5': 0.3, break: 0 }
const STAGES: Record<string, { share: number; minutes: number[]; before: string; after: string }> = {
  'return-1': { share: 0.5, minutes: [12, 13, 15, 15], before: 'rehab', after: 'return-2' },
  'return-2': { share: 0.55, minutes: [20, 20, 20], before: 'return-1', after: 'return-3' },
  'return-3': { share: 0.605, minutes: [20, 21, 25], before: 'return-2', after: 'build' } }
/** The share of each run that is done, or of the one that hurt; the onset of an S2 was there, or is taken to be. */
const DONE: Record<string, number> = { short: 0.7, over: 1.5 }
const STOPPED: Record<string, number> = { S2: 0.6, S3: 0.5 }
const TURNS: Record<string, string> = { stop: 'stop', break: 'acute-break', reduce: 'acute-reduced' }
const WEEK = [[1, 0.2], [3, 0.25], [5, 0.2], [6, 0.35]] as const
const whole = (x: number) => Math.floor(x + 1e-6)
const [sum, most] = [(xs: number[]) => xs.reduce((a, b) => a + b, 0), (xs: number[]) => Math.max(0, ...xs)]
const rising = (xs: readonly number[]) => [...xs].sort((a, b) => a - b)
const median = (xs: readonly number[]) => rising(xs)[Math.floor((xs.length - 1) / 2)]
const times = ({ m, s }: Volume, by: number, guard = 0) => ({ m: m * by, s: s * by + guard })
const least = (a: Volume, b: Volume) => ({ m: Math.min(a.m, b.m), s: Math.min(a.s, b.s) })
const longestOf = (xs: Volume[]) => ({ m: most(xs.map(({ m }) => m)), s: most(xs.map(({ s }) => s)) })
const total = (xs: Volume[]) => ({ m: sum(xs.map(({ m }) => m)), s: sum(xs.map(({ s }) => s)) })
export function model(runner: Runner, feels: readonly Feel[]): Week[] {
  let [pace, goal, broken] = [runner.pace, runner.baselineMeters, runner.flare === 'break']
  const [at, way] = [(m: number) => ({ m, s: (m * pace) / 1000 }), (s: number) => (s * 1000) / pace]
  const runs = [-42, -35, -28, -21, -14, -7].flatMap((monday) => WEEK.map(([d, share]) =>
    ({ day: monday + d, m: goal * share, s: Math.round(at(goal * share).s), pace, grade: monday + d === -1 ? 'S3' : 'S0' })))
  const weeks = Array.from({ length: 4 }, () => ({ credit: goal, long: 0.35 * goal, n: 4, did: at(goal), grade: 'S3', plan: 0, phase: 'base' }))
  let [phase, verdict, episode, breaks, broke] = ['base', broken ? 'break' : 'reduce', true, +broken, -1]
  let [prev, T, lastPlan, missed] = [at(goal), at(goal), at(goal), null as Volume | null]
  let [acuteCap, acuteDay, vPre, habit, longest] = [at(KEEP[runner.flare] * goal), -1, goal, 4, 0.35 * goal]
  let [count, cycle, lastRun, lastShown, ranOn, lastS2, lastPain, sore, added] = [0, 0, -1, -1, 4, -99, -1, -1, -99]
  let [ran, layoffTaken, hillsIn, calmWeeks, longRun, brokenWeek] = [true, false, false, 0, at(0.35 * goal), at(Infinity)]
  const onsets = broken ? [] : [{ day: -1, m: 8000 }]
  return feels.map((feel, i) => {
    const start = 7 * i
    const within = (days: number) => runs.slice(-28).filter((run) => start - run.day <= days)
    const trusted = (days: number) => within(days).filter((run) =>
      run.grade === 'S0' || run.grade === 'S1' || (run.grade === 'U' && start - run.day > 14))
    const four = weeks.slice(-4)
    const steady = phase === 'maintain' && ran && four.every(({ n, grade }) => n > 0 && !/S[23]/.test(grade)) &&
      four.filter(({ grade }) => grade === 'S0').length > 2 && four[3]!.grade === 'S0'
    const reached = (of: 'm' | 's') => rising(four.map(({ did }) => did[of] * Math.min(1, vPre / did.m)))[1]!
    const M = steady ? { m: reached('m'), s: reached('s') } : { m: 0, s: 0 }
    if (steady) {
      const lifted = (a: Volume, b: Volume) => longestOf([a, b])
      T = lifted(T, M)
      if (verdict !== 'stop' && 1.1 * four[3]!.credit >= prev.m && four[3]!.did.m <= 1.3 * Math.max(M.m, prev.m))
        [prev, verdict] = [lifted(prev, M), 'progress']
    }
    const held = prev.m > 0 && verdict !== 'progress'
    if (!held) pace = median(trusted(28).map((run) => run.pace)) ?? runner.pace
    const gap = ran ? 0 : start - lastRun
    const k = GAPS.find(([days]) => gap >= days)![1]
    if (gap >= 14 && !layoffTaken) [count, layoffTaken] = [Math.max(0, count - 4), true]
    const [was, from, resting] = [phase, STAGES[phase], ['acute-break', 'rehab'].includes(phase)]
    const fromZero = resting && verdict === 'progress' && start - broke >= (breaks === 1 ? 21 : 14)
    if (TURNS[verdict]) phase = TURNS[verdict]!
    else if (fromZero) phase = 'return-1'
    else if (resting) phase = start - broke >= 14 ? 'rehab' : phase
    else if (k === 0 || (gap >= 28 && (from || phase === 'acute-reduced'))) phase = 'rehab'
    else if (from && verdict !== 'hold') phase = verdict === 'back' ? from.before : from.after
    else if (phase === 'acute-reduced' && calmWeeks > 1 && start - acuteDay >= 14 &&
      within(14).every((run) => run.day <= acuteDay || run.grade === 'S0')) phase = 'build'
    const [stage, acute, free] = [STAGES[phase], phase === 'acute-reduced', ['build', 'maintain'].includes(phase)]
    if (fromZero || acute || phase === 'acute-break' || gap >= 28) count = 0
    let top = stage || acute || free ? { m: Infinity, s: Infinity } : { m: 0, s: 0 }
    const cap = (...volumes: Volume[]) => { top = volumes.reduce(least, top) }
    cycle += +(phase === 'maintain')
    const [grows, below] = [cycle % 6 > 3, prev.m < 100 * whole(vPre / 100)]
    cap(at(phase === 'maintain' && !below ? goal : (stage?.share ?? 1) * vPre), acute ? acuteCap : top)
    // Never less than one run of ten minutes, or no way would lead back.
    if (phase === 'return-1') cap(longestOf([brokenWeek, { m: way(most([600, brokenWeek.s])), s: 600 }]))
    if (!fromZero && verdict !== 'reduce') {
      cap(times(prev, acute ? 1 : 1.1, 3))
      if (!held && !acute) cap(times(T, 1.1, 3))
      if (held) cap(prev, phase === 'return-1' ? prev : times(stage || acute ? (missed ?? prev) : least(T, lastPlan), k))
      if (verdict === 'back') cap(times(prev, 1 / 1.1))
      if (phase === 'maintain') cap(grows || below ? times(prev, 1.1) : least(T, prev))
    }
    const six = weeks.slice(-6)
    if (phase === 'maintain' && six.length > 5 && six.every((week) => week.phase === 'maintain'))
      cap(at(most([Math.min(vPre, goal), 1.21 * six[0]!.plan, 1.21 * M.m])))
    const calm = within(14).length >= 3 && within(14).every((run) => run.grade === 'S0')
    const hills = phase === 'build' && !held && count >= 7 && calm
    if (hills && !hillsIn) cap(prev)
    // What three of four weeks reached stands for their longest runs as well.
    const longs = steady ? [at(rising(four.map(({ long }) => long))[1]!)] : []
    const [late, l30] = [phase === 'maintain' || count >= 7, longestOf([...trusted(30), ...longs])]
    const first = Math.max(0, lastShown + (late ? 1 : 2) - start, sore + 3 - start)
    const grow = (x: number, step: number, of: Volume) => Math.max(1.1 * x, of.s < 3000 ? x + step : 0)
    const next = (of: Volume) => Math.min(grow(of.s, 300, of), at(grow(of.m, way(300), of)).s)
    // Ten minutes can always be run, a first stage repeated whole, and what was not said counts for no more than a 0.
    const unsaid = longestOf(within(30).filter(({ grade }) => !/S[23]/.test(grade)))
    const shortest = most([at(100 * Math.ceil(way(600) / 100 - 1e-6)).s, phase === was && phase === 'return-1' ? longRun.s : 0])
    let one = most([shortest, l30.s > 0 ? next(l30) : stage ? Infinity : unsaid.s > 0 ? Math.min(1500, next(unsaid)) : 1500])
    if (!stage) one = Math.min(one, ...onsets.filter(({ day }) => start - day <= 14).map(({ m }) => at(0.8 * m).s))
    if (acute) one = Math.min(one, 3600)
    if (held) one = Math.min(one, longRun.s, stage ? Infinity : at(longRun.m).s)
    if (!stage && start - lastPain <= 14)
      one = Math.min(one, prev.m > 0 ? at(longRun.m).s : l30.s ? Math.min(l30.s, at(l30.m).s) : one)
    const time = Math.min(top.s, at(top.m).s)
    const mid = median(weeks.filter(({ n }) => n > 0).slice(-4).map(({ n }) => n)) ?? 3
    const [usual, had] = [most(phase === 'maintain' ? [3, ranOn, mid] : [3, habit]), most([3, ranOn])]
    const more = start - added >= 14 && (time * (1 - Math.max(0.36, 1 / had))) / (had - 1) > 3600
    const wanted = !free ? 3 : late ? Math.min(usual, had + +more) : 3 + +(first === 0 && 0.36 * time > 2700)
    let parts: Volume[] = []
    if (stage) {
      const doses = phase === 'return-1' && first > 0 ? [15, 15, 15] : stage.minutes
      let [left, longestRun] = [whole(top.s / 60), whole(one / 60)]
      const hundreds = (minutes: number) => 100 * whole(way(60 * minutes) / 100)
      while (hundreds(left) > top.m + 1e-6) left--
      const n = longestRun < 10 ? 0 : Math.min(doses.length, whole(left / 10))
      const minutes = doses.slice(doses.length - n).map((dose) => Math.min(dose, longestRun))
      for (; sum(minutes) > left; minutes.sort((a, b) => a - b)) minutes[minutes.indexOf(most(minutes))]! -= 1
      parts = minutes.map((run) => ({ m: hundreds(run), s: 60 * run }))
      if (n > 0) parts[n - 1]!.m += hundreds(sum(minutes)) - total(parts).m
    } else {
      const [long, short] = [whole(way(one) / 100), Math.ceil(way(600) / 100 - 1e-6)]
      const n = long < short ? 0 : Math.min(wanted, whole(way(time) / 100 / short))
      const week = Math.min(whole(way(time) / 100), n * long)
      const share = acute ? 0 : Math.min(whole(0.36 * week), week - (n - 1) * short)
      const [even, habitual] = [Math.ceil(week / n), phase === 'build' ? whole(longest / 100) : long]
      const last = Math.min(long, Math.max(even, Math.min(habitual, share)))
      const each = (_: unknown, j: number) => (j === n - 1 ? last : Math.floor((week - last + j) / (n - 1)))
      parts = Array.from({ length: n }, each).map((run) => ({ m: 100 * run, s: -whole(-at(100 * run).s) }))
    }
    const [n, plan] = [parts.length, total(parts)]
    if (n === 0 && acute) [broke, breaks] = [Math.max(broke, acuteDay), Math.max(1, breaks)]
    phase = n === 0 && (stage || acute || free) ? 'rehab' : phase
    if (phase === 'rehab' && (STAGES[was] || ['acute-reduced', 'build', 'maintain'].includes(was))) brokenWeek = least(T, times(prev, !feels[i - 1]?.startsWith('S2') ? 1 : was === 'build' ? 0.5 : was === 'return-1' ? 1 / 1.21 : 1 / 1.1))
    if (phase === 'build' && plan.m >= 100 * whole(vPre / 100)) phase = 'maintain'
    if (phase === 'maintain' && was !== phase) [cycle, episode, breaks, broke] = [-1, false, 0, -99]
    const wide = phase === 'return-1' || (n > 3 && !late)
    const liked = phase === 'return-2' ? [1, 3, 5] : wide ? [0, 2, 4, 6] : n > 3 ? [0, 2, 3, 5] : [0, 2, 5]
    const open = liked.filter((d) => d >= first)
    const rested = /^(S[123]|U|pill)/.test(feels[i - 1] ?? '')
    const crowd = n > 3 ? [2, 3, 4, 6] : free && first < 2 && !rested ? [1, 3, 5] : [2, 4, 6]
    const days = n > open.length ? crowd
      : n === 2 && (free || phase === 'return-3') ? [open[0]!, 5] : open.slice(0, n)
    if (rested && first === 1 && phase === 'return-2' && n === 3) days[2] = 6
    ;[added, ranOn, hillsIn] = [n > ranOn ? start : added, n || ranOn, hills && n > 0]
    const planned = { phase, meters: feel === 'away' ? 0 : plan.m, seconds: feel === 'away' ? 0 : plan.s,
      returnWeek: n > 0 && !acute ? count + 1 : null }
    const [unit, away, at0] = [stage ? 's' : 'm', feel === 'away', feel.endsWith('early') ? 0 : n - 1] as const
    const isClean = ['S0', 'red', 'over', 'short'].includes(feel)
    const [grade, painDay] = [isClean ? 'S0' : feel.slice(0, 2), start + (days[at0] ?? 0)]
    const second = grade === 'S2' && painDay - lastS2 <= 14
    const turns = grade === 'S3' || second || (grade === 'S2' && acute)
    // What is ahead in a week that hurt grows no more, and stays short of where a step back began.
    const eased = { m: whole(Math.min(l30.m, grade === 'S2' ? 0.8 * parts[0]?.m! : Infinity) / 100) * 100, s: Infinity }
    const ahead = (part: Volume, j: number) => j > at0 && !stage && l30.m > 0 ? { ...least(part, eased), s: at(least(part, eased).m).s } : part
    const asked = parts.map((part, j) => ({ ...ahead(part, j), day: start + days[j]!, j })).filter(({ day }) =>
      !away && (grade !== 'S2' || day <= painDay || (!turns && day > painDay + 2)))
    const done = feel === 'skip' ? [] : asked.map(({ m, s, day, j }) => {
      const share = DONE[feel] ?? (j === at0 ? STOPPED[feel] : 1) ?? 1
      return { m: Math.round(m * share), s: Math.round(s * share), day, grade: j === at0 && !isClean ? grade : 'S0' }
    })
    const credited = asked.length === 0 ? 1 : Math.min(1, total(done)[unit] / total(asked)[unit])
    ;[ran, missed] = [done.length > 0, done.length > 0 ? null : (missed ?? (n > 0 ? plan : null))]
    prev = plan
    if (asked.length > 0) lastShown = asked.at(-1)!.day
    if (n > 0) longRun = longestOf(parts)
    weeks.push({ credit: credited * total(asked).m, long: longestOf(done).m, n: done.length, did: total(done),
      grade, plan: plan.m, phase })
    const isDone = isClean && ran && 1.1 * credited >= 1
    verdict = verdict === 'stop' || feel === 'red' ? 'stop' : (n === 0 && !away) || (isDone && feel !== 'over') ? 'progress' : 'hold'
    calmWeeks = acute && verdict === 'progress' ? calmWeeks + 1 : 0
    if (!ran) return planned
    ;[lastRun, lastPlan, layoffTaken] = [done.at(-1)!.day, plan, false]
    done.forEach((run) => runs.push({ ...run, ...least(run, longestOf(parts)), pace: Math.round((1000 * run.s) / run.m) }))
    if (isDone) [T, count] = [times(plan, credited), count + +(!acute && feel !== 'over')]
    if (/S[123]/.test(grade)) lastPain = painDay
    if (/S[23]/.test(grade)) sore = painDay
    if (grade === 'S2') onsets.push({ day: painDay, m: done[feel === 'S2' ? done.length - 1 : 0]!.m })
    if (grade === 'S2') lastS2 = painDay
    if (!turns && grade !== 'S2') return planned
    verdict = grade === 'S3' || acute || (second && stage) ? 'break' : second ? 'reduce' : 'back'
    if (verdict === 'back') count = most([0, count - 1])
    else if (!episode) {
      const before = weeks.slice(-5, -1)
      ;[episode, habit, longest] = [true, mid, most(before.map(({ long }) => long))]
      const mean = sum(before.map(({ credit }) => credit)) / 4
      vPre = before.filter(({ n }) => n > 0).length > 2 ? Math.min(goal, mean) : goal
    }
    if (verdict === 'break') [broke, breaks, brokenWeek] = [painDay, breaks + 1, phase === 'return-1' ? times(plan, 1 / 1.21) : acute || stage ? plan : phase === 'build' ? times(plan, 0.5) : at(Infinity)]
    if (verdict !== 'reduce') return planned
    ;[acuteDay, acuteCap, brokenWeek] = [painDay, times([T, plan, at(vPre)].reduce(least), 0.5), at(Infinity)]
    return planned
  })
}
