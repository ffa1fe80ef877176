import { expect, test } from 'vitest'
import { byteRange } from './byte-range'

test.each([
  [undefined, { kind: 'WHOLE' }],
  ['bytes=0-', { kind: 'PART', first: 0, last: 9 }],
  ['bytes=0-0', { kind: 'PART', first: 0, last: 0 }],
  ['bytes=3-5', { kind: 'PART', first: 3, last: 5 }],
  ['bytes=3-500', { kind: 'PART', first: 3, last: 9 }],
  ['bytes=-4', { kind: 'PART', first: 6, last: 9 }],
  ['bytes=-40', { kind: 'PART', first: 0, last: 9 }],
] as const)('of ten bytes %s is served', (header, range) => {
  expect(byteRange(header, 10)).toEqual(range)
})

test.each([
  'bytes=', 'bytes=-', 'bytes=-0', 'bytes=10-', 'bytes=5-3', 'bytes=0-1,3-4', 'bytes=a-b', 'bytes= 0-1', 'bytes=0-1 ',
  'lines=0-1', '0-1', '', 'bytes=99999999999999999999-', 'bytes=1-2-3', 'bytes=+1-2', 'bytes=0x1-2',
])('of ten bytes "%s" is refused', (header) => {
  expect(byteRange(header, 10)).toEqual({ kind: 'UNSATISFIABLE' })
}) // prettier-ignore

test('of nothing no part can be served', () => {
  expect(byteRange('bytes=0-', 0)).toEqual({ kind: 'UNSATISFIABLE' })
})
