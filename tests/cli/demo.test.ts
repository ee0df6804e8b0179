import { describe, expect, it } from 'vitest'
import { PlanSchema } from '../../src/engine/plan-schema.ts'
import { itb } from '../support/fake-host.ts'

const WEEK = [
  '2026-03-16',
  '2026-03-17',
  '2026-03-18',
  '2026-03-19',
  '2026-03-20',
  '2026-03-21',
  '2026-03-22',
]

describe('the runner of --demo', () => {
  it.each([...WEEK, '2026-01-01', '2028-02-29'])(
    'is in stage 2 on %s, with one score owed',
    async (today) => {
      const plan = PlanSchema.parse(
        JSON.parse((await itb(`plan --demo --week this --json --today ${today}`)).stdout),
      )
      expect([plan.phase, plan.verdict]).toEqual(['return-2', expect.stringMatching(/progress|hold/)])
      expect(plan.owed.map(({ score }) => score)).toContain('nextMorning')
    },
  )
})
