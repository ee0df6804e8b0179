import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/**
 * The tests that say what a single rule decides. Whole plans take most of the time and notice hardly more: what is
 * wrong in a rule its own tests have to notice.
 */
export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    include: ['tests/slow/loads.ts', 'tests/protocol/check.test.ts', 'tests/rules/**/*.test.ts'],
    isolate: false,
    testTimeout: 60_000,
  },
})
