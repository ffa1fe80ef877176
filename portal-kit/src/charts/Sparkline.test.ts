import { expect, test } from 'vitest'
import { mountKit } from '../testing'
import Sparkline from './Sparkline.vue'

/** How far the line falls between two values, in units of a height of 52. */
function fallOf(values: readonly (readonly [value: string, text: string])[]): number {
  const points = values.map(([value, text], at) => ({ label: String(2020 + at), value, text }))
  const line = mountKit(Sparkline, { props: { title: 'Values', points } }).get('line')
  return Number(line.attributes('y2')) - Number(line.attributes('y1'))
}

test('values that are written alike draw a flat line', () => {
  expect(fallOf([['93.1246', '93.1 %'], ['93.1210', '93.1 %']])).toBe(0) // prettier-ignore
  expect(fallOf([['0.14', '0.1 %'], ['0.06', '0.1 %']])).toBe(0) // prettier-ignore
})

test('a difference that is hardly one draws no steep fall', () => {
  expect(fallOf([['93.2', '93.2 %'], ['93.1', '93.1 %']])).toBeLessThan(3) // prettier-ignore
  expect(fallOf([['93.2', '93.2 %'], ['46.6', '46.6 %']])).toBeGreaterThan(20) // prettier-ignore
})
