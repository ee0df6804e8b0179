import { expect, it } from 'vitest'

// A file that cannot even be read runs no test, and where no test fails nothing counts as noticed.
it('the rules can be read', () => expect(import('../../src/rules/index.ts')).resolves.toHaveProperty('Rule'))
