import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { Report } from './support/reporter.ts'

const ROOT = join(import.meta.dirname, '..')

/** The files that take longest, the longest first: what begins last should be over soon, or a worker stands idle. */
const LONG: readonly string[] = [
  'cli/manners',
  'laws/changes',
  'store/every-step',
  'half-year',
  'cli/travel',
  'store/writers',
  'cli/plan-ics',
  'calendar/healing',
  'cli/program',
  'intake/gpx',
  'cli/home',
  'cli/import-whole',
  'laws/laws',
  'render/fit',
  'real-walks',
  'cases',
  'spoken',
]

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`))
      return at < 0 ? LONG.length : at
    }
    return [...files].sort((a, b) => place(a) - place(b) || (a.moduleId < b.moduleId ? -1 : 1))
  }
}

/** `TEST_NOW=2028-02-29T12:00Z` sets the clock of the tests and of the commands they start. */
function clock(): Record<string, string> {
  const now = process.env['TEST_NOW']
  if (now === undefined) return {}
  const loaded = `--import ${join(ROOT, 'tests', 'support', 'fake-clock.mjs')}`
  return { NODE_OPTIONS: loaded, TEST_CLOCK_OFFSET: String(Date.parse(now) - Date.now()) }
}

// A machine five times slower than ours, and busy, is no reason to fail.
const PATIENCE = 180_000

export default defineConfig({
  root: ROOT,
  test: {
    dir: join(ROOT, 'tests'),
    globalSetup: join(ROOT, 'tests', 'support', 'build-once.mjs'),
    reporters: ['default', new Report()],
    pool: 'forks',
    maxWorkers: '100%',
    isolate: false,
    sequence: { sequencer: LongFirst },
    env: clock(),
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    // What decides about a knee is tried in nearly every way it can turn; of the whole suite, by npm run coverage.
    coverage: { thresholds: { 'src/{rules,engine}/**': { branches: 95 } } },
  },
})
