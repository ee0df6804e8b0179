/** Independent of src: days count inclusively, the gate costs a week of REHAB, hills come in anew after a hold. */
export type Feel = 'S0' | 'S1' | 'S2' | 'S3' | 'U' | 'skip' | 'short' | 'over' | 'red'
export type Runner = { baselineMeters: number; pace: number; flare: keyof typeof KEEP }
export type Week = { phase: string; meters: number; seconds: number; returnWeek: number | null }
type Volume = { m: number; s: number }
const GAPS = [[56, 0], [28, 0.33], [14, 0.5], [6, 0.75], [0, 1]] as const
const KEEP = { 'reduced-3': 0.5, 'reduced-4': 0.4, 'reduced-5': 0.3, break: 0 }
const STAGES: Record<string, { share: number; minutes: number[]; before: string; after: string }> = {
  'return-1': { share: 0.5, minutes: [12, 13, 15, 15], before: 'rehab', after: 'return-2' },
  'return-2': { share: 0.55, minutes: [20, 20, 20], before: 'return-1', after: 'return-3' },
  'return-3': { share: 0.605, minutes: [20, 21, 25], before: 'return-2', after: 'build' } }
const KEPT: Record<string, number> = { S2: 0.6, S3: 0.5, skip: 0, short: 0.7, over: 1.5 }
const TURNS: Record<string, string> = { stop: 'stop', break: 'acute-break', reduce: 'acute-reduced' }
const WEEK = [[1, 0.2], [3, 0.25], [5, 0.2], [6, 0.35]] as const
const whole = (x: number) => Math.floor(x + 1e-6)
const [sum, most] = [(xs: number[]) => xs.reduce((a, b) => a + b, 0), (xs: number[]) => Math.max(0, ...xs)]
const median = (xs: readonly number[]) => [...xs].sort((a, b) => a - b)[Math.floor((xs.length - 1) / 2)]
const times = ({ m, s }: Volume, by: number, guard = 0) => ({ m: m * by, s: s * by + guard })
const least = (a: Volume, b: Volume) => ({ m: Math.min(a.m, b.m), s: Math.min(a.s, b.s) })
const longestOf = (xs: Volume[]) => ({ m: most(xs.map(({ m }) => m)), s: most(xs.map(({ s }) => s)) })
const total = (xs: Volume[]) => ({ m: sum(xs.map(({ m }) => m)), s: sum(xs.map(({ s }) => s)) })
export function model(runner: Runner, feels: readonly Feel[]): Week[] {
  let [pace, goal, broken] = [runner.pace, runner.baselineMeters, runner.flare === 'break']
  const [at, way] = [(m: number) => ({ m, s: (m * pace) / 1000 }), (s: number) => (s * 1000) / pace]
  const runs = [-42, -35, -28, -21, -14, -7].flatMap((monday) => WEEK.map(([d, share]) =>
    ({ day: monday + d, ...at(goal * share), pace, grade: monday + d === -1 ? 'S3' : 'S0' })))
  const weeks = Array.from({ length: 4 }, () => ({ credit: goal, long: 0.35 * goal, n: 4 }))
  let [phase, verdict, episode, breaks, broke] = ['base', broken ? 'break' : 'reduce', true, +broken, -1]
  let [prev, T, lastPlan, missed] = [at(goal), at(goal), at(goal), null as Volume | null]
  let [acuteCap, acuteDay, vPre, habit, longest] = [at(KEEP[runner.flare] * goal), -1, goal, 4, 0.35 * goal]
  let [count, cycle, lastRun, ranOn, lastS2, lastPain, added, back] = [0, 0, -1, 4, -99, -1, -99, 0]
  let [complete, hurt, sore, layoffTaken, hillsIn, intense] = [true, true, true, false, false, false]
  return feels.map((feel, i) => {
    const start = 7 * i
    const within = (days: number) => runs.slice(-28).filter((run) => start - run.day <= days)
    const trusted = (days: number) => within(days).filter((run) =>
      run.grade === 'S0' || run.grade === 'S1' || (run.grade === 'U' && start - run.day > 14))
    const held = prev.m > 0 && verdict !== 'progress'
    if (!held) pace = median(trusted(28).map((run) => run.pace)) ?? runner.pace
    const gap = complete ? 0 : start - lastRun
    const k = GAPS.find(([days]) => gap >= days)![1]
    if (gap >= 14 && !layoffTaken) [count, layoffTaken] = [Math.max(0, count - 4), true]
    const [was, from, resting] = [phase, STAGES[phase], ['acute-break', 'rehab'].includes(phase)]
    const fromZero = resting && verdict === 'progress' && start - broke >= (breaks === 1 ? 21 : 14)
    if (TURNS[verdict]) phase = TURNS[verdict]!
    else if (fromZero) [phase, back] = ['return-1', start]
    else if (resting) phase = start - broke >= 14 ? 'rehab' : phase
    else if (k === 0 || (gap >= 28 && (from || phase === 'acute-reduced'))) phase = 'rehab'
    else if (from && verdict !== 'hold') phase = verdict === 'back' ? from.before : from.after
    else if (phase === 'acute-reduced' && verdict === 'progress' && start - acuteDay >= 14 &&
      within(14).every((run) => run.day <= acuteDay || run.grade === 'S0')) phase = 'build'
    const [stage, acute, free] = [STAGES[phase], phase === 'acute-reduced', ['build', 'maintain'].includes(phase)]
    if (fromZero || acute || phase === 'acute-break' || gap >= 28) count = 0
    cycle += +(phase === 'maintain')
    let top = stage || acute || free ? { m: Infinity, s: Infinity } : { m: 0, s: 0 }
    const cap = (...volumes: Volume[]) => { top = volumes.reduce(least, top) }
    cap(at(phase === 'maintain' ? goal : (stage?.share ?? 1) * vPre), acute ? acuteCap : top)
    const drops = free && hurt && !intense && T.m >= prev.m && ranOn > 2
    if (!fromZero && verdict !== 'reduce') {
      cap(times(prev, 1.1, 3))
      if (!held && !acute) cap(times(T, 1.1, 3))
      if (held) cap(prev, stage || acute ? times(missed ?? prev, k) : times(least(T, lastPlan), k))
      if (verdict === 'back') cap(times(prev, 1 / 1.1))
      if (drops) cap(times(least(T, prev), 1 - 1 / ranOn))
      if (phase === 'maintain') cap(cycle % 6 > 3 ? times(prev, 1.1) : least(T, prev))
    }
    const calm = within(14).length >= 3 && within(14).every((run) => run.grade === 'S0')
    const hills = phase === 'build' && !held && count >= 7 && calm
    if (hills && !hillsIn) cap(prev)
    const [late, l30] = [phase === 'maintain' || count >= 7, longestOf(trusted(30))]
    const first = Math.max(0, lastRun + (sore ? 3 : late ? 1 : 2) - start)
    const grow = (x: number, step: number) => Math.max(1.1 * x, l30.s < 3000 ? x + step : 0)
    let one = l30.s > 0 ? Math.min(grow(l30.s, 300), at(grow(l30.m, way(300))).s) : stage ? Infinity : 1500
    if (!broken && start + 1 <= 14) one = Math.min(one, at(0.8 * 8000).s)
    const time = Math.min(top.s, at(top.m).s)
    const u = most([acute || (count < 7 && count > 4) ? 3 : 1, ranOn, ...weeks.slice(-4).map(({ n }) => n)])
    const part = time * most([0.36, 1 / u]) * (drops ? ranOn / (ranOn - 1) : 1)
    if (held && !stage) one = Math.min(one, most([1200, part]))
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
      const n = long < short ? 0 : Math.min(wanted - +drops, whole(way(time) / 100 / short))
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
    const hard = phase === 'maintain' && cycle % 6 > 3 && plan.m <= prev.m && !held && n > 2
    const pickups = phase === 'build' ? intense || plan.m <= prev.m
      : stage?.before.startsWith('return') && runs.every((run) => run.day < back || run.grade === 'S0')
    intense = start - lastPain > 14 && (hard || (hills && n > 0) || (!held && pickups === true))
    if (phase === 'build' && plan.m >= 100 * whole(vPre / 100)) phase = 'maintain'
    if (phase === 'maintain' && was !== phase) [cycle, episode, breaks, broke] = [0, false, 0, -99]
    const wide = phase === 'return-1' || (n > 3 && !late)
    const liked = phase === 'return-2' ? [1, 3, 5] : wide ? [0, 2, 4, 6] : n > 3 ? [0, 2, 3, 5] : [0, 2, 5]
    const open = liked.filter((d) => d >= first)
    const crowd = n > 3 ? [2, 3, 4, 6] : was === 'acute-reduced' && free ? [1, 3, 5] : [2, 4, 6]
    const days = n > open.length ? crowd
      : n === 2 && (free || phase === 'return-3') ? [open[0]!, 5] : open.slice(0, n)
    if ((hurt || feels[i - 1] === 'U') && first === 1 && phase === 'return-2' && n === 3) days[2] = 6
    ;[added, ranOn] = [n > ranOn ? start : added, n || ranOn]
    ;[hillsIn, sore, hurt] = [hills && n > 0, false, false]
    const planned = { phase, meters: plan.m, seconds: plan.s, returnWeek: n > 0 && !acute ? count + 1 : null }
    const [all, clean] = [['short', 'skip', 'over'].includes(feel), ['S0', 'red', 'over'].includes(feel)]
    const kept = (x: number, j: number) => Math.round(x * ((all || j === n - 1 ? KEPT[feel] : 1) ?? 1))
    const done = parts.map(({ m, s }, j) => ({ m: kept(m, j), s: kept(s, j) }))
    const [skipped, unit] = [feel === 'skip' || n === 0, stage ? 's' : 'm'] as const
    const credited = n === 0 ? 0 : Math.min(1, total(done)[unit] / plan[unit])
    weeks.push({ credit: credited * plan.m, long: longestOf(done).m, n: skipped ? 0 : n })
    ;[missed, prev, complete] = [skipped ? (missed ?? (n > 0 ? plan : null)) : null, plan, 1.1 * credited >= 1]
    verdict = verdict === 'stop' || feel === 'red' ? 'stop' : n === 0 || feel === 'S0' ? 'progress' : 'hold'
    if (skipped) return planned
    ;[lastRun, lastPlan, layoffTaken] = [start + days.at(-1)!, plan, false]
    done.forEach((run, j) => runs.push({ ...least(run, longestOf(parts)), day: start + days[j]!,
      pace: Math.round((1000 * run.s) / run.m), grade: j < n - 1 || clean || all ? 'S0' : feel }))
    if (clean) [T, count] = [plan, count + +!acute]
    if (['S1', 'S2', 'S3'].includes(feel)) [lastPain, hurt, sore] = [lastRun, true, feel !== 'S1']
    const second = feel === 'S2' && lastRun - lastS2 <= 14
    if (feel === 'S2') lastS2 = lastRun
    if (feel !== 'S2' && feel !== 'S3' && !(feel === 'S1' && acute)) return planned
    verdict = feel === 'S3' || acute || (second && stage) ? 'break' : second ? 'reduce' : 'back'
    if (verdict === 'back') count = most([0, count - 1])
    else if (!episode) {
      [episode, habit, longest] = [true, mid, most(weeks.slice(-5, -1).map(({ long }) => long))]
      vPre = Math.min(goal, sum(weeks.slice(-5, -1).map(({ credit }) => credit)) / 4)
    }
    if (verdict === 'break') [broke, breaks] = [lastRun, breaks + 1]
    if (verdict === 'reduce') [acuteDay, acuteCap] = [lastRun, times([T, plan, at(vPre)].reduce(least), 0.5)]
    return planned
  })
}
