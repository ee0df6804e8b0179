import { expect, it } from 'vitest'
import { RED_FLAGS } from '../../src/log/words.ts'
import { SIGNS } from '../../src/rules/referral.ts'

it('every warning sign a log can hold is asked for, and none that it cannot hold', () => {
  expect(SIGNS).toEqual(RED_FLAGS)
})
