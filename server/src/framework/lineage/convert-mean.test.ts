import { expect, test } from 'vitest'
import { convertMean } from './convert-mean'

test.each([
  ['V/2', '49'],
  ['100-V', '2'],
  ['2*V+1', '197'],
  ['mean(V, 100)', '99'],
  ['-(V)*3', '-294'],
])('a mean of 98 goes through %s, since it is a straight line', (conversion, mean) => {
  expect(convertMean(conversion, '98')).toBe(mean)
})

test.each(['V*V', '100/V', 'max(V, 50)', 'abs(V)', 'V*A', 'V/A', 'V +', 'V/0'])(
  'the mean after %s does not follow from the mean before',
  (conversion) => {
    expect(convertMean(conversion, '98')).toBeNull()
  },
)
