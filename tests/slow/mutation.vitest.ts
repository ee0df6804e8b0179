import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The single rules before whole plans: most of what is broken is noticed by the cheaper ones. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => (a.moduleId < b.moduleId ? -1 : 1))
  }
}

/** The tests that say what a rule decides. */
export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    include: [
      'tests/slow/loads.ts',
      'tests/protocol/check.test.ts',
      'tests/rules/**/*.test.ts',
      'tests/scenarios.test.ts',
    ],
    isolate: false,
    sequence: { sequencer: ByName },
    testTimeout: 60_000,
  },
})
