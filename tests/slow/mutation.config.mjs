// Breaks every line of the rules in turn, in a copy outside of the repository, and asks whether a test notices.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export default {
  mutate: ['src/rules/**/*.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'tests/slow/mutation.vitest.ts', related: false },
  plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/vitest-runner'))],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 60_000,
  timeoutFactor: 4,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: join(tmpdir(), 'itb-mutation'),
  cleanTempDir: 'always',
  // Both are for the compiler, which never sees the copy; the one here has no interface they could ask.
  tsconfigFile: 'none',
  disableTypeChecks: false,
}
