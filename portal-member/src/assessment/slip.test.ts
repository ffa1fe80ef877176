import { expect, it } from 'vitest'
import { slipOf } from './slip'

it('speaks of ten times more or less than last cycle, and of nothing nearer', () => {
  expect(slipOf('16032', '16032000')).toEqual({ isAbove: false, times: 1000, isMore: false })
  expect(slipOf('5000', '500')).toEqual({ isAbove: true, times: 10, isMore: false })
  expect(slipOf('-5000', '500')).toEqual({ isAbove: true, times: 10, isMore: false })
  expect(slipOf('4999', '500')).toBeNull()
})

it('does not count beyond a thousand times', () => {
  expect(slipOf('999999999999999999999999999999', '16032')).toEqual({
    isAbove: true,
    times: 1000,
    isMore: true,
  })
})

it('says nothing about what is missing or zero: missing is never zero', () => {
  expect(slipOf(null, '500')).toBeNull()
  expect(slipOf('0', '500')).toBeNull()
  expect(slipOf('500', '0')).toBeNull()
})
