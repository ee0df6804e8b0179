import type { Reporter, TestCase, TestModule } from 'vitest/node'

const SHOWN = 10

/** How long a file took, with what it imports. */
function secondsOf(module: TestModule): number {
  const { collectDuration, duration } = module.diagnostic()
  return (collectDuration + duration) / 1000
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
    const left = modules.flatMap((module) =>
      [...module.children.allTests()]
        .filter(isLeftOut)
        .map((test) => `   ${module.relativeModuleId}: ${test.fullName}`),
    )
    if (left.length > 0) console.log(`\n Not run\n${left.join('\n')}`)
  }
}
