import type { Reporter, TestCase, TestModule } from 'vitest/node'

const SHOWN = 10
const HAS_REASON = /could not run|skipped where/

/** How long a file took, with what it imports. */
function secondsOf(module: TestModule): number {
  const { collectDuration, duration } = module.diagnostic()
  return (collectDuration + duration) / 1000
}

/** What is said of a test that was not run: what stands outermost has the reason in its name, or it has itself. */
function reasonOf(test: TestCase): string {
  let { parent } = test
  let name = test.fullName
  for (; parent.type === 'suite' && !HAS_REASON.test(test.name); parent = parent.parent) name = parent.name
  return `${test.module.relativeModuleId}: ${name}`
}

/** Each of some lines once, with how often it was there. */
function counted(lines: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return [...counts].map(([line, count]) => (count === 1 ? line : `${line}, ${count} tests`))
}

const isLeftOut = (test: TestCase): boolean => test.result().state === 'skipped'

/** Says at the end which files took longest, and which tests were not run although they were asked for. */
export class Report implements Reporter {
  private isPart = false

  onInit({ config }: Parameters<NonNullable<Reporter['onInit']>>[0]): void {
    this.isPart = config.testNamePattern !== undefined
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    if (this.isPart) return
    const slowest = [...modules].sort((a, b) => secondsOf(b) - secondsOf(a)).slice(0, SHOWN)
    const lines = slowest.map(
      (module) => `${secondsOf(module).toFixed(1).padStart(7)} s  ${module.relativeModuleId}`,
    )
    if (modules.length > 1) console.log(`\n The slowest files\n${lines.join('\n')}`)
    const left = modules.flatMap((module) => [...module.children.allTests()].filter(isLeftOut).map(reasonOf))
    if (left.length > 0) console.log(`\n Not run\n   ${counted(left).join('\n   ')}`)
  }
}
