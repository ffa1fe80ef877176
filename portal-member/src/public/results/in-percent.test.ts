import { expect, test } from 'vitest'
import { inPercent } from './in-percent'

test.for([
  ['0.673', '67.3'],
  ['0', '0'],
  ['1', '100'],
  ['0.5', '50'],
  ['0.05', '5'],
  ['0.005', '0.5'],
  ['0.67', '67'],
  ['12.345', '1234.5'],
])('the share %s is %s percent', ([share, percent]) => {
  expect(inPercent(share!)).toBe(percent)
})
