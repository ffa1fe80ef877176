import { expect, it } from 'vitest'
import { slipFactor } from './slip'

it('speaks of ten times more or less than last cycle, and of nothing nearer', () => {
  expect(slipFactor('16032', '16032000')).toBe(0.001)
  expect(slipFactor('5000', '500')).toBe(10)
  expect(slipFactor('-5000', '500')).toBe(10)
  expect(slipFactor('4999', '500')).toBeNull()
})

it('says nothing about what is missing or zero: missing is never zero', () => {
  expect(slipFactor(null, '500')).toBeNull()
  expect(slipFactor('0', '500')).toBeNull()
  expect(slipFactor('500', '0')).toBeNull()
})
