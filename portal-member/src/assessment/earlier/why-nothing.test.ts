import { expect, it } from 'vitest'
import type { LeftOutReason, LeftOutRow } from './judge'
import { whyNothing } from './why-nothing'

const why = (...reasons: LeftOutReason[]) =>
  whyNothing({ leftOut: reasons.map((reason) => ({ reason }) as LeftOutRow) })

it('is one cause where all share it, the other year before what is filled, else several', () => {
  expect(why('filled', 'filled')).toBe('filled')
  expect(why('filled', 'otherYear')).toBe('otherYear')
  expect(why('breaks', 'noValue')).toBe('several')
  expect(why()).toBe('notAsked')
})
